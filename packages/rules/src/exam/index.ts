export * from './attempt.ts';
export * from './choice.ts';
export * from './draw.ts';
export * from './grade.ts';
export * from './types.ts';
export * from './validate.ts';
