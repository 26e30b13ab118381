import type { QuestionItem, ShowConfig, TeamId } from './config.ts';
import type { ProgrammeRound, RoundConfig } from './roundConfig.ts';
import type { ShowState } from './state.ts';

/** The configuration of a round by id, the decider's included. */
export function roundById(config: ShowConfig, id: string): RoundConfig | null {
  const found = config.rounds.find((round) => round.id === id);
  if (found) return found;
  return config.decider.rule !== 'none' && config.decider.round.id === id ? config.decider.round : null;
}

export const currentRound = (state: ShowState): RoundConfig | null =>
  state.round && roundById(state.config, state.round.id);

export const questionById = (round: RoundConfig, id: string | null): QuestionItem | null =>
  round.questions.find((question) => question.id === id) ?? null;

/** The programme's next round that was not played yet. */
export const nextRound = (state: ShowState): ProgrammeRound | null =>
  state.config.rounds.find((round) => !state.played.includes(round.id)) ?? null;

/** Tables as listed: the given numbers, else the place in the list (QZ-02). */
export const listedTables = (config: ShowConfig): Readonly<Record<TeamId, number>> =>
  Object.fromEntries(config.teams.map((team, index) => [team.id, team.table ?? index + 1]));

export const tableOf = (state: ShowState, team: TeamId): number => state.tables?.[team] ?? 0;

/** Teams that have not left the show, by table. */
export const teamsIn = (state: ShowState): TeamId[] => {
  const gone = state.eliminated.flat();
  return teamsByTable(state).filter((team) => !gone.includes(team));
};

export const teamsByTable = (state: ShowState): TeamId[] =>
  state.config.teams.map((team) => team.id).sort((a, b) => tableOf(state, a) - tableOf(state, b));
