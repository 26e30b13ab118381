export * from './decimal.ts';
export * from './random.ts';
export * from './refusal.ts';
