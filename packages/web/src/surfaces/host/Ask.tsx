import type { HostAct, HostView, LedgerRow, PauseReason } from '@leitai/rules/show';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useHostWords, type HostWord } from '../../words/host.ts';
import type { Act } from './useDesk.ts';

export type Question =
  | {
      readonly kind: 'skip' | 'defer' | 'goBack' | 'void' | 'endRound' | 'finish' | 'reopen' | 'pause';
    }
  | { readonly kind: 'protest'; readonly team: string }
  | { readonly kind: 'adjust'; readonly team: string }
  | { readonly kind: 'reverse'; readonly no: number };

const HEAD: Record<Question['kind'], HostWord> = {
  skip: 'skip',
  defer: 'defer',
  goBack: 'goBack',
  reopen: 'reopen',
  pause: 'pause',
  protest: 'protest',
  void: 'voidQuestion',
  endRound: 'endRoundEarly',
  finish: 'finish',
  adjust: 'adjust',
  reverse: 'reverse',
};
const HINT: Partial<Record<Question['kind'], HostWord>> = {
  skip: 'skipHint',
  defer: 'deferHint',
  goBack: 'goBackHint',
  reopen: 'reopenHint',
  protest: 'protestHint',
  void: 'voidHint',
  endRound: 'endRoundHint',
  finish: 'finishHint',
};
const PAUSES: readonly PauseReason[] = ['break', 'equipmentFault', 'protest', 'other'];
const DELTAS = ['-20', '-10', '-5', '5', '10', '20'];

const CHIPS: Partial<Record<Question['kind'], HostWord>> = {
  adjust: 'adjustReasons',
  pause: 'pauseNotes',
  protest: 'protestTexts',
};

/** Grave acts say what will happen and, where the record needs it, ask why. */
export function Ask({
  view,
  ledger,
  question,
  act,
  onClose,
}: {
  view: HostView;
  ledger: readonly LedgerRow[];
  question: Question;
  act: Act;
  onClose: () => void;
}) {
  const say = useHostWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const [reason, setReason] = useState('');
  const [team, setTeam] = useState('team' in question ? question.team : '');
  const [why, setWhy] = useState<PauseReason>('break');
  const [delta, setDelta] = useState('');
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  const { kind } = question;
  const asks = kind !== 'endRound' && kind !== 'finish';
  const hint = HINT[kind];
  const row = kind === 'reverse' ? ledger.find(({ no }) => no === question.no) : undefined;
  const command = (): HostAct => {
    switch (kind) {
      case 'skip':
        return { type: 'skipQuestion', reason };
      case 'void':
        return { type: 'voidQuestion', reason };
      case 'defer':
        return { type: 'deferQuestion', reason };
      case 'goBack':
        return { type: 'goBack', reason };
      case 'reopen':
        return { type: 'reopen', reason };
      case 'pause':
        return { type: 'pause', reason: why, ...(reason === '' ? {} : { note: reason }) };
      case 'protest':
        return { type: 'fileProtest', team, question: view.item?.id ?? null, text: reason };
      case 'adjust':
        return { type: 'adjust', team, delta: delta.replace('−', '-').replace(/^\+/, ''), reason };
      case 'reverse':
        return { type: 'reverse', ledgerNo: question.no, reason };
      default:
        return { type: kind };
    }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    act(command());
    onClose();
  };
  return (
    <dialog ref={dialog} className="ask" onClose={onClose} aria-labelledby="ask-head">
      <form onSubmit={submit}>
        <h2 id="ask-head">{say(HEAD[kind])}</h2>
        {hint !== undefined && <p>{say(hint)}</p>}
        {row !== undefined && (
          <p className="num">
            {say('no')} {row.no} · {view.scores.find((line) => line.team === row.team)?.name} · {row.delta} ·{' '}
            {say(`why_${row.reason}`)}
          </p>
        )}
        {kind === 'pause' && (
          <fieldset className="reasons">
            {PAUSES.map((one) => (
              <label key={one}>
                <input type="radio" name="why" checked={why === one} onChange={() => setWhy(one)} />
                {say(`pause_${one}`)}
              </label>
            ))}
          </fieldset>
        )}
        {'team' in question && (
          <label>
            {say('chooseTeam')}
            <select value={team} onChange={(event) => setTeam(event.target.value)}>
              {view.scores.map((line) => (
                <option key={line.team} value={line.team}>
                  {line.name}
                </option>
              ))}
            </select>
          </label>
        )}
        {kind === 'adjust' && (
          <>
            <label>
              {say('points')}
              <input
                required
                inputMode="decimal"
                pattern="[+\-−]?\d+(\.\d+)?"
                value={delta}
                onChange={(event) => setDelta(event.target.value)}
              />
            </label>
            <Chips values={DELTAS} onPick={setDelta} />
          </>
        )}
        {asks && (
          <>
            <label>
              {say('reason')}
              <input
                required={kind !== 'pause'}
                maxLength={200}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            </label>
            <Chips values={say(CHIPS[kind] ?? 'reasons').split('|')} onPick={setReason} />
          </>
        )}
        <p className="ask-foot">
          <button type="button" onClick={onClose}>
            {say('cancel')}
          </button>
          <button type="submit" className="main">
            {say('confirm')}
          </button>
        </p>
      </form>
    </dialog>
  );
}

function Chips({ values, onPick }: { values: readonly string[]; onPick: (value: string) => void }) {
  return (
    <p className="chips num">
      {values.map((value) => (
        <button key={value} type="button" onClick={() => onPick(value)}>
          {/^\d/.test(value) ? `+${value}` : value.replace(/^-/, '−')}
        </button>
      ))}
    </p>
  );
}
