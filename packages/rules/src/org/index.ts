export * from './can.ts';
export * from './types.ts';
export * from './unitName.ts';
