import type { ConfigProblem, ShowConfig } from './config.ts';
import type { RoundConfig } from './roundConfig.ts';
import { orderProblems } from './order.ts';
import { decimal, fault, tooFew, unique, whole } from './problems.ts';
import { rulesOf } from './rounds/index.ts';

/**
 * Every fault of a well-shaped configuration, by path; an empty list means that the show can be played.
 * Shapes (missing keys, wrong types) are the contract's to refuse before.
 */
export function validateConfig(config: ShowConfig): ConfigProblem[] {
  const rounds: { path: string; round: RoundConfig }[] = config.rounds.map((round, i) => ({
    path: `rounds.${i}`,
    round,
  }));
  if (config.decider.rule !== 'none') rounds.push({ path: 'decider.round', round: config.decider.round });
  const tables = config.teams.map((team, i) => team.table ?? i + 1);
  return [
    ...tooFew('teams', config.teams.length, 1),
    ...unique(config.teams.map((team, i) => ({ path: `teams.${i}.id`, id: team.id }))),
    ...(config.tableOrder === 'listed'
      ? unique(tables.map((table, i) => ({ path: `teams.${i}.table`, id: String(table) })))
      : []),
    ...config.teams.flatMap((team, i) => whole(`teams.${i}.table`, team.table ?? null)),
    ...decimal('baseScore', config.baseScore),
    ...(config.floor === null ? [] : decimal('floor', config.floor)),
    ...orderProblems(config.order, 'order'),
    ...config.placesThatMatter.flatMap((place, i) => whole(`placesThatMatter.${i}`, place)),
    ...eliminations(config),
    ...(config.stream === null || STREAM.test(config.stream)
      ? []
      : fault('stream', 'show.config.notAnAddress')),
    ...tooFew('rounds', config.rounds.length, 1),
    ...unique(rounds.map(({ path, round }) => ({ path: `${path}.id`, id: round.id }))),
    // A press names its question, so an id means one question in the whole show.
    ...unique(
      rounds.flatMap(({ path, round }) =>
        round.questions.map((question, i) => ({ path: `${path}.questions.${i}.id`, id: question.id })),
      ),
    ),
    ...rounds.flatMap(({ path, round }) =>
      round.questions.flatMap((q, i) =>
        q.points === undefined ? [] : decimal(`${path}.questions.${i}.points`, q.points, '0'),
      ),
    ),
    ...rounds.flatMap(({ path, round }) => [
      ...rulesOf(round, config).problems(round, config.teams.length, path),
    ]),
  ];
}

/** A playlist of an HTTP live stream. */
const STREAM = /^(?:https?:\/\/[^\s/]+)?\/[^\s]*\.m3u8(?:\?[^\s]*)?$/;

/** One team at least stays to the end. */
function eliminations({ rounds, teams }: ShowConfig): ConfigProblem[] {
  let left = teams.length - 1;
  return rounds.flatMap(({ eliminate }, i) => {
    const path = `rounds.${i}.eliminate`;
    const shape = whole(path, eliminate, 0);
    if (shape.length > 0) return shape;
    const most = Math.max(0, left);
    left -= eliminate;
    return eliminate > most ? fault(path, 'show.config.tooMany', { most, given: eliminate }) : [];
  });
}
