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
      colorBgBase: token('--card'),
      colorBgLayout: token('--paper'),
      colorBorder: token('--line'),
      colorBorderSecondary: token('--line'),
      borderRadius: Number.parseInt(token('--radius'), 10),
      fontFamily: token('--sans'),
      boxShadow: 'none',
      boxShadowTertiary: 'none',
    },
    components: {
      Layout: { headerBg: token('--card'), bodyBg: token('--paper') },
      Table: { headerBg: token('--paper'), cellPaddingBlockSM: 6 },
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
      Menu: { itemBg: 'transparent', horizontalItemSelectedColor: accent },
      Tabs: { titleFontSize: 15 },
    },
  };
}

export function useTheme(): ThemeConfig {
  const isDark = useSyncExternalStore(subscribe, () => dark?.matches === true);
  return themeOf(isDark);
}
