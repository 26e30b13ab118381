export * from './clock.ts';
export * from './exam.ts';
export * from './house.ts';
export * from './postgres/freshDatabase.ts';
export * from './staff.ts';
export * from './sample.ts';
