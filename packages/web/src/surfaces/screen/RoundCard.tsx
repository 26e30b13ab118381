import type { ScreenView } from '@leitai/rules/show';
import { lineOf, ruleOf } from '../../kinds/show/telling.ts';
import { TeamBadge } from '../../ui/TeamBadge.tsx';
import { useLanguage } from '../../words/language.ts';
import { useStageWords } from '../../words/stage.ts';
import { useFit } from './useFit.ts';

const MOST_LINES = 6;
const BESIDE_TEAMS = 3;

/** The title of a round with its printed rule. */
export function RoundCard({ view }: { view: ScreenView }) {
  const say = useStageWords();
  const language = useLanguage();
  const round = view.round!;
  const most = round.kind === 'decider' ? BESIDE_TEAMS : MOST_LINES;
  const rules =
    view.rules.length === 0 ? [say(ruleOf(view))] : view.rules.slice(0, most).map((line) => line[language]);
  const fit = useFit<HTMLUListElement>([5, 4.6, 4, 3.6]);
  return (
    <section className="round-scene">
      <p className="round-no">
        {round.index === null ? say('decider') : say('round', { index: round.index })}
        {round.practice && <b className="practice">{say('practice')}</b>}
      </p>
      <h1>{round.title}</h1>
      {round.kind === 'decider' && view.decider !== null && (
        <>
          <p className="round-for">{say('deciderFor', { place: view.decider.place })}</p>
          <p className="round-teams">
            {view.decider.teams.map((team) => {
              const line = lineOf(view, team);
              return (
                <span key={team}>
                  {line?.table != null && <TeamBadge table={line.table} />} {line?.name}
                </span>
              );
            })}
          </p>
        </>
      )}
      <ul ref={fit} className="round-rules">
        {rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </section>
  );
}
