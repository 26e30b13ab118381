export { PRESETS, presetTitles } from '../show/presetTitles.ts';
export * from './resultRule.ts';
export * from './ruleSheet.ts';
export * from './templates.ts';
export * from './types.ts';
export * from './validate.ts';
export { theoryWarning } from './validateResult.ts';
