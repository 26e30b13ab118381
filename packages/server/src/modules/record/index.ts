export { exportRecord } from './exportRecord.ts';
export { RECORD_FORMAT, type ContestRecord } from './format.ts';
export { recordRoutes } from './routes.ts';
export { verifyRecord, type Check, type Verification } from './verifyRecord.ts';
