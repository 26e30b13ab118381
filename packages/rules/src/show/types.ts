export * from './command.ts';
export * from './config.ts';
export * from './event.ts';
export * from './state.ts';
export * from './views.ts';
