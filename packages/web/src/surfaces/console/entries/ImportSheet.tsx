import { Alert, Button, Card, Table } from 'antd';
import { useState } from 'react';
import { call, type Reply } from '../../../api/client.ts';
import { FaultTable } from '../base/FaultTable.tsx';
import { SheetDrop } from '../base/SheetDrop.tsx';
import { useAct } from '../base/useCall.ts';
import { useContestWords } from '../contest/contestWords.ts';
import type { Contest } from '../nouns.ts';
import { useWords } from '../words.ts';

type Report = Reply<'entry.import'>;

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
        <SheetDrop busy={busy} take={(file) => void check(file)} />
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
  if (report.faults.length > 0) return <FaultTable name={name} {...report} />;
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
