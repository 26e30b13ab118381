import { refuse, type Result } from '@leitai/rules';
import type { QuestionItem, ShowConfig } from '@leitai/rules/show';
import type { Tx } from '../../platform/database.ts';
import { mediaIdOf, readyKinds } from '../media/index.ts';
import { readConfig } from './store.ts';

interface Placed {
  readonly question: QuestionItem;
  /** `rounds.0.questions.2` */
  readonly path: string;
  readonly round: string;
  /** From 1. */
  readonly no: number;
}

function questionsOf({ rounds, decider }: ShowConfig): Placed[] {
  const all = rounds.map((round, at) => ({ round, path: `rounds.${at}` }));
  const last = decider.rule !== 'none' ? [{ round: decider.round, path: 'decider.round' }] : [];
  return [...all, ...last].flatMap(({ round, path }) =>
    round.questions.map((question, at) => ({
      question,
      path: `${path}.questions.${at}`,
      round: round.title,
      no: at + 1,
    })),
  );
}

/** A question shows nothing but the stage's own media, and as what they are. Null when all is well. */
export async function mediaFault(
  tx: Tx,
  stageId: string,
  config: ShowConfig,
): Promise<Extract<Result<never>, { ok: false }> | null> {
  const shown = questionsOf(config).filter(({ question }) => question.media !== undefined);
  if (shown.length === 0) return null;
  const kinds = await readyKinds(tx, stageId);
  const problems = shown
    .filter(({ question: { media } }) => kinds.get(mediaIdOf(media!.url) ?? '') !== media!.kind)
    .map(({ path }) => ({ path: `${path}.media.url`, code: 'show.config.media' }));
  if (problems.length === 0) return null;
  return refuse('show.configInvalid', { field: problems[0]!.path, problems: problems.slice(0, 50) });
}

/** The first question that shows the address. */
export async function mediaUse(
  tx: Tx,
  stageId: string,
  url: string,
): Promise<{ round: string; no: number } | null> {
  const config = await readConfig(tx, stageId);
  const found = config && questionsOf(config).find(({ question }) => question.media?.url === url);
  return found === undefined ? null : { round: found.round, no: found.no };
}
