import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useCrowdWords } from '../../words/crowd.ts';
import { randomHex, type Act } from './useDesk.ts';

const FEWEST = 2;
const MOST = 8;

interface Option {
  readonly key: string;
  readonly text: string;
}
const empty = (): Option => ({ key: randomHex(4), text: '' });

/** A poll of two to eight options, written on the spot. */
export function PollDialog({ act, onClose }: { act: Act; onClose: () => void }) {
  const say = useCrowdWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const [title, setTitle] = useState('');
  const [options, setOptions] = useState<readonly Option[]>(() => [empty(), empty()]);
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  const texts = options.map(({ text }) => text.trim());
  const written = texts.filter((text) => text !== '');
  const doubled = new Set(written).size < written.length;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    act({ type: 'startPoll', id: randomHex(8), title: title.trim(), options: texts });
    onClose();
  };
  return (
    <dialog ref={dialog} className="ask" onClose={onClose} aria-labelledby="poll-head">
      <form onSubmit={submit}>
        <h2 id="poll-head">{say('startPoll')}</h2>
        <label>
          {say('pollTitle')}
          <input
            required
            maxLength={120}
            pattern=".*\S.*"
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        </label>
        {options.map(({ key, text }, index) => (
          <div key={key} className="poll-option">
            <label>
              {say('pollOption', { no: index + 1 })}
              <input
                required
                maxLength={80}
                pattern=".*\S.*"
                value={text}
                onChange={(event) =>
                  setOptions(
                    options.map((option) =>
                      option.key === key ? { key, text: event.target.value } : option,
                    ),
                  )
                }
              />
            </label>
            {options.length > FEWEST && (
              <button
                type="button"
                aria-label={say('removeOption', { no: index + 1 })}
                onClick={() => setOptions(options.filter((option) => option.key !== key))}
              >
                ✕
              </button>
            )}
          </div>
        ))}
        {options.length < MOST && (
          <button type="button" onClick={() => setOptions([...options, empty()])}>
            {say('addOption')}
          </button>
        )}
        {doubled && <p role="alert">{say('pollDoubled')}</p>}
        <p className="ask-foot">
          <button type="button" onClick={onClose}>
            {say('cancel')}
          </button>
          <button type="submit" className="main" disabled={doubled}>
            {say('begin')}
          </button>
        </p>
      </form>
    </dialog>
  );
}
