import { App, Button } from 'antd';
import { call } from '../../../api/client.ts';
import { dateTime } from '../../../ui/format.ts';
import { useAct } from '../base/useCall.ts';
import { useWords } from '../words.ts';
import type { Contest, Result } from '../nouns.ts';

/** 抽签 where places may not be shared (SK-73): the act while it is due, then what was drawn. */
export function LotsNote({ contest, result }: { contest: Contest; result: Result }) {
  const w = useWords();
  const { modal } = App.useApp();
  const { busy, run } = useAct();
  const { lots } = result;
  if (lots !== null)
    return (
      <p className="quiet">
        {w('lots.of', { at: dateTime(lots.drawnAt), by: lots.drawnBy, algorithm: lots.algorithm })}{' '}
        <code>{lots.seed}</code>
      </p>
    );
  if (result.refusal !== 'result.tieUndecided') return null;
  const params = { contestId: contest.id };
  const ask = () =>
    modal.confirm({
      title: w('lots.ask'),
      content: w('lots.what'),
      okText: w('lots.now'),
      cancelText: w('cancel'),
      onOk: () => run(() => call('result.drawLots', { params }), w('lots.done')),
    });
  return (
    <section className="next-act">
      <p>
        <strong>{w('next')}</strong> <span className="quiet">{w('lots.needed')}</span>
      </p>
      {contest.allowed.includes('result.seal') && (
        <Button type="primary" size="large" loading={busy} onClick={ask}>
          {w('lots.draw')}
        </Button>
      )}
    </section>
  );
}
