import type { HostAct, PressTiming, ShowCommand, TeamAct } from './command.ts';
import type { QuestionItem, ShowConfig, Team } from './config.ts';
import { decide } from './decide.ts';
import type { Desk } from './desk.ts';
import type { ShowEvent } from './event.ts';
import { evolve, initial } from './evolve.ts';
import { total } from './ledger.ts';
import { presets, type QuestionSets } from './presets.ts';
import type { ProgrammeRound } from './roundConfig.ts';
import { roundDefaults } from './roundDefaults.ts';
import type { ShowState } from './state.ts';

export const teams = (n: number): Team[] =>
  Array.from({ length: n }, (_, i) => ({
    id: 'ABCDEFGH'[i] ?? `T${i + 1}`,
    name: `第${i + 1}队`,
    table: i + 1,
  }));

export const questions = (prefix: string, n: number, more: Partial<QuestionItem> = {}): QuestionItem[] =>
  Array.from({ length: n }, (_, i) => ({
    id: `${prefix}${i + 1}`,
    stem: `STEM-${prefix}${i + 1}`,
    answer: `SECRET-answer-${prefix}${i + 1}`,
    explanation: `SECRET-explanation-${prefix}${i + 1}`,
    ...more,
  }));

export const riskQuestions = (each: number, values: readonly string[] = ['10', '20', '30']): QuestionItem[] =>
  values.flatMap((points) => questions(`r${points}-`, each, { points }));

/** Questions enough for `n` teams in every kind of round. */
export const sets = (n: number): QuestionSets => ({
  mandatory: questions('m', 3 * n + 1),
  video: questions('v', n + 1).map((q) => ({ ...q, hits: [0, 1, 2].map((i) => `SECRET-hit-${q.id}-${i}`) })),
  charades: questions('c', n + 1).map((q) => ({
    ...q,
    words: [0, 1, 2, 3].map((i) => `SECRET-word-${q.id}-${i}`),
  })),
  buzzer: questions('b', 6),
  risk: riskQuestions(n),
  audience: questions('a', 2),
  decider: questions('d', 5),
  teamMandatory: questions('t', n + 1),
  assigned: riskQuestions(n).map((q) => ({ ...q, id: `a${q.id}`, stem: `STEM-a${q.id}` })),
  rapid: questions('q', n + 1).map((q) => ({
    ...q,
    items: [0, 1, 2].map((i) => ({ stem: `ITEM-${q.id}-${i}`, answer: `SECRET-item-${q.id}-${i}` })),
  })),
  cardRaise: questions('k', 4, { answer: '对' }),
  estimate: questions('e', 3, { answer: '41.5', unit: '米' }),
  speed: questions('s', 3, { answer: '甲', options: ['甲', '乙', '丙'] }),
  wager: questions('w', 3),
});

/** A show being driven by one host at console `c1`; time moves one second a command unless told. */
export class Stage {
  state: ShowState;
  readonly events: ShowEvent[] = [];
  now = 1_000_000;

  constructor(config: ShowConfig) {
    this.state = initial(config);
  }

  /** The code of the refusal, or `null`. */
  send(command: ShowCommand): string | null {
    const result = decide(this.state, command);
    if (!result.ok) return result.refusal.code;
    for (const event of result.value) {
      this.events.push(event);
      this.state = evolve(this.state, event);
    }
    return null;
  }

  hostTries(act: HostAct, console = 'c1', step = this.state.step): string | null {
    this.now += 1000;
    // The server draws the seed of a random delay and of a lot.
    const drawn =
      act.type === 'openBuzzers' || act.type === 'finish' ? { seed: String(this.state.seq), ...act } : act;
    return this.send({ ...drawn, actor: { kind: 'host', user: 'host', console, step }, now: this.now });
  }

  /** The same from another desk; its page is named like the desk. */
  deskTries(desk: Desk, act: HostAct, step = this.state.step, console: string = desk): string | null {
    this.now += 1000;
    const actor = { kind: 'host', user: desk, desk, console, step } as const;
    return this.send({ ...act, actor, now: this.now });
  }

  host(...acts: (HostAct | HostAct['type'])[]): this {
    for (const act of acts) {
      const refused = this.hostTries(typeof act === 'string' ? ({ type: act } as HostAct) : act);
      if (refused) throw new Error(`${JSON.stringify(act)} refused: ${refused}`);
    }
    return this;
  }

  teamTries(team: string, act: TeamAct, afterMs = 0): string | null {
    this.now += afterMs;
    return this.send({ ...act, actor: { kind: 'team', team }, now: this.now });
  }

  press(team: string, afterMs = 5, timing?: PressTiming): string | null {
    const question = this.state.stage?.question ?? '';
    return this.teamTries(team, { type: 'press', question, ...(timing && { timing }) }, afterMs);
  }

  /** A press of a wired buzzer. */
  box(input: string, afterMs = 5, timing?: PressTiming): string | null {
    this.now += afterMs;
    const actor = { kind: 'input', input } as const;
    return this.send({ type: 'press', question: null, ...(timing && { timing }), actor, now: this.now });
  }

  /** Waits for the running clock and lets it fire. */
  timeout(seed?: string): string | null {
    const { clock } = this.state;
    if (!clock) return 'no clock';
    this.now = Math.max(this.now, clock.deadline);
    const actor = { kind: 'system' } as const;
    return this.send({
      type: 'timeout',
      clockId: clock.id,
      ...(seed !== undefined && { seed }),
      actor,
      now: this.now,
    });
  }

  begun(): this {
    return this.host('takeConsole', 'start');
  }

  startRound(round: string): this {
    return this.host({ type: 'startRound', round });
  }

  /** What a team enters where all answer at once. */
  enter(team: string, answer: string, afterMs = 0): string | null {
    return this.teamTries(
      team,
      { type: 'answer', question: this.state.stage?.question ?? '', answer },
      afterMs,
    );
  }

  stake(team: string, stake: string): string | null {
    return this.teamTries(team, { type: 'stake', question: '', stake });
  }

  right(...right: string[]): this {
    return this.host({ type: 'judgeTeams', right });
  }

  judge(verdict: 'right' | 'wrong' | 'void' | 'help'): this {
    return this.host({ type: 'judge', verdict });
  }

  /** One spoken question from its showing to its closing. */
  spoken(verdict: 'right' | 'wrong' | 'void' | 'help'): this {
    return this.host('nextQuestion', 'startClock').judge(verdict).host('closeQuestion');
  }

  /** The same moment, to try something else from it. */
  copy(): Stage {
    const copy = new Stage(this.state.config);
    copy.state = this.state;
    copy.now = this.now;
    return copy;
  }

  totals(): Record<string, string> {
    return Object.fromEntries(this.state.config.teams.map((t) => [t.id, total(this.state.ledger, t.id)]));
  }
}

/** A show of this one round, three teams, begun and the round started. */
export function only<K extends ProgrammeRound['kind']>(
  kind: K,
  change: Partial<Extract<ProgrammeRound, { kind: K }>> = {},
  show: Partial<ShowConfig> = {},
  n = 3,
): Stage {
  const round = { ...roundDefaults[kind], questions: sets(n)[kind] ?? [], ...change } as ProgrammeRound;
  const base = presets['std-3']('一轮', teams(n), {});
  return new Stage({ ...base, rounds: [round], ...show }).begun().startRound(round.id);
}
