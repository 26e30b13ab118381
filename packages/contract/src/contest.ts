import { Type } from 'typebox';
import { Closed, Code, Id, Maybe, Ms, Text, TierWord, Words } from './shapes.ts';
import { ContestSettingsShape, StageKindWord, StageSettingsShape } from './settings.ts';
import { ContestLine } from './season.ts';
import type { Endpoint } from './endpoint.ts';

/** `planned` no time set, `open` entrants may work, `closed` no more answers, `decided` the cut is confirmed or the stage was the last. */
export const StageStatus = Words(['planned', 'open', 'closed', 'decided']);

export const StageView = Closed({
  id: Id,
  contestId: Id,
  ordinal: Type.Integer(),
  kind: StageKindWord,
  name: Type.String(),
  status: StageStatus,
  opensAt: Maybe(Ms),
  closesAt: Maybe(Ms),
  /** An exam's scheduled start, from which late entrants are counted (SK-43); null: the opening. */
  startsAt: Maybe(Ms),
  settings: StageSettingsShape,
  entries: Type.Integer(),
});

const Bilingual = Closed({ zh: Type.String(), en: Type.String() });

export const RuleSheet = Closed({
  title: Type.String(),
  unitName: Type.String(),
  sections: Type.Array(Closed({ heading: Bilingual, lines: Type.Array(Bilingual) })),
});

export const ContestView = Closed({
  ...ContestLine.properties,
  seasonId: Id,
  seasonTitle: Type.String(),
  settings: Maybe(ContestSettingsShape),
  stages: Type.Array(StageView),
  entries: Type.Integer(),
  entrants: Type.Integer(),
  resultState: Maybe(Words(['provisional', 'sealed', 'noticed', 'final'])),
  /** Acts the caller may do here. */
  allowed: Type.Array(Type.String()),
});

const ParamsContest = Closed({ contestId: Id });
const ParamsStage = Closed({ stageId: Id });
const manage = { who: 'staff', action: 'contest.manage', of: 'contest', at: 'params.contestId' } as const;
const conduct = { who: 'staff', action: 'exam.conduct', of: 'stage', at: 'params.stageId' } as const;

export const contestEndpoints = {
  'contest.templates': {
    method: 'GET',
    path: '/api/contest-templates',
    summary: 'Templates a contest can be made from',
    access: { who: 'self' },
    reply: Closed({
      templates: Type.Array(Closed({ code: Code, title: Bilingual, settings: ContestSettingsShape })),
    }),
  },
  'contest.create': {
    method: 'POST',
    path: '/api/contests',
    summary: 'Create a contest from a template (a planned one of the season can be taken up by its code)',
    access: { who: 'staff', action: 'contest.manage', of: 'unit', at: 'body.unitId' },
    body: Closed({
      seasonId: Id,
      unitId: Id,
      code: Code,
      title: Text(120),
      template: Code,
      tier: TierWord,
      fieldCode: Maybe(Code),
      directionCode: Maybe(Code),
    }),
    reply: ContestView,
  },
  'contest.get': {
    method: 'GET',
    path: '/api/contests/:contestId',
    summary: 'A contest with its stages',
    access: { who: 'staff', action: 'contest.read', of: 'contest', at: 'params.contestId' },
    params: ParamsContest,
    reply: ContestView,
  },
  'contest.update': {
    method: 'PUT',
    path: '/api/contests/:contestId',
    summary: 'Change title and settings; only while it is a draft',
    access: manage,
    params: ParamsContest,
    body: Closed({ title: Text(120), settings: ContestSettingsShape }),
    reply: ContestView,
  },
  'contest.start': {
    method: 'POST',
    path: '/api/contests/:contestId/start',
    summary: 'Publish the rules and start; the settings are fixed from here on',
    access: manage,
    params: ParamsContest,
    reply: ContestView,
  },
  'contest.ruleSheet': {
    method: 'GET',
    path: '/api/contests/:contestId/rule-sheet',
    summary: 'The printed rules 竞赛规则, generated from the settings',
    access: { who: 'staff', action: 'contest.read', of: 'contest', at: 'params.contestId' },
    params: ParamsContest,
    reply: RuleSheet,
  },
  'contest.export': {
    method: 'GET',
    path: '/api/contests/:contestId/record',
    summary: 'The full record as one JSON file (docs/record.md); read it again with `leitai verify`',
    access: { who: 'staff', action: 'contest.export', of: 'contest', at: 'params.contestId' },
    params: ParamsContest,
    reply: { file: 'application/json' },
  },
  'stage.open': {
    method: 'POST',
    path: '/api/stages/:stageId/open',
    summary: 'Open an exam stage now, closing at a given time; needs the previous stage decided',
    access: conduct,
    params: ParamsStage,
    body: Closed({ closesAt: Ms, startsAt: Type.Optional(Ms) }),
    reply: StageView,
  },
  'stage.close': {
    method: 'POST',
    path: '/api/stages/:stageId/close',
    summary: 'Close an exam stage: open tries are handed in as they stand',
    access: conduct,
    params: ParamsStage,
    reply: StageView,
  },
} as const satisfies Record<string, Endpoint>;
