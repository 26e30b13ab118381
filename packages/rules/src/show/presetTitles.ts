import type { Words } from '../kernel/index.ts';

/** What organisers call the presets of QZ §2.7. Apart from the presets, so that a list of names costs no rules of play. */
export const presetTitles = {
  'std-3': { zh: '标准三环节：必答、抢答、风险', en: 'Standard: mandatory, buzzer, risk' },
  'ceair-ground': {
    zh: '五环节：必答、视频、你比我猜、抢答、风险',
    en: 'Five rounds: mandatory, video, charades, buzzer, risk',
  },
  'civil-code': { zh: '民法典：必答、抢答、观众', en: 'Civil Code: mandatory, buzzer, audience' },
  'interrupt-reading': {
    zh: '读题中可抢答，答错他队可再抢',
    en: 'Press while reading; others may press after a wrong answer',
  },
  'two-strike-foul': { zh: '两次抢答犯规扣分', en: 'Points lost at the second foul' },
} as const satisfies Readonly<Record<string, Words>>;

export type PresetName = keyof typeof presetTitles;

/** Every preset, in the order in which they are offered. */
export const PRESETS = Object.keys(presetTitles) as readonly PresetName[];

export const isPreset = (name: string): name is PresetName => Object.hasOwn(presetTitles, name);
