export { contestRoutes } from './routes.ts';
export { planContest, type PlannedContest } from './planContest.ts';
export { presentStage } from './present.ts';
export { printRules } from './printRules.ts';
export {
  contestPaths,
  lockContest,
  readContest,
  readContestByCode,
  setContestStatus,
  type ContestRow,
  type ContestStatus,
} from './store.ts';
export {
  enterStage,
  lockStage,
  nextStage,
  previousStage,
  readStage,
  readStages,
  setStageStatus,
  stageEntries,
  stagePaths,
  stagesOfEntry,
  takesPart,
  type StageRow,
  type StageStatus,
} from './stages.ts';
