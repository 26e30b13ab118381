import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { call } from '../../../api/client.ts';
import { FormSheet } from '../base/FormSheet.tsx';
import { useAct } from '../base/useCall.ts';
import { stageDone } from '../contest/nextAct.ts';
import { useWords, type ConsoleKey } from '../words.ts';
import type { Contest, Result } from '../nouns.ts';
import { useContestWords } from '../contest/contestWords.ts';

interface Props {
  readonly contest: Contest;
  readonly result: Result;
}

/** Day in Shanghai as `2025-08-15`. */
const dayOf = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10);

/** The one step that a result waits for. */
export function ResultActs({ contest, result }: Props) {
  const w = useContestWords(contest);
  const { modal } = App.useApp();
  const { busy, run } = useAct();
  const [posting, setPosting] = useState(false);
  const params = { contestId: contest.id };
  const tiers = [...new Set(result.awards.map((line) => line.tier))]
    .map((tier) => `${tier} ${result.awards.filter((line) => line.tier === tier).length}`)
    .join('，');
  const seal = () =>
    modal.confirm({
      title: w('seal.ask'),
      width: 520,
      content: w('seal.what', { n: result.standings.length, awards: result.awards.length, tiers }),
      okText: w('seal.now'),
      cancelText: w('cancel'),
      onOk: () =>
        run(() => call('result.seal', { params, body: { fingerprint: result.fingerprint } }), w('seal.done')),
    });
  const finalise = () =>
    modal.confirm({
      title: w('final.ask'),
      content: w('final.what', { n: result.awards.length }),
      okText: w('final.now'),
      cancelText: w('cancel'),
      onOk: () => run(() => call('result.finalise', { params }), w('final.done')),
    });
  const may = (action: string) => contest.allowed.includes(action);
  const step = (key: ConsoleKey, why: string, allowed: boolean, ready: boolean, act: () => void) => (
    <section className="next-act">
      <p>
        <strong>{w('next')}</strong> <span className="quiet">{why}</span>
      </p>
      {allowed && (
        <Button type="primary" size="large" disabled={!ready} loading={busy} onClick={act}>
          {w(key)}
        </Button>
      )}
    </section>
  );
  switch (result.state) {
    case 'provisional': {
      // Until then the contest's page names the stage that is next.
      if (!contest.stages.every(stageDone)) return null;
      const ready = result.refusal === null && result.standings.length > 0;
      return step('next.seal', w('next.sealWhy'), may('result.seal'), ready, seal);
    }
    case 'sealed':
      return (
        <>
          {step('next.post', w('next.postWhy'), may('result.publish'), true, () => setPosting(true))}
          {posting && <PostNotice contest={contest} close={() => setPosting(false)} />}
        </>
      );
    case 'noticed': {
      const lastDay = result.notice?.lastDay ?? '';
      const over = dayOf(result.serverNow) > lastDay;
      const why = w(over ? 'final.ready' : 'final.wait', { lastDay });
      return step('next.final', why, may('result.publish'), over, finalise);
    }
    default:
      return null;
  }
}

function PostNotice({ contest, close }: { contest: Contest; close: () => void }) {
  const w = useWords();
  const { busy, run } = useAct();
  const [form] = Form.useForm<{ phone: string; mail: string; address: string }>();
  const rule = contest.settings?.notice;
  return (
    <FormSheet
      title={w('post.title')}
      ok={w('post.now')}
      busy={busy}
      form={form}
      close={close}
      onFinish={(contact) =>
        void run(
          () => call('result.post', { params: { contestId: contest.id }, body: { contact } }),
          w('post.done'),
        ).then((reply) => reply !== null && close())
      }
    >
      {rule !== undefined && <p>{w('post.what', { n: rule.length, unit: w(`noticeUnit.${rule.unit}`) })}</p>}
      <Form.Item name="phone" label={w('notice.phone')} rules={[{ required: true }]}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="mail" label={w('notice.mail')} rules={[{ required: true }]}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="address" label={w('notice.address')} rules={[{ required: true }]}>
        <Input maxLength={200} />
      </Form.Item>
    </FormSheet>
  );
}
