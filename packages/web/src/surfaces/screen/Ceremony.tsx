import type { ScreenView } from '@leitai/rules/show';
import { shown } from '../../kinds/show/telling.ts';
import { TeamBadge } from '../../ui/TeamBadge.tsx';
import { useStageWords } from '../../words/stage.ts';
import { useFit } from './useFit.ts';
import { Winner, WINNER_SIZES } from './Winner.tsx';

/** The winners are called from below: the place called last stands large, those before it in a row beneath. */
export function Ceremony({ view }: { view: ScreenView }) {
  const say = useStageWords();
  const fit = useFit<HTMLDivElement>(WINNER_SIZES);
  const called = view.scores.filter((line) => line.place !== null);
  const best = Math.min(...called.map((line) => line.place!));
  const now = called.filter((line) => line.place === best);
  const before = called.filter((line) => line.place !== best);
  return (
    <section className="ceremony-scene" aria-live="polite">
      {now.length === 0 ? (
        <h1 className="honour champion">{say('ceremony')}</h1>
      ) : (
        <div
          key={best}
          ref={fit}
          className={`called${best === 1 ? ' first' : ''}${now.length > 3 ? ' many' : ''}`}
        >
          <p className="honour champion">{best === 1 ? say('champion') : say('place', { place: best })}</p>
          {now.map((line) => (
            <Winner key={line.team} line={line} />
          ))}
        </div>
      )}
      {before.length > 0 && (
        <ol className="called-before" style={{ '--before': before.length } as object}>
          {before.map((line) => (
            <li key={line.team}>
              <span className="num">{line.place}</span>
              {line.table !== null && <TeamBadge table={line.table} />}
              <span>{line.name}</span>
              <b className="num">{shown(line.total)}</b>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
