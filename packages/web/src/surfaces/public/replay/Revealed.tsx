import type { Moment } from '@leitai/rules/show';
import { useReplayWords } from '../../../words/replay.ts';
import { Team } from './names.tsx';

/** What everybody learnt when the question was closed. */
export function Revealed({ moment }: { moment: Extract<Moment, { type: 'closed' }> }) {
  const say = useReplayWords();
  const { answer, explanation, hits, words, items, entries } = moment;
  const verdict = (of: 'hit' | 'pass' | 'void' | null): string =>
    of === null ? '' : `（${say(of === 'void' ? 'voided' : of)}）`;
  return (
    <div className="moment closed">
      {answer !== '' && (
        <p>
          <span className="quiet">{say('answer')}</span> <strong>{answer}</strong>
        </p>
      )}
      {hits !== null && (
        <ul>
          {hits.map(({ text, found }, i) => (
            <li key={i}>
              {text}（{say(found ? 'found' : 'missed')}）
            </li>
          ))}
        </ul>
      )}
      {words !== null && <p>{words.map(({ word, verdict: of }) => `${word}${verdict(of)}`).join('、')}</p>}
      {items !== null && (
        <ol>
          {items.map(({ stem, answer: right, verdict: of }, i) => (
            <li key={i}>
              {stem} <strong>{right}</strong>
              {verdict(of)}
            </li>
          ))}
        </ol>
      )}
      {entries?.some((entry) => entry.answer !== null) === true && (
        <ul>
          {entries.map(({ team, answer: given, right }) => (
            <li key={team}>
              <Team id={team} size={18} /> {given ?? say('noAnswer')}{' '}
              <span aria-hidden="true">{right ? '✓' : '✗'}</span>
            </li>
          ))}
        </ul>
      )}
      {explanation !== null && explanation !== '' && (
        <p className="quiet">
          {say('explanation')} {explanation}
        </p>
      )}
    </div>
  );
}
