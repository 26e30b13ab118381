import type { Contest } from '../nouns.ts';
import { useWords, type ConsoleWords } from '../words.ts';

/**
 * Words that name who is ranked: `{who}` 支队伍 / 名选手, `{unit}` 支 / 名, and `{roll}` for entries and entrants
 * together, which are the same when persons compete.
 */
export function useContestWords(contest: Pick<Contest, 'settings'>): ConsoleWords {
  const w = useWords();
  const kind = contest.settings?.ranked.kind ?? 'team';
  return (key, facts = {}) =>
    w(key, { who: w(`who.${kind}`), unit: w(`whoUnit.${kind}`), roll: w(`roll.${kind}`, facts), ...facts });
}
