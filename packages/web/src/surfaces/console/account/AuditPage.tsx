import { Button } from 'antd';
import { useInfiniteQuery } from '@tanstack/react-query';
import { call, type ApiRefusal, type Reply } from '../../../api/client.ts';
import { dateTime } from '../../../ui/format.ts';
import { DataTable } from '../base/DataTable.tsx';
import { Loaded } from '../base/Loaded.tsx';
import { Shell } from '../base/Shell.tsx';
import { useWords } from '../words.ts';

type Line = Reply<'audit.list'>['rows'][number];
const PAGE = 200;

export function AuditPage() {
  const w = useWords();
  const audit = useInfiniteQuery<Reply<'audit.list'>, ApiRefusal, Line[], string[], number | null>({
    queryKey: ['audit.list'],
    queryFn: ({ pageParam, signal }) =>
      call('audit.list', {
        query: { limit: PAGE, ...(pageParam === null ? {} : { before: pageParam }) },
        signal,
      }),
    initialPageParam: null,
    getNextPageParam: (last) => (last.rows.length < PAGE ? undefined : last.rows.at(-1)?.seq),
    select: (data) => data.pages.flatMap((page) => page.rows),
  });
  return (
    <Shell path={[{ label: w('menu.audit') }]} title={w('menu.audit')} under={w('audit.lead')}>
      <Loaded of={audit}>
        {(rows) => (
          <DataTable<Line>
            rows={rows}
            rowKey={(row) => String(row.seq)}
            name={w('menu.audit')}
            empty={w('audit.empty')}
            columns={[
              { key: 'seq', title: w('audit.seq'), text: (row) => row.seq, align: 'right', width: 80 },
              { key: 'at', title: w('audit.at'), text: (row) => dateTime(row.at), width: 180 },
              { key: 'actor', title: w('audit.actor'), text: (row) => row.actor, filter: true },
              { key: 'action', title: w('audit.action'), text: (row) => row.action, filter: true },
              { key: 'object', title: w('audit.object'), text: (row) => row.object },
              {
                key: 'hash',
                title: w('audit.hash'),
                text: (row) => row.hash,
                render: (row) => <code title={row.hash}>{row.hash.slice(0, 12)}</code>,
              },
            ]}
            renderExpanded={(row) => <pre style={{ margin: 0 }}>{JSON.stringify(row.detail, null, 2)}</pre>}
          />
        )}
      </Loaded>
      {audit.hasNextPage && (
        <div>
          <Button loading={audit.isFetchingNextPage} onClick={() => void audit.fetchNextPage()}>
            {w('audit.older')}
          </Button>
        </div>
      )}
    </Shell>
  );
}
