import { Alert, App, Button, Card, Form, Input, Space, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { call, type Reply } from '../../../api/client.ts';
import { dateTime } from '../../../ui/format.ts';
import { DataTable } from '../base/DataTable.tsx';
import { FormSheet } from '../base/FormSheet.tsx';
import { useAct, useCall } from '../base/useCall.ts';
import { stageDone } from '../contest/nextAct.ts';
import { useWords } from '../words.ts';
import type { Contest } from '../nouns.ts';

export type Recheck = Reply<'recheck.get'>;
export type RecheckRow = Recheck['rows'][number];
const outcomeColours = { asStated: 'success', error: 'error', none: 'default' } as const;

/** 成绩复核: draw, look at each, correct, close. Shown only where the rules of the contest ask for it. */
export function RecheckPanel({ contest }: { contest: Contest }) {
  const w = useWords();
  const recheck = useCall('recheck.get', { params: { contestId: contest.id } });
  if (recheck.data === undefined || recheck.data.state === 'off') return null;
  return (
    <Card size="small" title={w('recheck.title')}>
      <div className="stack">
        <RecheckHead contest={contest} recheck={recheck.data} />
        {recheck.data.state !== 'undrawn' && <RecheckTable contest={contest} recheck={recheck.data} />}
      </div>
    </Card>
  );
}

interface Props {
  readonly contest: Contest;
  readonly recheck: Recheck;
}

function RecheckHead({ contest, recheck }: Props) {
  const w = useWords();
  const { modal } = App.useApp();
  const { busy, run } = useAct();
  const params = { contestId: contest.id };
  const may = contest.allowed.includes('result.seal');
  const { checked, errors, left } = recheck;
  if (recheck.state === 'undrawn')
    return (
      <section className="next-act">
        <p>
          <strong>{w('next')}</strong> <span className="quiet">{w('recheck.undrawn')}</span>
        </p>
        {may && (
          <Button
            type="primary"
            size="large"
            disabled={!contest.stages.every(stageDone)}
            loading={busy}
            onClick={() => void run(() => call('recheck.draw', { params }), w('recheck.drawn'))}
          >
            {w('recheck.draw')}
          </Button>
        )}
      </section>
    );
  const close = () =>
    modal.confirm({
      title: w('recheck.closeAsk'),
      content: w('recheck.closeWhat', { checked, errors }),
      okText: w('recheck.close'),
      cancelText: w('cancel'),
      onOk: () => run(() => call('recheck.close', { params }), w('recheck.closed')),
    });
  return (
    <>
      {recheck.full && <Alert type="warning" showIcon title={w('recheck.full')} />}
      <div className="bar spread">
        <span>
          {recheck.state === 'closed'
            ? w('recheck.closedBy', {
                at: dateTime(recheck.closedAt ?? 0),
                by: recheck.closedBy ?? '',
                checked,
                errors,
              })
            : w('recheck.open', { checked, errors, left })}
        </span>
        <Space wrap>
          <Link href={`/contests/${contest.id}/recheck-sheet`}>{w('recheck.print')}</Link>
          {may && recheck.state === 'open' && (
            <Button type="primary" disabled={left > 0} loading={busy} onClick={close}>
              {w('recheck.close')}
            </Button>
          )}
        </Space>
      </div>
      <p className="quiet" style={{ margin: 0 }}>
        {w('recheck.seed', {
          at: dateTime(recheck.drawnAt ?? 0),
          by: recheck.drawnBy ?? '',
          algorithm: recheck.algorithm ?? '',
        })}{' '}
        <code>{recheck.seed}</code>
      </p>
    </>
  );
}

/** The scores of an entry in one line. */
export const scoresOf = (row: RecheckRow, none: string): string =>
  row.marks.map(({ stage, name, score }) => `${stage} ${name} ${score ?? none}`).join('；');

function RecheckTable({ contest, recheck }: Props) {
  const w = useWords();
  const { busy, run } = useAct();
  const [wrong, setWrong] = useState<RecheckRow | null>(null);
  const may = contest.allowed.includes('result.seal') && recheck.state === 'open';
  const asStated = (row: RecheckRow) =>
    run(
      () =>
        call('recheck.record', {
          params: { contestId: contest.id, entryId: row.entryId },
          body: { outcome: 'asStated', reason: '', corrections: [] },
        }),
      w('recheck.recorded'),
    );
  return (
    <>
      <DataTable<RecheckRow>
        rows={recheck.rows}
        rowKey={(row) => row.entryId}
        name={`${contest.title} ${w('recheck.title')}`}
        empty={w('standing.empty')}
        columns={[
          { key: 'name', title: w('entry.name'), text: (row) => row.name },
          { key: 'unit', title: w('contest.unit'), text: (row) => row.unitName, filter: true },
          {
            key: 'part',
            title: w('recheck.part'),
            text: (row) => w(`recheckPart.${row.part}`),
            filter: true,
          },
          { key: 'scores', title: w('recheck.scores'), text: (row) => scoresOf(row, w('part.none')) },
          {
            key: 'outcome',
            title: w('recheck.outcome'),
            text: (row) => w(`recheckOutcome.${row.outcome ?? 'none'}`),
            filter: true,
            render: (row) => (
              <Tag color={outcomeColours[row.outcome ?? 'none']}>
                {w(`recheckOutcome.${row.outcome ?? 'none'}`)}
              </Tag>
            ),
          },
          {
            key: 'corrections',
            title: w('recheck.corrections'),
            text: (row) =>
              row.corrections.map((one) => w('recheck.correction', one)).join('；') || row.reason || null,
          },
          ...(may
            ? [
                {
                  key: 'acts',
                  title: '',
                  acts: true,
                  text: () => null,
                  render: (row: RecheckRow) => (
                    <Space>
                      <Button
                        size="small"
                        disabled={row.corrections.length > 0}
                        loading={busy}
                        onClick={() => void asStated(row)}
                      >
                        {w('recheck.asStated')}
                      </Button>
                      <Button size="small" onClick={() => setWrong(row)}>
                        {w('recheck.error')}
                      </Button>
                    </Space>
                  ),
                },
              ]
            : []),
        ]}
      />
      {wrong !== null && <ErrorSheet contest={contest} row={wrong} close={() => setWrong(null)} />}
    </>
  );
}

interface ErrorValues {
  reason: string;
  scores: (string | undefined)[];
}

/** An error in an entry's scores: why, and what each becomes; the old value is kept (SK-84). */
function ErrorSheet({ contest, row, close }: { contest: Contest; row: RecheckRow; close: () => void }) {
  const w = useWords();
  const { busy, run } = useAct();
  const [form] = Form.useForm<ErrorValues>();
  const record = ({ reason, scores = [] }: ErrorValues) =>
    run(
      () =>
        call('recheck.record', {
          params: { contestId: contest.id, entryId: row.entryId },
          body: {
            outcome: 'error',
            reason: reason.trim(),
            corrections: row.marks.flatMap(({ stageId, entrantId }, i) => {
              const score = scores[i]?.trim() ?? '';
              return score === '' ? [] : [{ stageId, entrantId, score }];
            }),
          },
        }),
      w('recheck.recorded'),
    ).then((reply) => reply !== null && close());
  return (
    <FormSheet
      title={w('recheck.errorOf', { name: row.name })}
      ok={w('recheck.record')}
      busy={busy}
      form={form}
      close={close}
      onFinish={(values) => void record(values)}
    >
      <Form.Item
        name="reason"
        label={w('recheck.reason')}
        extra={w('recheck.reasonLead')}
        rules={[{ required: true, whitespace: true }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      {row.marks.map((mark, i) =>
        mark.score === null ? null : (
          <Form.Item
            key={`${mark.stageId} ${mark.entrantId}`}
            name={['scores', i]}
            label={`${mark.stage} ${mark.name} ${mark.score} · ${w('recheck.new')}`}
            rules={[{ pattern: /^-?\d{1,15}(\.\d{1,15})?$/, message: w('field.number') }]}
          >
            <Input style={{ width: 160 }} />
          </Form.Item>
        ),
      )}
    </FormSheet>
  );
}
