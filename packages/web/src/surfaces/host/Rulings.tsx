import type { HostView } from '@leitai/rules/show';
import { lineOf, signed } from '../../kinds/show/telling.ts';
import { useHostWords } from '../../words/host.ts';
import { DeadHeat, Joint, Offer, Stakes } from './Joint.tsx';
import { KeyButton } from './KeyButton.tsx';
import type { Act } from './useDesk.ts';

interface Props {
  view: HostView;
  act: Act;
  ready: boolean;
  hits: readonly number[];
  setHits: (hits: readonly number[]) => void;
}

/** What the left hand decides: right or wrong, word by word, the points found, the value chosen. */
export function Rulings(props: Props) {
  const say = useHostWords();
  const { view } = props;
  const { allowed } = view;
  return (
    <section className="rulings" aria-label={say('rulings')}>
      <h2>{say('rulings')}</h2>
      {allowed.includes('judge') ? (
        <Judge {...props} />
      ) : allowed.includes('judgeWord') ? (
        <Words {...props} />
      ) : allowed.includes('judgeHits') ? (
        <Hits {...props} />
      ) : allowed.includes('judgeTeams') ? (
        <Joint key={view.item?.id} {...props} />
      ) : allowed.includes('settleDeadHeat') ? (
        <DeadHeat {...props} />
      ) : allowed.includes('giveTo') ? (
        <Offer {...props} />
      ) : view.phase === 'staking' ? (
        <Stakes view={view} />
      ) : allowed.includes('chooseRisk') ? (
        <Values {...props} />
      ) : (
        <p className="quiet">{say('noRuling')}</p>
      )}
    </section>
  );
}

function Judge({ view, act, ready }: Props) {
  const say = useHostWords();
  return (
    <>
      <KeyButton
        keys="a arrowleft"
        cap="A ←"
        className="right-answer"
        disabled={!ready}
        onClick={() => act({ type: 'judge', verdict: 'right' })}
      >
        <i aria-hidden="true">✔</i> {say('right')}
      </KeyButton>
      <KeyButton
        keys="d arrowright"
        cap="D →"
        className="wrong-answer"
        disabled={!ready}
        onClick={() => act({ type: 'judge', verdict: 'wrong' })}
      >
        <i aria-hidden="true">✘</i> {say('wrong')}
      </KeyButton>
      {view.proposal !== null && (
        <p className="proposal">
          {say(view.proposal.verdict === 'right' ? 'proposalRight' : 'proposal', {
            delta: signed(view.proposal.delta),
          })}
        </p>
      )}
      <div className="pair">
        {view.verdicts.includes('help') && (
          <KeyButton
            keys="h"
            cap="H"
            disabled={!ready}
            onClick={() => act({ type: 'judge', verdict: 'help' })}
          >
            {say('help')}
          </KeyButton>
        )}
        <KeyButton keys="v" cap="V" disabled={!ready} onClick={() => act({ type: 'judge', verdict: 'void' })}>
          {say('judgeVoid')}
        </KeyButton>
      </div>
    </>
  );
}

function Words({ view, act, ready }: Props) {
  const say = useHostWords();
  const { word } = view;
  if (word === null) return null;
  const rapid = view.round?.kind === 'rapid';
  const rule = (verdict: 'hit' | 'pass' | 'void') => () =>
    act({ type: 'judgeWord', word: word.index, verdict });
  return (
    <>
      {rapid && <p className="quiet num">{say('itemNo', { no: word.index + 1 })}</p>}
      <p className="word-now">{word.text}</p>
      <KeyButton
        keys="a arrowleft"
        cap="A ←"
        className="right-answer"
        disabled={!ready}
        onClick={rule('hit')}
      >
        <i aria-hidden="true">✔</i> {say(rapid ? 'right' : 'hit')}
      </KeyButton>
      <KeyButton keys="s" cap="S" disabled={!ready || word.passesLeft === 0} onClick={rule('pass')}>
        {say('pass')}
      </KeyButton>
      <KeyButton
        keys="d arrowright"
        cap="D →"
        className="wrong-answer small"
        disabled={!ready}
        onClick={rule('void')}
      >
        <i aria-hidden="true">✘</i> {say(rapid ? 'wrong' : 'wordVoid')}
      </KeyButton>
      {word.passesLeft !== null && (
        <p className="quiet num">{say('passesLeft', { count: word.passesLeft })}</p>
      )}
    </>
  );
}

function Hits({ view, hits, setHits }: Props) {
  const say = useHostWords();
  return (
    <fieldset className="hits">
      <legend>{say('hits')}</legend>
      {view.item?.hits?.map((text, index) => (
        <label key={text}>
          <input
            type="checkbox"
            data-keys={`${index + 1}`}
            checked={hits.includes(index)}
            onChange={(event) =>
              setHits(event.target.checked ? [...hits, index] : hits.filter((hit) => hit !== index))
            }
          />
          <span>{text}</span>
          {index < 9 && <kbd aria-hidden="true">{index + 1}</kbd>}
        </label>
      ))}
    </fieldset>
  );
}

function Values({ view, act, ready }: Props) {
  const say = useHostWords();
  return (
    <>
      <p className="quiet">{say('valueFor', { team: lineOf(view, view.turn?.team)?.name ?? '' })}</p>
      {view.values.map((value, index) => (
        <KeyButton
          key={value}
          keys={`${index + 1}`}
          cap={`${index + 1}`}
          className="value"
          disabled={!ready}
          onClick={() => act({ type: 'chooseRisk', value })}
        >
          {say('value', { value })}
        </KeyButton>
      ))}
      {view.allowed.includes('declineRisk') && (
        <KeyButton keys="0" cap="0" disabled={!ready} onClick={() => act({ type: 'declineRisk' })}>
          {say('decline')}
        </KeyButton>
      )}
    </>
  );
}
