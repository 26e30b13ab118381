export * from './assign.ts';
export * from './certificate.ts';
export * from './notice.ts';
export * from './result.ts';
export * from './types.ts';
export * from './validate.ts';
