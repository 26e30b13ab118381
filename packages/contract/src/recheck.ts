import { Type } from 'typebox';
import { Closed, DecimalText, Id, Maybe, Ms, Text, Words } from './shapes.ts';
import type { Endpoint } from './endpoint.ts';

const Outcome = Words(['asStated', 'error']);

/** One score on an entry's sheets, as it counts now. */
const SheetMark = Closed({
  stageId: Id,
  stage: Type.String(),
  /** Null: the entry's own score. */
  entrantId: Maybe(Id),
  name: Type.String(),
  score: Maybe(DecimalText),
});

/** A correction keeps the old value, the new one, why, who and when (SK-84). */
const Correction = Closed({
  stage: Type.String(),
  name: Type.String(),
  old: DecimalText,
  new: DecimalText,
  reason: Type.String(),
  at: Ms,
  by: Type.String(),
});

export const RecheckRow = Closed({
  entryId: Id,
  name: Type.String(),
  unitName: Type.String(),
  /** Why it is on the list: in the top share, in the random sample, or because everybody is re-checked. */
  part: Words(['top', 'sample', 'full']),
  outcome: Maybe(Outcome),
  reason: Type.String(),
  foundAt: Maybe(Ms),
  foundBy: Maybe(Type.String()),
  marks: Type.Array(SheetMark),
  corrections: Type.Array(Correction),
});

export const RecheckView = Closed({
  /** `off`: the rules of the contest ask for none. */
  state: Words(['off', 'undrawn', 'open', 'closed']),
  /** Too many errors were found: everybody is re-checked (SK-82). */
  full: Type.Boolean(),
  /** Entries re-checked so far, and with an error. */
  checked: Type.Integer(),
  errors: Type.Integer(),
  /** Entries still to be re-checked. */
  left: Type.Integer(),
  algorithm: Maybe(Type.String()),
  seed: Maybe(Type.String()),
  drawnAt: Maybe(Ms),
  drawnBy: Maybe(Type.String()),
  closedAt: Maybe(Ms),
  closedBy: Maybe(Type.String()),
  rows: Type.Array(RecheckRow),
});

const ParamsContest = Closed({ contestId: Id });
const of = { of: 'contest', at: 'params.contestId' } as const;
const seal = { who: 'staff', action: 'result.seal', ...of } as const;

export const recheckEndpoints = {
  'recheck.get': {
    method: 'GET',
    path: '/api/contests/:contestId/recheck',
    summary: 'The re-check of scores: who is on the list and what was found (SK-80)',
    access: { who: 'staff', action: 'result.read', ...of },
    params: ParamsContest,
    reply: RecheckView,
  },
  'recheck.draw': {
    method: 'POST',
    path: '/api/contests/:contestId/recheck',
    summary: 'Draw the re-check list from a stored seed; once a contest (SK-83)',
    access: seal,
    params: ParamsContest,
    reply: RecheckView,
  },
  'recheck.record': {
    method: 'POST',
    path: '/api/contests/:contestId/recheck/entries/:entryId',
    summary: 'Record an entry as stated, or an error with its corrections; corrected marks supersede (SK-84)',
    access: seal,
    params: Closed({ contestId: Id, entryId: Id }),
    body: Closed({
      outcome: Outcome,
      reason: Text(200, 0),
      corrections: Type.Array(Closed({ stageId: Id, entrantId: Maybe(Id), score: DecimalText }), {
        maxItems: 100,
      }),
    }),
    reply: RecheckView,
  },
  'recheck.close': {
    method: 'POST',
    path: '/api/contests/:contestId/recheck/close',
    summary: 'Close the re-check record; from here on the result may be sealed (SK-83)',
    access: seal,
    params: ParamsContest,
    reply: RecheckView,
  },
} as const satisfies Record<string, Endpoint>;
