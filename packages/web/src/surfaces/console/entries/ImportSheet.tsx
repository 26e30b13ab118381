import { Alert, Button, Card, Table, Upload } from 'antd';
import { useState } from 'react';
import { call, type Reply } from '../../../api/client.ts';
import { refusalWords } from '../../../words/words.ts';
import { DataTable } from '../base/DataTable.tsx';
import { useAct } from '../base/useCall.ts';
import { useContestWords } from '../contest/contestWords.ts';
import type { Contest } from '../nouns.ts';
import { useWords } from '../words.ts';

type Report = Reply<'entry.import'>;
type Fault = Report['faults'][number];

/** A sheet is always checked first; it is taken in only as it was checked, all rows or none. */
export function ImportSheet({ contest, done }: { contest: Contest; done: () => void }) {
  const contestId = contest.id;
  const w = useWords();
  const { busy, run } = useAct();
  const [checked, setChecked] = useState<{ file: File; report: Report } | null>(null);
  const check = async (file: File) => {
    setChecked(null);
    const report = await run(() =>
      call('entry.import', { params: { contestId }, query: { dryRun: true }, file }),
    );
    if (report !== null) setChecked({ file, report });
  };
  const commit = async (file: File) => {
    const report = await run(() =>
      call('entry.import', { params: { contestId }, query: { dryRun: false }, file }),
    );
    if (report === null) return;
    if (report.committed) done();
    else setChecked({ file, report });
  };
  return (
    <Card size="small" title={w('import.title')}>
      <div className="stack">
        <Upload.Dragger
          accept=".xlsx,.csv"
          maxCount={1}
          showUploadList={false}
          disabled={busy}
          beforeUpload={(file) => {
            void check(file);
            return false;
          }}
        >
          <p style={{ margin: '8px 0 4px', fontSize: '1.0625rem' }}>{w('import.drop')}</p>
          <p className="quiet">{w('import.dropLead')}</p>
        </Upload.Dragger>
        {checked !== null && (
          <Checked
            contest={contest}
            name={checked.file.name}
            report={checked.report}
            busy={busy}
            commit={() => void commit(checked.file)}
          />
        )}
      </div>
    </Card>
  );
}

function Checked(props: {
  contest: Contest;
  name: string;
  report: Report;
  busy: boolean;
  commit: () => void;
}) {
  const { contest, name, report, busy, commit } = props;
  const w = useContestWords(contest);
  const faults = report.faults.length + report.moreFaults;
  if (faults > 0) {
    return (
      <>
        <Alert
          type="warning"
          showIcon
          title={w('import.faults', { name, n: faults })}
          description={w('import.faultsLead')}
        />
        <FaultTable faults={report.faults} name={name} />
        {report.moreFaults > 0 && <p className="quiet">{w('import.more', { n: report.moreFaults })}</p>}
      </>
    );
  }
  return (
    <>
      <Alert
        type="success"
        showIcon
        title={w('import.clean', { name, entries: report.entries, entrants: report.entrants })}
        action={
          <Button color="default" variant="solid" loading={busy} onClick={commit}>
            {w('import.commit', { entries: report.entries, entrants: report.entrants })}
          </Button>
        }
      />
      <Table
        size="small"
        bordered
        rowKey={(row) => `${row.team} ${row.seat}`}
        dataSource={report.preview}
        pagination={report.preview.length > 20 && { pageSize: 20, showSizeChanger: false }}
        columns={[
          { title: w('entry.name'), dataIndex: 'team' },
          { title: w('entry.seat'), dataIndex: 'seat', align: 'right' },
          { title: w('entry.person'), dataIndex: 'name' },
          { title: w('contest.unit'), dataIndex: 'unitName' },
        ]}
      />
    </>
  );
}

function FaultTable({ faults, name }: { faults: readonly Fault[]; name: string }) {
  const w = useWords();
  const numbered = faults.map((fault, index) => ({ ...fault, index }));
  return (
    <DataTable<Fault & { index: number }>
      rows={numbered}
      rowKey={(fault) => String(fault.index)}
      name={`${name} ${w('import.reason')}`}
      empty=""
      columns={[
        { key: 'row', title: w('import.row'), text: (fault) => fault.row, width: 90, align: 'right' },
        { key: 'column', title: w('import.column'), text: (fault) => fault.column, filter: true },
        {
          key: 'value',
          title: w('import.value'),
          text: (fault) => fault.value,
          render: (fault) =>
            fault.value === null ? '—' : <span className="fault-value">{fault.value}</span>,
        },
        { key: 'reason', title: w('import.reason'), text: (fault) => refusalWords(fault.code), filter: true },
        {
          key: 'suggestions',
          title: w('import.suggestions'),
          text: (fault) => (fault.suggestions.length === 0 ? null : fault.suggestions.join('、')),
        },
      ]}
    />
  );
}
