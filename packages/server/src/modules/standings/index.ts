export { contestStanding, type ContestStanding } from './contestStanding.ts';
export { readField, type FieldEntry, type FieldMember } from './field.ts';
export { fingerprint } from './fingerprint.ts';
export { presentStanding, type Line } from './present.ts';
export { standingsRoutes } from './routes.ts';
export { insertLots, readCut, readLots, type StoredLots } from './store.ts';
export { stageStanding, type StageStanding } from './stageStanding.ts';
