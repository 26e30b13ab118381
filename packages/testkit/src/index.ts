export * from './clock.ts';
export * from './house.ts';
export * from './postgres/freshDatabase.ts';
export * from './staff.ts';
