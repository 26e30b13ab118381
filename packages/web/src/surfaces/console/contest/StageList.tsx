import { Link } from 'wouter';
import { dateTime } from '../../../ui/format.ts';
import { DataTable } from '../base/DataTable.tsx';
import { useWords } from '../words.ts';
import type { Contest, Stage } from '../nouns.ts';

export function StageList({ contest }: { contest: Contest }) {
  const w = useWords();
  return (
    <DataTable<Stage>
      rows={contest.stages}
      rowKey={(stage) => stage.id}
      name={contest.title}
      empty={w('stage.empty')}
      columns={[
        { key: 'ordinal', title: w('stage.ordinal'), text: (stage) => stage.ordinal, width: 70 },
        {
          key: 'name',
          title: w('stage.name'),
          text: (stage) => stage.name,
          render: (stage) => <Link href={`/contests/${contest.id}/stages/${stage.id}`}>{stage.name}</Link>,
        },
        { key: 'kind', title: w('stage.kind'), text: (stage) => w(`stageKind.${stage.kind}`) },
        { key: 'status', title: w('state'), text: (stage) => w(`stageStatus.${stage.status}`) },
        { key: 'entries', title: w('stage.entries'), text: (stage) => stage.entries, align: 'right' },
        {
          key: 'cut',
          title: w('cut.places'),
          text: (stage) => stage.settings.cut?.count ?? null,
          align: 'right',
        },
        {
          key: 'opensAt',
          title: w('stage.opensAt'),
          text: (stage) => (stage.opensAt === null ? null : dateTime(stage.opensAt)),
        },
        {
          key: 'closesAt',
          title: w('stage.closesAt'),
          text: (stage) => (stage.closesAt === null ? null : dateTime(stage.closesAt)),
        },
      ]}
    />
  );
}
