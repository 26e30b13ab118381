export * from './awards/index.ts';
export * from './contest/index.ts';
export * from './exam/index.ts';
export * from './kernel/index.ts';
export * from './org/index.ts';
export * from './season/index.ts';
export * from './standings/index.ts';
