import type { ScoreLine } from '@leitai/rules/show';
import { shown } from '../../kinds/show/telling.ts';
import { TeamBadge } from '../../ui/TeamBadge.tsx';
import { useStageWords } from '../../words/stage.ts';

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
