import type { ScoreLine, ScreenView } from '@leitai/rules/show';
import { shown } from '../../kinds/show/telling.ts';
import { TeamBadge } from '../../ui/TeamBadge.tsx';
import { useStageWords } from '../../words/stage.ts';
import { useFit } from './useFit.ts';
import { Winner, WINNER_SIZES } from './Winner.tsx';

/** The end: the winners large and golden, everybody else in order beside them. */
export function Final({ view }: { view: ScreenView }) {
  const say = useStageWords();
  const fit = useFit<HTMLDivElement>(WINNER_SIZES);
  const winners = view.scores.filter((line) => line.place === 1);
  const others = view.scores.filter((line) => line.place !== 1);
  return (
    <section className="final-scene">
      <div ref={fit} className={winners.length > 2 ? 'winners many' : 'winners'}>
        <p className="honour champion">{say('champion')}</p>
        {winners.map((line) => (
          <Winner key={line.team} line={line} />
        ))}
      </div>
      {others.length > 0 && (
        <ol className="final-list" style={{ '--rows': others.length } as object}>
          {others.map((line) => (
            <Row key={line.team} line={line} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Row({ line }: { line: ScoreLine }) {
  const say = useStageWords();
  return (
    <li>
      <span className="num place">{line.place}</span>
      {line.table !== null && <TeamBadge table={line.table} />}
      <span className="name">
        {line.name}
        {line.decided && !line.byLot && <small>{say('byDecider')}</small>}
        {line.eliminated && <small>{say('eliminated')}</small>}
        {line.byLot && <small>{say('byLot')}</small>}
      </span>
      <strong className="num">{shown(line.total)}</strong>
    </li>
  );
}
