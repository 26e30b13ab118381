import type { ApiRefusal } from '../../api/client.ts';
import { usePublicWords } from '../../words/public.ts';
import { refusalWords } from '../../words/words.ts';

export function Refused({ refusal, again }: { refusal: ApiRefusal; again: () => void }) {
  const say = usePublicWords();
  return (
    <section className="card refusal" role="alert">
      <p>{refusalWords(refusal.code, refusal.facts)}</p>
      <button type="button" onClick={again}>
        {say('tryAgain')}
      </button>
    </section>
  );
}
