import type { Action } from '@leitai/rules';
import type { ConsoleKey } from '../words.ts';
import type { Contest, Stage } from '../nouns.ts';

/** The next thing to do with a contest: its words, why, and where it is done. `null`: nothing is left. */
export interface NextAct {
  readonly key: ConsoleKey;
  readonly why: ConsoleKey;
  readonly facts?: Readonly<Record<string, unknown>>;
  /** Path below `/console`, or `start` for the one act done on the spot. */
  readonly to: string | 'start' | 'takeUp';
}

interface Known {
  /** Tickets that hold; null while not known. */
  readonly tickets: number | null;
  readonly certificates: number | null;
}

function beforeStart(contest: Contest, { tickets }: Known): NextAct {
  const at = `/contests/${contest.id}`;
  if (contest.status === 'planned') return { key: 'next.takeUp', why: 'next.takeUpWhy', to: 'takeUp' };
  if (contest.settings === null || contest.stages.length === 0) {
    return { key: 'next.rules', why: 'next.rulesWhy', to: `${at}/rules` };
  }
  if (contest.entries === 0) return { key: 'next.entries', why: 'next.entriesWhy', to: `${at}/entries` };
  if (tickets !== null && tickets < contest.entrants) {
    const n = contest.entrants - tickets;
    return { key: 'next.tickets', why: 'next.ticketsWhy', facts: { n }, to: `${at}/entries` };
  }
  return {
    key: 'next.start',
    why: 'next.startWhy',
    facts: { entries: contest.entries, entrants: contest.entrants },
    to: 'start',
  };
}

function ofStage(contest: Contest, stage: Stage): NextAct {
  const to = `/contests/${contest.id}/stages/${stage.id}`;
  const facts = { name: stage.name, n: stage.entries };
  const key = `next.${stage.kind}.${stage.status}` as const;
  // A decided stage never asks for anything; the caller has passed over it.
  if (key === 'next.exam.decided' || key === 'next.show.decided') {
    return { key: 'next.result', why: 'next.resultWhy', to };
  }
  return { key, why: `${key}Why`, facts, to };
}

function ofResult(contest: Contest, { certificates }: Known): NextAct | null {
  const to = `/contests/${contest.id}/result`;
  switch (contest.resultState) {
    case 'sealed':
      return { key: 'next.post', why: 'next.postWhy', to };
    case 'noticed':
      return { key: 'next.final', why: 'next.finalWhy', to };
    case 'final':
      if (certificates !== 0) return null;
      return {
        key: 'next.certificates',
        why: 'next.certificatesWhy',
        to: `/contests/${contest.id}/certificates`,
      };
    default:
      return { key: 'next.seal', why: 'next.sealWhy', to };
  }
}

/** Nothing more happens in a stage that is decided, or closed without a cut to confirm. */
export const stageDone = (stage: Stage): boolean =>
  stage.status === 'decided' || (stage.status === 'closed' && stage.settings.cut === undefined);

const ASKS: Readonly<Record<string, Action>> = {
  'next.entries': 'entry.manage',
  'next.tickets': 'entry.manage',
  'next.exam.planned': 'exam.conduct',
  'next.exam.open': 'exam.conduct',
  'next.exam.closed': 'result.seal',
  'next.show.planned': 'show.conduct',
  'next.show.open': 'show.conduct',
  'next.show.closed': 'result.seal',
  'next.seal': 'result.seal',
  'next.post': 'result.publish',
  'next.final': 'result.publish',
  'next.certificates': 'certificate.issue',
};

/** The one red button of a contest's page; nobody is asked for what they may not do. */
export function nextAct(contest: Contest, known: Known): NextAct | null {
  const next = nextOf(contest, known);
  return next !== null && contest.allowed.includes(ASKS[next.key] ?? 'contest.manage') ? next : null;
}

function nextOf(contest: Contest, known: Known): NextAct | null {
  if (contest.status === 'planned' || contest.status === 'draft') return beforeStart(contest, known);
  const stage = contest.stages.find((one) => !stageDone(one));
  return stage === undefined ? ofResult(contest, known) : ofStage(contest, stage);
}
