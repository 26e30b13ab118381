export * from './cut.ts';
export * from './draw.ts';
export * from './rank.ts';
export * from './teamMark.ts';
export * from './types.ts';
export * from './validate.ts';
