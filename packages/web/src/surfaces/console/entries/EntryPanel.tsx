import { App, Button, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { call, download } from '../../../api/client.ts';
import { DataTable } from '../base/DataTable.tsx';
import { Loaded } from '../base/Loaded.tsx';
import { useAct, useCall } from '../base/useCall.ts';
import { useWords } from '../words.ts';
import { ImportSheet } from './ImportSheet.tsx';
import { TicketPanel } from './TicketPanel.tsx';
import type { Contest, Entry } from '../nouns.ts';
import { useContestWords } from '../contest/contestWords.ts';

export function EntryPanel({ contest }: { contest: Contest }) {
  const w = useContestWords(contest);
  const { modal } = App.useApp();
  const { run } = useAct();
  const params = { contestId: contest.id };
  const entries = useCall('entry.list', { params });
  const [importing, setImporting] = useState(false);
  const editable = contest.status === 'draft' && contest.allowed.includes('entry.manage');
  const clear = () =>
    modal.confirm({
      title: w('entry.clearAsk', { entries: contest.entries, entrants: contest.entrants }),
      content: w('entry.clearWhat'),
      okText: w('entry.clear'),
      okButtonProps: { danger: true },
      cancelText: w('cancel'),
      onOk: () => run(() => call('entry.clear', { params }), w('entry.cleared')),
    });
  const toolbar = (
    <>
      {editable && (
        <Button onClick={() => setImporting(!importing)}>
          {w(importing ? 'entry.importHide' : 'entry.import')}
        </Button>
      )}
      <Button
        onClick={() => void run(() => download('entry.template', params, `${w('entry.templateName')}.xlsx`))}
      >
        {w('entry.template')}
      </Button>
      {editable && contest.entries > 0 && <Button onClick={clear}>{w('entry.clear')}</Button>}
    </>
  );
  return (
    <div className="stack">
      <Loaded of={entries}>
        {(data) => (
          <>
            {editable && (importing || data.entries.length === 0) && (
              <ImportSheet contest={contest} done={() => setImporting(false)} />
            )}
            <EntryTable entries={data.entries} toolbar={toolbar} name={contest.title} editable={editable} />
            {data.entries.length > 0 && contest.allowed.includes('entry.manage') && (
              <TicketPanel contest={contest} />
            )}
          </>
        )}
      </Loaded>
      {contest.entries > 0 && (
        <p className="quiet">
          {w('entry.printLead')} <Link href={`/contests/${contest.id}/tickets`}>{w('ticket.print')}</Link>
        </p>
      )}
    </div>
  );
}

function EntryTable(props: {
  entries: readonly Entry[];
  toolbar: React.ReactNode;
  name: string;
  editable: boolean;
}) {
  const w = useWords();
  return (
    <DataTable<Entry>
      rows={props.entries}
      rowKey={(entry) => entry.id}
      name={props.name}
      toolbar={props.toolbar}
      empty={w(props.editable ? 'entry.empty' : 'entry.emptyReader')}
      columns={[
        { key: 'no', title: w('entry.no'), text: (entry) => entry.no, width: 80, align: 'right' },
        { key: 'name', title: w('entry.name'), text: (entry) => entry.name },
        { key: 'unit', title: w('contest.unit'), text: (entry) => entry.unitName, filter: true },
        {
          key: 'entrants',
          title: w('entry.entrants'),
          text: (entry) => entry.entrants.map(({ name }) => name).join('、'),
        },
        { key: 'n', title: w('entry.count'), text: (entry) => entry.entrants.length, align: 'right' },
        {
          key: 'status',
          title: w('state'),
          text: (entry) => w(`entryStatus.${entry.status}`),
          filter: true,
          render: (entry) =>
            entry.status === 'qualified' ? (
              w('entryStatus.qualified')
            ) : (
              <Tag>{w(`entryStatus.${entry.status}`)}</Tag>
            ),
        },
      ]}
    />
  );
}
