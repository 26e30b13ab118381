import type { Endpoints, ReplyOf } from '@leitai/contract';
import { useCallback, useEffect, useState } from 'react';
import { ApiRefusal, call } from '../../api/client.ts';
import { usePhoneWords } from '../../words/phone.ts';
import { refusalWords } from '../../words/words.ts';

type ReviewReply = ReplyOf<Endpoints['exam.review']>;
type Item = ReviewReply['items'][number];

/** Own answers with key and explanation, once the stage has closed. */
export default function Review({ stageId, onBack }: { stageId: string; onBack: () => void }) {
  const say = usePhoneWords();
  const [review, setReview] = useState<ReviewReply | null>(null);
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null);
  const ask = useCallback(() => {
    call('exam.review', { params: { stageId } }).then(
      (found) => {
        setRefusal(null);
        setReview(found);
      },
      (error: unknown) => setRefusal(error instanceof ApiRefusal ? error : new ApiRefusal(0, 'unknown')),
    );
  }, [stageId]);
  useEffect(ask, [ask]);
  return (
    <main className="review">
      <button type="button" onClick={onBack}>
        {say('back')}
      </button>
      <h1>{say('review')}</h1>
      {refusal !== null && (
        <div role="alert" className="refusal">
          <p>{refusalWords(refusal.code, refusal.facts)}</p>
          <button type="button" onClick={ask}>
            {say('tryAgain')}
          </button>
        </div>
      )}
      {review === null && refusal === null && <p className="quiet">{say('opening')}</p>}
      {review !== null && (
        <>
          <p className="score">
            {say('yourScore')} <strong className="num">{review.total}</strong>
            <span className="quiet">
              {' '}
              {say('rightOf', {
                right: review.items.filter(({ right }) => right).length,
                count: review.items.length,
              })}
            </span>
          </p>
          <ol>
            {review.items.map((item) => (
              <Reviewed key={item.no} item={item} />
            ))}
          </ol>
        </>
      )}
    </main>
  );
}

function Reviewed({ item }: { item: Item }) {
  const say = usePhoneWords();
  const options = item.type === 'trueFalse' ? [say('wrong'), say('right')] : item.options;
  const words = (choice: readonly number[]): string =>
    choice.length === 0
      ? say('none')
      : choice
          .map((index) =>
            item.type === 'trueFalse'
              ? options[index]
              : `${String.fromCharCode(65 + index)}. ${options[index]}`,
          )
          .join('；');
  return (
    <li>
      <p className={item.stem.length > 70 ? 'stem long' : 'stem'}>
        <span className="num">{item.no}.</span> {item.stem}
      </p>
      <p className={item.right ? 'ok' : 'no'}>
        <span aria-hidden="true">{item.right ? '✓' : '✗'}</span> {say('yourAnswer')}：{words(item.choice)} ·{' '}
        <span className="num">{say('points', { points: item.points })}</span>
      </p>
      {!item.right && (
        <p>
          {say('key')}：{words(item.key)}
        </p>
      )}
      {item.explanation !== '' && <p className="explanation">{item.explanation}</p>}
    </li>
  );
}
