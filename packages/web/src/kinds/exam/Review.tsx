import type { AttemptReview } from '@leitai/contract';
import type { Static } from 'typebox';
import { useEffect, useState } from 'react';
import { ApiRefusal, call } from '../../api/client.ts';
import { usePhoneWords } from '../../words/phone.ts';
import { refusalWords } from '../../words/words.ts';

type ReviewReply = Static<typeof AttemptReview>;

/** Own answers with key and explanation, once the stage has closed. */
export function Review({ stageId, onBack }: { stageId: string; onBack: () => void }) {
  const say = usePhoneWords();
  const [review, setReview] = useState<ReviewReply | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  useEffect(() => {
    call('exam.review', { params: { stageId } }).then(setReview, (error: unknown) =>
      setRefusal(error instanceof ApiRefusal ? refusalWords(error.code, error.facts) : String(error)),
    );
  }, [stageId]);
  const words = (item: ReviewReply['items'][number], choice: readonly number[]): string => {
    const options = item.type === 'trueFalse' ? [say('wrong'), say('right')] : item.options;
    return choice.length === 0 ? say('none') : choice.map((index) => options[index]).join('；');
  };
  return (
    <main className="review">
      <button type="button" onClick={onBack}>
        {say('back')}
      </button>
      {refusal !== null && <p role="alert">{refusal}</p>}
      {review !== null && (
        <>
          <p className="score">
            {say('yourScore')} <strong className="num">{review.total}</strong>
          </p>
          <ol>
            {review.items.map((item) => (
              <li key={item.no}>
                <p>
                  <span className={item.right ? 'ok' : 'no'}>{item.right ? '✓' : '✗'}</span> {item.stem}
                </p>
                <p>
                  {say('yourAnswer')}：{words(item, item.choice)}
                </p>
                <p>
                  {say('key')}：{words(item, item.key)}
                </p>
                <p className="explanation">{item.explanation}</p>
              </li>
            ))}
          </ol>
        </>
      )}
    </main>
  );
}
