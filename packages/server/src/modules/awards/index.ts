export type { AwardView } from './computeResult.ts';
export { currentResult } from './currentResult.ts';
export { presentNotice, presentStored, type View } from './present.ts';
export { awardsRoutes } from './routes.ts';
export { readResult, readResults, setFinal, setNoticed, type Notice, type StoredResult } from './store.ts';
