import type { ScreenView } from '@leitai/rules/show';
import { hitsOf } from '../../kinds/show/telling.ts';
import { useStageWords } from '../../words/stage.ts';

/** How far a turn of word after word has come: a dot for each, never what is still to come. */
function Dots({ view }: { view: ScreenView }) {
  return (
    <p className="dots" aria-hidden="true">
      {view.turn?.words?.map((verdict, index) => (
        <i key={`${index}-${verdict}`} className={verdict}>
          {verdict === 'hit' ? '✔' : verdict === 'pass' ? '→' : '✘'}
        </i>
      ))}
    </p>
  );
}

/** The word while it is guessed (if the rules show it here) and how far the team has come; never the coming words. */
export function Charades({ view }: { view: ScreenView }) {
  const say = useStageWords();
  return (
    <div className="charades">
      {view.word !== null && <p className={`word w${Math.min(9, [...view.word].length)}`}>{view.word}</p>}
      <p className={view.word === null ? 'hits big' : 'hits'}>
        {view.phase === 'reading' ? say('ruleCharades') : say('hitCount', { hits: hitsOf(view) })}
      </p>
      <Dots view={view} />
    </div>
  );
}

/** 速答: the item that is asked, and how many were right. */
export function Rapid({ view }: { view: ScreenView }) {
  const say = useStageWords();
  const { asked, stem } = view.question!;
  const item = (view.turn?.words?.length ?? 0) + 1;
  return (
    <div className="charades rapid">
      {asked !== null && <p className="item-no num">{say('rapidItem', { item })}</p>}
      <p className={`item w${Math.min(3, Math.ceil([...(asked ?? stem)].length / 14))}`}>{asked ?? stem}</p>
      {view.phase !== 'reading' && <p className="hits num">{say('rapidCount', { hits: hitsOf(view) })}</p>}
      <Dots view={view} />
    </div>
  );
}
