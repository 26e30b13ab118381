import { theme, type ThemeConfig } from 'antd';
import { useSyncExternalStore } from 'react';

const dark = typeof matchMedia === 'function' ? matchMedia('(prefers-color-scheme: dark)') : null;

function subscribe(listener: () => void): () => void {
  dark?.addEventListener('change', listener);
  return () => dark?.removeEventListener('change', listener);
}

const token = (name: string): string => getComputedStyle(document.body).getPropertyValue(name).trim();

/** Ant Design's theme, read from tokens.css: changing a token changes the console. */
function themeOf(isDark: boolean): ThemeConfig {
  const accent = token('--cinnabar');
  return {
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: accent,
      colorError: accent,
      colorSuccess: token('--saved'),
      colorWarning: token('--waiting'),
      colorInfo: token('--ink-2'),
      colorLink: token('--ink'),
      colorLinkHover: accent,
      colorText: token('--ink'),
      colorTextSecondary: token('--ink-2'),
      colorTextTertiary: token('--ink-2'),
      colorTextDescription: token('--ink-2'),
      colorTextPlaceholder: token('--ink-2'),
      colorBgBase: token('--card'),
      colorBgContainer: token('--card'),
      colorBgElevated: token('--card'),
      colorBgLayout: token('--paper'),
      colorBorder: token('--line'),
      colorBorderSecondary: token('--line'),
      borderRadius: Number.parseInt(token('--radius'), 10),
      fontFamily: token('--sans'),
      // Ant Design waits for the end of movements that `prefers-reduced-motion` never begins: it must not start them.
      motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      // The palettes made of such dark hues are muddy: their grounds are given here instead.
      colorSuccessBg: isDark ? '#16291f' : '#e8f4ed',
      colorSuccessBorder: isDark ? '#2c5f45' : '#a3d0b6',
      colorInfoBg: isDark ? '#22282f' : '#eef0f2',
      colorInfoBorder: isDark ? '#3d464f' : '#c9ced4',
      colorWarningBg: isDark ? '#2e2616' : '#fbf1de',
      colorWarningBorder: isDark ? '#6b5320' : '#e6c88f',
      boxShadow: 'none',
      boxShadowTertiary: 'none',
    },
    components: {
      Layout: { headerBg: token('--card'), bodyBg: token('--paper') },
      Table: { headerBg: token('--paper'), cellPaddingBlockSM: 6 },
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        // White words need the deeper red, also in dark mode.
        colorPrimary: token('--fill'),
        colorPrimaryHover: token('--fill'),
        colorPrimaryActive: token('--fill'),
      },
      Menu: { itemBg: 'transparent', horizontalItemSelectedColor: token('--ink') },
      Tabs: { titleFontSize: 15, itemSelectedColor: token('--ink') },
    },
  };
}

export function useTheme(): ThemeConfig {
  const isDark = useSyncExternalStore(subscribe, () => dark?.matches === true);
  return themeOf(isDark);
}
