import { add } from '../kernel/index.ts';
import type { Verdict } from './command.ts';
import { currentRound, questionById } from './programme.ts';
import { rulesOf } from './rounds/index.ts';
import { jointOf } from './rounds/joints.ts';
import { awaitsRightForFirst } from './rounds/steal.ts';
import { contestants, isTogether, proposed } from './rounds/together.ts';
import type { ShowState } from './state.ts';
import type { HostView } from './views.ts';

/** After a time-out the proposal is "wrong" (QZ-41), after an offer that nobody wanted perhaps "right" (QZ-22). */
export function proposedVerdict(state: ShowState): Verdict | null {
  const config = currentRound(state);
  const { phase, stage } = state;
  if (phase !== 'ruling' || !stage || !config || rulesOf(config, state.config).rules !== 'judge') return null;
  if (awaitsRightForFirst(stage)) return 'right';
  return stage.late ? 'wrong' : null;
}

/** The proposal with what it would move. */
export function proposal(state: ShowState): HostView['proposal'] {
  const verdict = proposedVerdict(state);
  const config = currentRound(state);
  const { round, stage } = state;
  if (verdict === null || !config || !round || !stage) return null;
  const play = { state, config, round, stage, team: null, at: 0, by: '' };
  const result = rulesOf(config, state.config).act(play, { type: 'judge', verdict });
  const rows = result.ok ? result.value.flatMap((event) => ('rows' in event ? event.rows : [])) : [];
  return { verdict, delta: add('0', ...rows.filter((r) => r.team === stage.team).map((r) => r.delta)) };
}

/** What each team entered, ruled or with what the answer key says. */
export function entriesOf(state: ShowState): HostView['entries'] {
  const config = currentRound(state);
  const { round, stage } = state;
  if (!isTogether(config) || !round || stage?.question == null) return [];
  const item = questionById(config, stage.question);
  const key = proposed(jointOf(config), item, stage);
  const ruled = stage.right;
  return contestants(round, stage).map((team) => ({
    team,
    right: ruled ? ruled.includes(team) : key(team),
    ...(stage.entries[team] ?? { answer: null, at: null }),
  }));
}
