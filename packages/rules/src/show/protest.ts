import { ok, refuse } from '../kernel/index.ts';
import type { HostAct } from './command.ts';
import { questionById } from './programme.ts';
import type { Decided } from './rounds/face.ts';
import type { ShowState } from './state.ts';

type File = Extract<HostAct, { type: 'fileProtest' }>;
type Rule = Extract<HostAct, { type: 'ruleProtest' }>;

/** QZ-03. A ruling changes no score by itself: an upheld protest is acted on by the means that leave rows. */
export function fileProtest(state: ShowState, act: File, at: number, by: string): Decided {
  const { team, question } = act;
  const text = act.text.trim();
  if (state.phase === 'lobby') return refuse('show.notStarted');
  if (!state.config.teams.some((t) => t.id === team)) return refuse('show.stranger', { team });
  if (question !== null && !isKnown(state, question)) return refuse('show.question.none', { question });
  if (text === '') return refuse('show.reasonMissing');
  // Filing leaves the step alone, so the second half of a double click is known by its words.
  const same = state.protests.some(
    (p) => p.ruling === null && p.team === team && p.question === question && p.text === text,
  );
  if (same) return refuse('show.stale', { step: state.step });
  const protest = { no: state.protests.length + 1, team, question, text, by, at, ruling: null };
  return ok([{ type: 'protestFiled', protest, at, by }]);
}

export function ruleProtest(state: ShowState, act: Rule, at: number, by: string): Decided {
  const { no, verdict } = act;
  const note = act.note.trim();
  const protest = state.protests.find((p) => p.no === no);
  if (!protest) return refuse('show.protest.unknown', { no });
  if (protest.ruling !== null) return refuse('show.protest.ruled', { no });
  if (note === '') return refuse('show.reasonMissing');
  return ok([{ type: 'protestRuled', no, verdict, note, at, by }]);
}

const isKnown = ({ config }: ShowState, id: string): boolean =>
  [...config.rounds, ...(config.decider.rule === 'none' ? [] : [config.decider.round])].some(
    (round) => questionById(round, id) !== null,
  );
