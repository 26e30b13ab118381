import type { ScreenView } from '@leitai/rules/show';
import { byTable } from '../../kinds/show/telling.ts';
import { TeamBadge } from '../../ui/TeamBadge.tsx';
import { useStageWords } from '../../words/stage.ts';

/** Before the match every device presses once; the hall sees that it was heard, and how exactly. */
export function TestPress({ view }: { view: ScreenView }) {
  const say = useStageWords();
  return (
    <section className="test-scene" aria-live="polite">
      <h1>{say('testing')}</h1>
      <ol className={view.scores.length > 8 ? 'test many' : 'test'}>
        {byTable(view).map((line) => {
          const heard = view.tested.find(({ team }) => team === line.team);
          return (
            <li key={line.team} className={heard === undefined ? '' : 'heard'}>
              {line.table !== null && <TeamBadge table={line.table} />}
              <span className="name">{line.name}</span>
              <b className="num">
                {heard === undefined ? say('testWaiting') : `✔ ±${heard.uncertaintyMs.toFixed(1)} ms`}
              </b>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
