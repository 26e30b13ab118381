export * from './programme.ts';
export * from './types.ts';
