export { readField, type FieldEntry, type FieldMember } from './field.ts';
export { fingerprint } from './fingerprint.ts';
export { presentStanding, type Line } from './present.ts';
export { standingsRoutes } from './routes.ts';
export { readCut } from './store.ts';
export { stageStanding, type StageStanding } from './stageStanding.ts';
