import type { ScreenView } from '@leitai/rules/show';
import { useEffect, useState } from 'react';
import { call } from '../../api/client.ts';
import { lineOf, RULE } from '../../kinds/show/telling.ts';
import { TeamBadge } from '../../ui/TeamBadge.tsx';
import { useLanguage } from '../../words/language.ts';
import { useStageWords } from '../../words/stage.ts';
import { useFit } from './useFit.ts';

type Sheet = Awaited<ReturnType<typeof call<'show.ruleSheet'>>>;
const MOST_LINES = 6;
const BESIDE_TEAMS = 3;

let asked: Promise<Sheet | null> | null = null;

/** Asked once a page: a screen that may not have it need not ask again. */
function sheetOf(stageId: string): Promise<Sheet | null> {
  asked ??= call('show.ruleSheet', { params: { stageId } }).catch(() => null);
  return asked;
}

/** The title of a round with its printed rule; a screen without a signed-in user shows the rule in one sentence. */
export function RoundCard({ view, stageId }: { view: ScreenView; stageId: string }) {
  const say = useStageWords();
  const language = useLanguage();
  const [sheet, setSheet] = useState<Sheet | null>(null);
  useEffect(() => {
    void sheetOf(stageId).then(setSheet);
  }, [stageId]);
  const round = view.round!;
  const lines = sheet?.sections.find((section) => section.heading.zh === round.title)?.lines ?? [];
  const rules =
    lines.length === 0
      ? [say(RULE[round.kind])]
      : lines.slice(0, round.kind === 'decider' ? BESIDE_TEAMS : MOST_LINES).map((line) => line[language]);
  const fit = useFit<HTMLUListElement>([5, 4.6, 4, 3.6]);
  return (
    <section className="round-scene">
      <p className="round-no">
        {round.index === null ? say('decider') : say('round', { index: round.index })}
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
