import type { Result, Words } from '../../kernel/index.ts';
import type { HostAct, HostActType, ShowRefusal, TeamAct } from '../command.ts';
import type { ConfigProblem, TeamId } from '../config.ts';
import type { RoundConfig } from '../roundConfig.ts';
import type { ShowEvent } from '../event.ts';
import type { OnStage, Phase, RoundState, ShowState } from '../state.ts';

export type Decided = Result<readonly ShowEvent[], ShowRefusal>;

/** One command in one running round. `team` is the acting team, `null` when the host acts. */
export interface Play<C extends RoundConfig = RoundConfig> {
  readonly state: ShowState;
  readonly config: C;
  readonly round: RoundState;
  readonly team: TeamId | null;
  readonly by: string;
  readonly at: number;
}

/** The same with a question or turn on stage. */
export interface StagePlay<C extends RoundConfig = RoundConfig> extends Play<C> {
  readonly stage: OnStage;
}

/** Commands whose meaning depends on the kind of round. */
export type RoundAct =
  | Extract<
      HostAct,
      {
        type:
          | 'startClock'
          | 'openBuzzers'
          | 'judge'
          | 'judgeWord'
          | 'judgeHits'
          | 'judgeTeams'
          | 'settleDeadHeat'
          | 'giveTo'
          | 'chooseRisk'
          | 'declineRisk';
      }
    >
  /** `input`: the wired buzzer that pressed for the team. */
  | (Extract<TeamAct, { type: 'press' }> & { readonly input?: string })
  | Extract<TeamAct, { type: 'answer' | 'stake' }>;

export interface Who {
  readonly team: TeamId | null;
  readonly seat: number | null;
}

/** What a kind of round answers for. A new kind is one value with this face. */
export interface RoundRules<C extends RoundConfig> {
  /** The host's act that ends the reading. */
  readonly starts: HostActType & ('startClock' | 'openBuzzers' | 'closeQuestion');
  readonly rules: 'judge' | 'judgeWord' | 'judgeHits' | 'judgeTeams' | null;
  /** Phases besides `judged` and `audience` in which the host may close the question. */
  readonly closes: readonly Phase[];
  order(config: C, state: ShowState): readonly TeamId[];
  /** Turns in the round, or `null`: as many as questions. */
  turns(config: C, teams: number): number | null;
  /** The round is over before its turns or questions are used up. */
  over?(config: C, state: ShowState): boolean;
  who(config: C, order: readonly TeamId[], turn: number): Who;
  /** Puts the next turn on stage. */
  begin(play: Play<C>): Decided;
  act(play: StagePlay<C>, act: RoundAct): Decided;
  problems(config: C, teams: number, path: string): readonly ConfigProblem[];
  /** Its lines on the printed rule sheet. */
  printed(config: C): readonly Words[];
}
