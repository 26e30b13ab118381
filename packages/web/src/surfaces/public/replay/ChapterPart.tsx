import { useReplayWords } from '../../../words/replay.ts';
import { pieces, type Block, type Chapter } from './chapters.ts';
import { MomentLine } from './MomentLine.tsx';
import { Team, useNames } from './names.tsx';
import { PressBars } from './PressBars.tsx';

export function ChapterPart({ chapter, position }: { chapter: Chapter; position: 'first' | 'later' }) {
  const say = useReplayWords();
  const { names } = useNames();
  const { opening, blocks, key } = chapter;
  return (
    <section className="chapter" id={key}>
      {opening === null ? (
        <h2 className="quiet">{say(position === 'first' ? 'before' : 'between')}</h2>
      ) : (
        <h2 className="honour">{opening.title}</h2>
      )}
      {opening?.type === 'round' && (
        <p className="quiet">
          {say('order')} {names(opening.order)}
          {opening.practice && ` · ${say('practice')}`}
        </p>
      )}
      {opening?.type === 'decider' && (
        <p className="quiet">{say('deciderFor', { place: opening.place, teams: names(opening.teams) })}</p>
      )}
      {blocks.map((block) => (
        <BlockPart key={block.key} block={block} />
      ))}
    </section>
  );
}

function BlockPart({ block }: { block: Block }) {
  const say = useReplayWords();
  const { shown, number, moments } = block;
  const back = moments[0]?.type === 'wentBack';
  return (
    <article id={block.key} className="block" tabIndex={-1}>
      {number !== null && (
        <h3>
          {say('question', { n: number })}
          {back && <span className="quiet"> · {say('backAgain')}</span>}
          {shown?.points != null && (
            <span className="quiet"> · {say('points', { points: shown.points })}</span>
          )}
          {shown?.team != null && (
            <>
              {' · '}
              <Team id={shown.team} />
              {shown.seat !== null && <span className="quiet"> {say('seat', { seat: shown.seat })}</span>}
            </>
          )}
        </h3>
      )}
      {shown !== null && !back && (
        <>
          <p className="stem">{shown.stem}</p>
          {shown.options !== null && (
            <ol className="options" type="A">
              {shown.options.map((option, i) => (
                <li key={i}>{option}</li>
              ))}
            </ol>
          )}
        </>
      )}
      {pieces(block).map((piece) =>
        'no' in piece ? (
          <MomentLine key={piece.no} moment={piece} />
        ) : (
          <PressBars key={piece[0]!.no} presses={piece} />
        ),
      )}
    </article>
  );
}
