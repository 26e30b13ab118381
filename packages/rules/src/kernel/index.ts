export * from './civil.ts';
export * from './decimal.ts';
export * from './idNumber.ts';
export * from './issue.ts';
export * from './mask.ts';
export * from './random.ts';
export * from './refusal.ts';
export * from './words.ts';
