import { usePhoneWords } from '../../words/phone.ts';
import type { DeskState } from './answerDesk.ts';

const SIGN = { saved: '✓', saving: '…', retrying: '↻', unsaved: '!' } as const;

/** Saved, being saved, trying again, or not taken: a sign and a word. */
export function SavingState({ saving }: { saving: DeskState['saving'] }) {
  const say = usePhoneWords();
  return (
    <span className={`saving is-${saving}`} role="status">
      <span aria-hidden="true">{SIGN[saving]}</span> {say(saving)}
    </span>
  );
}
