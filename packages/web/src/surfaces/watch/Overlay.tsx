import type { SpectatorView } from '@leitai/rules/show';
import { Ring } from '../../kinds/show/Ring.tsx';
import { lineOf, moment } from '../../kinds/show/telling.ts';
import { useLive } from '../../live/useLive.ts';
import { TeamBadge } from '../../ui/TeamBadge.tsx';
import { useStageWords } from '../../words/stage.ts';
import { Scores } from './Scores.tsx';

/** Shows only what is so by default; `?parts=scores,turn,question,clock` picks. */
const PARTS = ['scores', 'turn', 'question', 'clock'] as const;
type Part = (typeof PARTS)[number];

function partsOf(search: string): ReadonlySet<Part> {
  const asked = new URLSearchParams(search).get('parts')?.split(',') ?? [];
  const known = PARTS.filter((part) => asked.includes(part));
  return new Set(known.length === 0 ? PARTS : known);
}

/** Laid over the picture by livestream software: transparent where nothing stands; empty while there is no show. */
export function Overlay({ stageId }: { stageId: string }) {
  const say = useStageWords();
  const { view, serverNow } = useLive<SpectatorView>(stageId, 'audience');
  const parts = partsOf(location.search);
  if (view === null || view.phase === 'lobby') return null;
  const [word, tone] = moment(view);
  const who = lineOf(view, view.turn?.team);
  const { question } = view;
  return (
    <main className="overlay">
      {parts.has('question') && question !== null && (
        <section className="over-question">
          <p>{question.asked ?? question.stem}</p>
          {question.reveal !== null && (
            <p className="over-answer">
              {say('answer')}：{question.reveal.answer}
            </p>
          )}
        </section>
      )}
      {parts.has('turn') && (
        <section className={`over-turn ${tone}`} aria-live="polite">
          {who?.table != null && <TeamBadge table={who.table} size={34} />}
          {who !== null && <strong>{who.name}</strong>}
          <span>
            {tone === 'good' ? '✔ ' : tone === 'bad' ? '✘ ' : ''}
            {say(word)}
          </span>
          {parts.has('clock') && view.clock !== null && <Ring clock={view.clock} serverNow={serverNow} />}
        </section>
      )}
      {parts.has('scores') && <Scores view={view} />}
    </main>
  );
}
