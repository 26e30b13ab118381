import { Button } from 'antd';
import { Link } from 'wouter';
import type { Reply } from '../../../api/client.ts';
import { mayAnywhere, useMe } from '../account/me.ts';
import { DataTable } from '../base/DataTable.tsx';
import { Loaded } from '../base/Loaded.tsx';
import { Shell } from '../base/Shell.tsx';
import { useCall } from '../base/useCall.ts';
import { dateTime } from '../../../ui/format.ts';
import { useWords } from '../words.ts';

type Bank = Reply<'bank.list'>['banks'][number];

/** Banks that papers may be drawn from: of one's own unions and of those above them. */
export function BanksPage() {
  const w = useWords();
  const me = useMe();
  const banks = useCall('bank.list', {});
  const keeps = mayAnywhere(me, 'bank.manage');
  return (
    <Shell
      path={[{ label: w('menu.banks') }]}
      title={w('menu.banks')}
      under={w('bank.lead')}
      main={
        keeps && (
          <Link href="/banks/new">
            <Button type="primary">{w('bank.new')}</Button>
          </Link>
        )
      }
    >
      <Loaded of={banks}>
        {(data) => (
          <DataTable<Bank>
            rows={data.banks}
            rowKey={({ id }) => id}
            name={w('menu.banks')}
            empty={w(keeps ? 'bank.empty' : 'bank.emptyReader')}
            columns={[
              {
                key: 'title',
                title: w('bank.title'),
                text: ({ title }) => title,
                render: ({ id, title, keeps: own }) =>
                  own ? <Link href={`/banks/${id}`}>{title}</Link> : title,
              },
              { key: 'code', title: w('code'), text: ({ code }) => code },
              { key: 'unit', title: w('contest.unit'), text: ({ unitName }) => unitName, filter: true },
              { key: 'n', title: w('bank.count'), text: ({ questions }) => questions, align: 'right' },
              {
                key: 'at',
                title: w('bank.publishedAt'),
                text: ({ publishedAt }) => dateTime(publishedAt),
              },
            ]}
          />
        )}
      </Loaded>
    </Shell>
  );
}
