import { usePublicWords, type PublicWord } from '../../words/public.ts';

const KNOWN: Readonly<Record<string, PublicWord>> = {
  'contest.planned': 'contest.planned',
  'contest.draft': 'contest.draft',
  'contest.running': 'contest.running',
  'contest.closed': 'contest.closed',
  'stage.planned': 'stage.planned',
  'stage.open': 'stage.open',
  'stage.closed': 'stage.closed',
  'stage.decided': 'stage.decided',
};
const SIGN: Readonly<Record<string, string>> = { running: '●', open: '●', closed: '■', decided: '■' };

/** A state with its sign and its word, never colour alone. */
export function StatusWord({ of, status }: { of: 'contest' | 'stage'; status: string }) {
  const say = usePublicWords();
  const word = KNOWN[`${of}.${status}`];
  return (
    <span className={`status ${status}`}>
      <span aria-hidden="true">{SIGN[status] ?? '○'}</span> {word === undefined ? status : say(word)}
    </span>
  );
}
