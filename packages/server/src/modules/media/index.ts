export { mediaIdOf } from './present.ts';
export { mediaRoutes } from './routes.ts';
export { readyKinds } from './store.ts';
