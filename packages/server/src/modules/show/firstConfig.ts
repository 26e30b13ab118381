import {
  isPreset,
  presets,
  type QuestionItem,
  type QuestionSets,
  type ShowConfig,
  type Team,
} from '@leitai/rules/show';
import type { ShowMaterial } from '../example/index.ts';

/** Questions by round, numbered so that an id means one question in the whole show. */
function setsOf(material: ShowMaterial | null): QuestionSets {
  const sets: Record<string, QuestionItem[]> = {};
  for (const round of material?.rounds ?? []) {
    const { kind } = round;
    sets[kind] =
      'lists' in round
        ? round.lists.map(({ no, words }) => ({
            id: `${kind}-${no}`,
            stem: '',
            answer: words.join('、'),
            words,
          }))
        : round.questions.map(
            ({ no, ...question }) => ({ id: `${kind}-${no}`, ...question }) as QuestionItem,
          );
  }
  return sets;
}

/** Of the preset, the teams and the material; rounds without material have no questions and refuse to start. */
export function firstConfig(
  name: string,
  preset: string,
  teams: readonly Team[],
  material: ShowMaterial | null,
): ShowConfig {
  const sets = setsOf(material);
  const config = presets[isPreset(preset) ? preset : 'std-3'](name, teams, sets);
  const rounds = config.rounds.map((round) => (round.kind === 'video' ? perHit(round) : round));
  return { ...config, rounds, tableOrder: 'draw' };
}

/** The material says what one point found is worth; a question of its own points is no thing of this kind. */
function perHit(round: Extract<ShowConfig['rounds'][number], { kind: 'video' }>): typeof round {
  const perHit = round.questions[0]?.points ?? round.perHit;
  const questions = round.questions.map((question) => {
    const { points: _perHit, ...rest } = question;
    return rest;
  });
  return { ...round, questions, perHit };
}

/** The show's teams are the entries of its stage; names and tables that the organiser gave are kept. */
export function withTeams(config: ShowConfig, entries: readonly Team[]): ShowConfig {
  const known = new Map(config.teams.map((team) => [team.id, team]));
  const ids = new Set(entries.map(({ id }) => id));
  const kept = config.teams.filter(({ id }) => ids.has(id));
  return { ...config, teams: [...kept, ...entries.filter(({ id }) => !known.has(id))] };
}
