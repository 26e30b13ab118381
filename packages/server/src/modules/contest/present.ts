import type { ContestLine, ContestView, StageView } from '@leitai/contract';
import { ACTIONS, can, type ContestTemplate, type Grant, type RuleSection, type Words } from '@leitai/rules';
import type { Static } from 'typebox';
import type { StageRow } from './stages.ts';
import type { ContestCounts, ContestRow } from './store.ts';

type Line = Static<typeof ContestLine>;
type View = Static<typeof ContestView>;
type Stage = Static<typeof StageView>;

export const presentLine = (contest: ContestRow): Line => ({
  id: contest.id,
  code: contest.code,
  title: contest.title,
  unitId: contest.unitId,
  unitName: contest.unitName,
  tier: contest.tier,
  fieldCode: contest.fieldCode,
  directionCode: contest.directionCode,
  flagship: contest.flagship,
  status: contest.status,
  facts: { ...contest.facts },
  toFill: [...contest.toFill],
});

/** A stage as staff see it; also the reply of the modules that open and close stages. */
export const presentStage = (stage: StageRow): Stage => ({
  id: stage.id,
  contestId: stage.contestId,
  ordinal: stage.ordinal,
  kind: stage.kind,
  name: stage.name,
  status: stage.status,
  opensAt: stage.opensAt?.getTime() ?? null,
  closesAt: stage.closesAt?.getTime() ?? null,
  startsAt: stage.startsAt?.getTime() ?? null,
  // Settings are stored only after the closed shape of the contract has taken them.
  settings: stage.settings as Stage['settings'],
  entries: stage.entries,
});

export const presentContest = (
  contest: ContestRow,
  stages: readonly StageRow[],
  counts: ContestCounts,
  grants: readonly Grant[],
): View => ({
  ...presentLine(contest),
  seasonId: contest.seasonId,
  seasonTitle: contest.seasonTitle,
  settings: contest.settings as View['settings'],
  stages: stages.map(presentStage),
  entries: counts.entries,
  entrants: counts.entrants,
  resultState: counts.resultState,
  allowed: ACTIONS.filter((action) => can(grants, action, contest.unitPath)),
});

const words = ({ zh, en }: Words): Words => ({ zh, en });

export const presentTemplate = (template: ContestTemplate) => ({
  code: template.code,
  title: words(template.title),
  settings: template.settings as NonNullable<View['settings']>,
});

export const presentSheet = (contest: ContestRow, sections: readonly RuleSection[]) => ({
  title: contest.title,
  unitName: contest.unitName,
  sections: sections.map(({ heading, lines }) => ({ heading: words(heading), lines: lines.map(words) })),
});
