import { Type } from 'typebox';
import { Closed, DecimalText, Id, Maybe, Ms, Text, Words } from './shapes.ts';
import type { Endpoint } from './endpoint.ts';

/** Option indexes as shown on this paper, ascending; `trueFalse`: [1] true, [0] false; empty: withdrawn. */
export const Choice = Type.Array(Type.Integer({ minimum: 0, maximum: 25 }), { maxItems: 26 });

export const PaperQuestion = Closed({
  no: Type.Integer(),
  type: Words(['single', 'multiple', 'trueFalse']),
  stem: Type.String(),
  options: Type.Array(Type.String()),
  points: DecimalText,
});

export const SavedAnswer = Closed({ no: Type.Integer(), revision: Type.Integer(), choice: Choice });

export const AttemptView = Closed({
  attemptId: Id,
  /** Grows by one with each device that takes the paper over; saves of an older one are refused. */
  device: Type.Integer(),
  state: Words(['running', 'expired', 'submitted']),
  startedAt: Ms,
  deadlineAt: Ms,
  serverNow: Ms,
  questions: Type.Array(PaperQuestion),
  answers: Type.Array(SavedAnswer),
});

export const EntrantStage = Closed({
  id: Id,
  name: Type.String(),
  kind: Words(['exam', 'show']),
  status: Words(['planned', 'open', 'closed', 'decided']),
  closesAt: Maybe(Ms),
  /** Exam: the last moment of a first start (SK-43); null: any time in the window. */
  lastStartAt: Maybe(Ms),
  /** Exam: questions and seconds, for the page before the start. */
  questionCount: Maybe(Type.Integer()),
  durationSec: Maybe(Type.Integer()),
  attempt: Words(['none', 'running', 'finished']),
});

export const EntrantHome = Closed({
  entrantId: Id,
  name: Type.String(),
  entryNo: Type.String(),
  team: Type.String(),
  seat: Type.Integer(),
  unitName: Type.String(),
  contestTitle: Type.String(),
  /** The stages this entrant takes part in, in order; the last one is current. */
  stages: Type.Array(EntrantStage),
  serverNow: Ms,
});

export const AttemptReview = Closed({
  total: DecimalText,
  items: Type.Array(
    Closed({
      no: Type.Integer(),
      stem: Type.String(),
      options: Type.Array(Type.String()),
      type: Words(['single', 'multiple', 'trueFalse']),
      choice: Choice,
      key: Choice,
      right: Type.Boolean(),
      points: DecimalText,
      explanation: Type.String(),
    }),
  ),
});

const ParamsStage = Closed({ stageId: Id });
const ParamsAttempt = Closed({ attemptId: Id });
const entrant = { who: 'entrant' } as const;

export const examEndpoints = {
  'entrant.enter': {
    method: 'POST',
    path: '/api/entrant/enter',
    summary: 'Enter with an admission ticket; sets an HttpOnly cookie',
    access: { who: 'public' },
    body: Closed({ ticket: Text(400) }),
    reply: EntrantHome,
  },
  'entrant.home': {
    method: 'GET',
    path: '/api/entrant',
    summary: 'The entrant’s own stages',
    access: entrant,
    reply: EntrantHome,
  },
  'exam.start': {
    method: 'POST',
    path: '/api/entrant/stages/:stageId/attempt',
    summary: 'Start the try, or take it up again on this device',
    access: entrant,
    params: ParamsStage,
    reply: AttemptView,
  },
  'exam.save': {
    method: 'POST',
    path: '/api/entrant/attempts/:attemptId/answers',
    summary: 'Save one answer; the reply comes after it is durable. Idempotent by question and revision',
    access: entrant,
    params: ParamsAttempt,
    body: Closed({
      device: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
      no: Type.Integer({ minimum: 1, maximum: 1000 }),
      revision: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
      choice: Choice,
    }),
    reply: Closed({ no: Type.Integer(), revision: Type.Integer(), serverNow: Ms }),
  },
  'exam.submit': {
    method: 'POST',
    path: '/api/entrant/attempts/:attemptId/submit',
    summary: 'Hand in; idempotent',
    access: entrant,
    params: ParamsAttempt,
    reply: Closed({ submittedAt: Ms, answered: Type.Integer(), questions: Type.Integer() }),
  },
  'exam.review': {
    method: 'GET',
    path: '/api/entrant/stages/:stageId/review',
    summary: 'Own answers with key and explanation, after the stage has closed',
    access: entrant,
    params: ParamsStage,
    reply: AttemptReview,
  },
  'exam.monitor': {
    method: 'GET',
    path: '/api/stages/:stageId/exam',
    summary: 'Who has not started, is working, has handed in; screen-time facts for the officer in charge',
    access: { who: 'staff', action: 'exam.conduct', of: 'stage', at: 'params.stageId' },
    params: ParamsStage,
    reply: Closed({
      serverNow: Ms,
      rows: Type.Array(
        Closed({
          entrantId: Id,
          entryNo: Type.String(),
          name: Type.String(),
          team: Type.String(),
          state: Words(['notStarted', 'running', 'expired', 'submitted']),
          answered: Type.Integer(),
          questions: Type.Integer(),
          deadlineAt: Maybe(Ms),
          devices: Type.Integer(),
        }),
      ),
    }),
  },
} as const satisfies Record<string, Endpoint>;
