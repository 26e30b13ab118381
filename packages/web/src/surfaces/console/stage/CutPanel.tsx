import { Alert, App, Button, Tag } from 'antd';
import { call, type Reply } from '../../../api/client.ts';
import { dateTime } from '../../../ui/format.ts';
import { DataTable } from '../base/DataTable.tsx';
import { Loaded } from '../base/Loaded.tsx';
import { useAct, useCall } from '../base/useCall.ts';
import { useWords } from '../words.ts';
import type { StageProps } from '../nouns.ts';
import { useContestWords } from '../contest/contestWords.ts';

type Preview = Reply<'cut.preview'>;
type Line = Preview['rows'][number];
const colours = {
  within: 'success',
  tiedAtCut: 'gold',
  below: 'default',
  absent: 'warning',
  disqualified: 'error',
} as const;

/** Who goes on and why (SK-72); what is confirmed is exactly what was shown. */
export function CutPanel({ contest, stage }: StageProps) {
  const w = useWords();
  const cut = useCall('cut.preview', { params: { stageId: stage.id } });
  return (
    <Loaded of={cut}>
      {(preview) => (
        <div className="stack">
          <CutHead contest={contest} stage={stage} preview={preview} />
          <DataTable<Line>
            rows={preview.rows}
            rowKey={(row) => row.entryId}
            name={`${stage.name} ${w('cut.title')}`}
            empty={w('cut.empty')}
            pageSize={200}
            rowClass={(row) => (row === preview.rows.findLast((line) => line.advances) ? 'cut-line' : '')}
            columns={[
              { key: 'place', title: w('standing.place'), text: (row) => row.place, align: 'right' },
              { key: 'name', title: w('entry.name'), text: (row) => row.name },
              { key: 'total', title: w('standing.total'), text: (row) => row.total, align: 'right' },
              {
                key: 'advances',
                title: w('cut.advances'),
                text: (row) => w(row.advances ? 'cut.yes' : 'cut.no'),
                filter: true,
              },
              {
                key: 'reason',
                title: w('cut.why'),
                text: (row) => w(`cutReason.${row.reason}`, { count: preview.count }),
                filter: true,
                render: (row) => (
                  <Tag color={colours[row.reason]}>
                    {w(`cutReason.${row.reason}`, { count: preview.count })}
                  </Tag>
                ),
              },
            ]}
          />
        </div>
      )}
    </Loaded>
  );
}

function CutHead({ contest, stage, preview }: StageProps & { preview: Preview }) {
  const w = useContestWords(contest);
  const { modal } = App.useApp();
  const { busy, run } = useAct();
  const next = contest.stages.find((one) => one.ordinal > stage.ordinal);
  const facts = {
    count: preview.count,
    n: preview.advancing,
    out: preview.rows.length - preview.advancing,
    tied: preview.rows.filter((row) => row.reason === 'tiedAtCut').length,
    next: next?.name ?? w('cut.nowhere'),
  };
  if (preview.confirmedAt !== null) {
    return (
      <Alert
        type="success"
        showIcon
        title={w('cut.confirmed', {
          ...facts,
          at: dateTime(preview.confirmedAt),
          by: preview.confirmedBy ?? '',
        })}
      />
    );
  }
  const confirm = () =>
    modal.confirm({
      title: w('cut.ask', facts),
      content: w('cut.what', facts),
      okText: w('cut.confirmNow', facts),
      cancelText: w('cancel'),
      onOk: () =>
        run(
          () =>
            call('cut.confirm', {
              params: { stageId: stage.id },
              body: { fingerprint: preview.fingerprint },
            }),
          w('cut.done', facts),
        ),
    });
  const ready = stage.status === 'closed' && preview.advancing > 0;
  return (
    <section className="next-act">
      <p>
        <strong>{w('cut.preview', facts)}</strong>{' '}
        <span className="quiet">
          {facts.tied > 0 && w('cut.tiedWhy', facts)} {stage.status === 'open' && w('cut.notYet')}
        </span>
      </p>
      {contest.allowed.includes('result.seal') && (
        <Button type="primary" size="large" disabled={!ready} loading={busy} onClick={confirm}>
          {w('cut.confirm')}
        </Button>
      )}
    </section>
  );
}
