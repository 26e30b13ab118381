import type { PresetName } from '@leitai/rules/show';

/** Named here so that the rules of the show stay out of this page's bundle; the compiler checks each name. */
export const presetNames = [
  'std-3',
  'ceair-ground',
  'civil-code',
  'interrupt-reading',
  'two-strike-foul',
] as const satisfies readonly PresetName[];
