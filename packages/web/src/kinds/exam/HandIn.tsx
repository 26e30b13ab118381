import { useEffect, useRef } from 'react';
import { usePhoneWords } from '../../words/phone.ts';

/** The question before the hand-in, standing above the button that asked it: a double tap does not answer it. */
export function HandIn({
  unanswered,
  waiting,
  handingIn,
  onCancel,
  onSubmit,
}: {
  unanswered: number;
  /** Answers not yet with the server. */
  waiting: number;
  handingIn: boolean;
  onCancel: () => void;
  onSubmit: () => void;
}) {
  const say = usePhoneWords();
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => cancel.current?.focus({ preventScroll: true }), []);
  if (handingIn)
    return (
      <div className="ask" role="status">
        <p>
          <strong>{say('handingIn')}</strong>
          {waiting > 0 && <span className="quiet"> {say('handingInWaits', { waiting })}</span>}
        </p>
      </div>
    );
  return (
    <div
      className="ask"
      role="dialog"
      aria-modal="true"
      aria-label={say('submit')}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
    >
      <p>{unanswered > 0 ? say('submitAsk', { left: unanswered }) : say('submitAskAll')}</p>
      <button type="button" ref={cancel} onClick={onCancel}>
        {say('cancel')}
      </button>
      <button type="button" className="main" onClick={onSubmit}>
        {say('submitYes')}
      </button>
    </div>
  );
}
