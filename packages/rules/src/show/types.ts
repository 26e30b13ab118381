export * from './command.ts';
export * from './config.ts';
export * from './desk.ts';
export * from './display.ts';
export * from './event.ts';
export * from './roundConfig.ts';
export * from './state.ts';
export * from './views.ts';
