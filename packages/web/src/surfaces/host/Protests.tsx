import type { HostView } from '@leitai/rules/show';
import { useState } from 'react';
import { lineOf } from '../../kinds/show/telling.ts';
import { TeamBadge } from '../../ui/TeamBadge.tsx';
import { useHostWords } from '../../words/host.ts';
import { Drawer } from './Drawer.tsx';
import type { Act } from './useDesk.ts';

/** Objections of the teams' leaders and what was ruled (QZ-03); also after the end. */
export function Protests(props: {
  view: HostView;
  act: Act;
  ready: boolean;
  onFile: () => void;
  onClose: () => void;
}) {
  const { view, act, ready, onFile, onClose } = props;
  const say = useHostWords();
  return (
    <Drawer title={say('protests')} onClose={onClose}>
      {view.allowed.includes('fileProtest') && (
        <button type="button" className="main" disabled={!ready} onClick={onFile}>
          {say('protest')}
        </button>
      )}
      {view.protests.length === 0 && <p className="quiet">{say('noProtests')}</p>}
      <ol>
        {view.protests.toReversed().map((protest) => {
          const line = lineOf(view, protest.team);
          return (
            <li key={protest.no} className="protest">
              <span className="num row-no">{protest.no}</span>
              {line?.table != null && <TeamBadge table={line.table} size={24} />}
              <div className="row-why">
                <span>
                  {line?.name}：{protest.text}
                </span>
                {protest.ruling !== null ? (
                  <small>
                    {say(protest.ruling.verdict)} · {protest.ruling.note}
                  </small>
                ) : (
                  view.allowed.includes('ruleProtest') && (
                    <RuleIt
                      ready={ready}
                      onRule={(verdict, note) => act({ type: 'ruleProtest', no: protest.no, verdict, note })}
                    />
                  )
                )}
              </div>
            </li>
          );
        })}
      </ol>
    </Drawer>
  );
}

function RuleIt(props: { ready: boolean; onRule: (verdict: 'upheld' | 'dismissed', note: string) => void }) {
  const { ready, onRule } = props;
  const say = useHostWords();
  const [note, setNote] = useState('');
  const may = ready && note.trim() !== '';
  return (
    <span className="rule-it">
      <input
        aria-label={say('protestNote')}
        placeholder={say('protestNote')}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <button type="button" disabled={!may} onClick={() => onRule('upheld', note.trim())}>
        {say('upheld')}
      </button>
      <button type="button" disabled={!may} onClick={() => onRule('dismissed', note.trim())}>
        {say('dismissed')}
      </button>
    </span>
  );
}
