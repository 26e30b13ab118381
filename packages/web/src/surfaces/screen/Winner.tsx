import type { ScoreLine } from '@leitai/rules/show';
import { shown } from '../../kinds/show/telling.ts';
import { TeamBadge } from '../../ui/TeamBadge.tsx';
import { useStageWords } from '../../words/stage.ts';

/** A winner alone is told as large as the first; the more have to be told at once, the smaller each. */
export const WINNER_SIZES = [10, 8.5, 7, 5.8, 4.8, 4, 3.3, 2.7];

/** A team that is called out, large, with what its place was settled by. */
export function Winner({ line }: { line: ScoreLine }) {
  const say = useStageWords();
  return (
    <div className="winner">
      {line.table !== null && <TeamBadge table={line.table} />}
      <h1 className="honour">{line.name}</h1>
      <strong className="num">{shown(line.total)}</strong>
      {line.decided && !line.byLot && <small>{say('byDecider')}</small>}
      {line.byLot && <small>{say('byLot')}</small>}
    </div>
  );
}
