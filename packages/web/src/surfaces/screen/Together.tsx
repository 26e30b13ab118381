import type { Reveal, ScreenView } from '@leitai/rules/show';
import { byTable, withUnit } from '../../kinds/show/telling.ts';
import { TeamBadge } from '../../ui/TeamBadge.tsx';
import { useStageWords } from '../../words/stage.ts';

/** What every team answered, once it is ruled. */
export function Entries({ view, entries }: { view: ScreenView; entries: NonNullable<Reveal['entries']> }) {
  const say = useStageWords();
  const of = new Map(entries.map((entry) => [entry.team, entry]));
  return (
    <ol className="entries">
      {byTable(view)
        .filter((line) => of.has(line.team))
        .map((line) => {
          const { answer, right } = of.get(line.team)!;
          return (
            <li key={line.team} className={right ? 'right' : 'wrong'}>
              {line.table !== null && <TeamBadge table={line.table} />}
              <span>{answer === null ? say('noAnswer') : withUnit(answer, view.question?.unit ?? null)}</span>
              <b aria-label={say(right ? 'right' : 'wrong')}>{right ? '✔' : '✘'}</b>
            </li>
          );
        })}
    </ol>
  );
}
