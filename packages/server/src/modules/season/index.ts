export { seasonRoutes } from './routes.ts';
export { insertSeason, type NewSeason } from './createSeason.ts';
export { readSeason, seasonExists, seasonPaths, type SeasonRow } from './store.ts';
