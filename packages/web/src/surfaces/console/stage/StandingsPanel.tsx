import { Alert, Tag } from 'antd';
import { elapsed } from '../../../ui/format.ts';
import { DataTable, type Column } from '../base/DataTable.tsx';
import { Loaded } from '../base/Loaded.tsx';
import { useCall } from '../base/useCall.ts';
import { useWords } from '../words.ts';
import type { StandingLine } from '../nouns.ts';

export function StandingsPanel({ stageId }: { stageId: string }) {
  const w = useWords();
  const standings = useCall('standings.get', { params: { stageId } });
  return (
    <Loaded of={standings}>
      {({ rows, stillOpen }) => (
        <div className="stack">
          {stillOpen && <Alert type="warning" showIcon title={w('standing.stillOpen')} />}
          <StandingTable rows={rows} name={w('standing.title')} />
        </div>
      )}
    </Loaded>
  );
}

/** Places, totals and what each member brought. */
export function StandingTable(props: {
  rows: readonly StandingLine[];
  name: string;
  award?: (line: StandingLine) => string | null;
  /** Names the components of a weighted result. */
  stageName?: (ordinal: number) => string;
}) {
  const w = useWords();
  const { rows, name, award, stageName } = props;
  const components =
    stageName === undefined ? [] : (rows.find(({ parts }) => parts !== undefined)?.parts ?? []);
  return (
    <DataTable<StandingLine>
      rows={rows}
      rowKey={(row) => row.entryId}
      name={name}
      empty={w('standing.empty')}
      renderExpanded={(row) => (
        <ul style={{ margin: 0, paddingLeft: 20 }}>
          {row.members.map((member) => (
            <li key={member.entryNo}>
              {member.entryNo} {member.name}：{member.score ?? w('entryScore.absent')}
              {member.elapsedMs !== null && `（${elapsed(member.elapsedMs)}）`}
            </li>
          ))}
        </ul>
      )}
      columns={[
        {
          key: 'place',
          title: w('standing.place'),
          text: (row) => row.place,
          align: 'right',
          render: (row) => (
            <>
              {row.tied && <Tag>{w('standing.tied')}</Tag>}
              {row.byLot === true && <Tag>{w('standing.byLot')}</Tag>}
              {row.place ?? '—'}
            </>
          ),
        },
        { key: 'name', title: w('entry.name'), text: (row) => row.name },
        { key: 'unit', title: w('contest.unit'), text: (row) => row.unitName, filter: true },
        ...components.map(({ stage }): Column<StandingLine> => {
          const of = (row: StandingLine) => row.parts?.find((part) => part.stage === stage);
          return {
            key: `part${stage}`,
            title: stageName?.(stage) ?? '',
            text: (row) => of(row)?.score ?? null,
            align: 'right',
            render: (row) => (
              <>
                {of(row)?.passed === false && <Tag color="warning">{w('part.failed')}</Tag>}
                {of(row)?.score ?? '—'}
              </>
            ),
          };
        }),
        { key: 'total', title: w('standing.total'), text: (row) => row.total, align: 'right' },
        {
          key: 'elapsed',
          title: w('standing.elapsed'),
          text: (row) => (row.elapsedMs === null ? null : elapsed(row.elapsedMs)),
          align: 'right',
        },
        ...(award === undefined
          ? []
          : [{ key: 'award', title: w('award.title'), text: award, filter: true }]),
        { key: 'status', title: w('state'), text: (row) => w(`entryScore.${row.status}`), filter: true },
      ]}
    />
  );
}
