import type { Reveal as RevealView, ScreenView } from '@leitai/rules/show';
import { letter, withUnit } from '../../kinds/show/telling.ts';
import { useStageWords } from '../../words/stage.ts';
import { Entries } from './Together.tsx';
import { useFit } from './useFit.ts';

/** The answer and why; for clips what was found, for charades every word. */
export function Reveal({ view, reveal }: { view: ScreenView; reveal: RevealView }) {
  const say = useStageWords();
  const { stem, options, unit } = view.question!;
  const fit = useFit<HTMLDivElement>([7, 6.2, 5.4, 4.6, 4]);
  const at = options?.indexOf(reveal.answer) ?? -1;
  if (reveal.items !== null) return <Items items={reveal.items} />;
  const turn = reveal.words;
  if (turn !== null) {
    return (
      <ul className="word-list">
        {turn
          .filter((entry) => entry.verdict !== null)
          .map((entry) => (
            <li key={entry.word} className={entry.verdict ?? ''}>
              <i>{entry.verdict === 'hit' ? '✔' : entry.verdict === 'pass' ? '→' : '✘'}</i> {entry.word}
            </li>
          ))}
      </ul>
    );
  }
  if (reveal.hits !== null) {
    const found = reveal.hits.filter((hit) => hit.found).length;
    return (
      <div ref={fit} className="text reveal">
        <p className="found">{say('foundCount', { found, all: reveal.hits.length })}</p>
        <ul className="hit-list">
          {reveal.hits.map((hit) => (
            <li key={hit.text} className={hit.found ? 'hit' : ''}>
              <i>{hit.found ? '✔' : '○'}</i> {hit.text}
            </li>
          ))}
        </ul>
      </div>
    );
  }
  return (
    <div ref={fit} className="text reveal">
      <p className="asked">{stem}</p>
      <p className="answer-label">{say('answer')}</p>
      <p className="answer">
        {at >= 0 && <b>{letter(at)} </b>}
        {withUnit(reveal.answer, unit)}
      </p>
      {reveal.entries !== null && <Entries view={view} entries={reveal.entries} />}
      {reveal.explanation !== null && <p className="why">{reveal.explanation}</p>}
    </div>
  );
}

/** Every item that was asked, with its answer. */
function Items({ items }: { items: NonNullable<RevealView['items']> }) {
  const fit = useFit<HTMLUListElement>([5.2, 4.6, 4, 3.4, 2.9]);
  return (
    <ul ref={fit} className="item-list">
      {items
        .filter(({ verdict }) => verdict !== null)
        .map(({ stem, answer, verdict }) => (
          <li key={stem} className={verdict ?? ''}>
            <i>{verdict === 'hit' ? '✔' : verdict === 'pass' ? '→' : '✘'}</i>
            <span>{stem}</span>
            <b>{answer}</b>
          </li>
        ))}
    </ul>
  );
}
