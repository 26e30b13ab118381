export { recheckRefusal } from './progress.ts';
export { recheckRoutes } from './routes.ts';
export { readRecheck, type StoredRecheck } from './store.ts';
