import { add, type Decimal } from '@leitai/rules';
import type { LedgerRow, ShowState, TeamId } from '@leitai/rules/show';

/** What a total is made of: the base score, each round, and what was corrected outside of rounds. */
export interface Part {
  /** Unlike its neighbours', though two rounds may have one title. */
  readonly label: string;
  readonly holds: (row: LedgerRow) => boolean;
}

export interface TeamAt {
  readonly id: TeamId;
  readonly name: string;
  readonly table: number;
}

/** By table; before the draw in the order of the list. */
export const teamsAt = ({ config, tables }: ShowState): TeamAt[] =>
  config.teams
    .map(({ id, name }, i) => ({ id, name, table: tables?.[id] ?? i + 1 }))
    .sort((a, b) => a.table - b.table);

export function partsOf({ config, played, ledger }: ShowState): Part[] {
  const rounds = [
    ...played.flatMap((id) => config.rounds.filter((round) => round.id === id)),
    ...(config.decider.rule === 'none' ? [] : [config.decider.round]),
  ];
  const parts: Part[] = rounds.map(({ id, title }, i) => ({
    label: `${i + 1} ${title}`,
    holds: ({ round }) => round === id,
  }));
  return [
    { label: '基础分', holds: ({ round, reason }) => round === null && reason === 'base' },
    // Decider points are none of the board's (QZ-51): it is named only where the jury corrected a score in it.
    ...parts.filter((part, i) => i < played.length || ledger.some(part.holds)),
    { label: '环节外', holds: ({ round, reason }) => round === null && reason !== 'base' },
  ];
}

export const partSum = ({ ledger }: ShowState, part: Part, team: TeamId): Decimal =>
  add('0', ...ledger.filter((row) => row.team === team && part.holds(row)).map(({ delta }) => delta));

export const labelOf = (parts: readonly Part[], row: LedgerRow): string =>
  parts.find((part) => part.holds(row))?.label ?? '';

/** The stem of a question that was shown, by round and id. */
export function stemOf({ config }: ShowState, round: string | null, question: string | null): string {
  const rounds = [...config.rounds, ...(config.decider.rule === 'none' ? [] : [config.decider.round])];
  return rounds.find(({ id }) => id === round)?.questions.find(({ id }) => id === question)?.stem ?? '';
}
