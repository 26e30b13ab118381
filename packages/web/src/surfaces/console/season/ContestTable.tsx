import { Button, Descriptions, Tag } from 'antd';
import { Link } from 'wouter';
import { DataTable } from '../base/DataTable.tsx';
import { useWords } from '../words.ts';
import { factLabel, factText } from './facts.ts';
import type { ContestLine, Season } from '../nouns.ts';

const colours = { planned: 'default', draft: 'warning', running: 'processing', closed: 'success' } as const;

export function ContestTable(props: {
  lines: readonly ContestLine[];
  season: Season;
  takeUp: ((line: ContestLine) => void) | null;
}) {
  const { lines, season, takeUp } = props;
  const w = useWords();
  const field = (line: ContestLine) =>
    season.programme.fields.find(({ code }) => code === line.fieldCode)?.name ?? null;
  const direction = (line: ContestLine) =>
    season.programme.fields
      .flatMap(({ directions }) => directions)
      .find(({ code }) => code === line.directionCode)?.name ?? null;
  const detail = (line: ContestLine) => {
    const facts = Object.entries(line.facts);
    return (
      <div className="stack">
        {facts.length > 0 && (
          <Descriptions
            size="small"
            column={3}
            items={facts.map(([key, value]) => ({
              key,
              label: factLabel(key, w),
              children: factText(value),
            }))}
          />
        )}
        {line.toFill.length > 0 && (
          <div>
            <strong>{w('contest.toFill')}</strong>
            <ul style={{ margin: '4px 0' }}>
              {line.toFill.map((what) => (
                <li key={what}>{what}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
    );
  };
  return (
    <DataTable<ContestLine>
      rows={lines}
      rowKey={(line) => line.id}
      name={season.title}
      empty={w('contest.empty')}
      renderExpanded={detail}
      columns={[
        {
          key: 'title',
          title: w('contest.title'),
          text: (line) => line.title,
          render: (line) => (
            <span className="bar" style={{ flexWrap: 'nowrap' }}>
              <Link href={`/contests/${line.id}`}>{line.title}</Link>
              {line.flagship && <Tag className="flagship">{w('contest.flagship')}</Tag>}
              {line.toFill.length > 0 && (
                <Tag color="warning">{w('contest.toFillCount', { n: line.toFill.length })}</Tag>
              )}
            </span>
          ),
        },
        { key: 'unit', title: w('contest.unit'), text: (line) => line.unitName, filter: true },
        { key: 'tier', title: w('contest.tier'), text: (line) => w(`tier.${line.tier}`), filter: true },
        { key: 'field', title: w('contest.field'), text: field, filter: true },
        { key: 'direction', title: w('contest.direction'), text: direction, filter: true },
        {
          key: 'flagship',
          title: w('contest.flagship'),
          text: (line) => (line.flagship ? w('yes') : w('no')),
          filter: true,
        },
        {
          key: 'status',
          title: w('state'),
          text: (line) => w(`contestStatus.${line.status}`),
          filter: true,
          render: (line) => <Tag color={colours[line.status]}>{w(`contestStatus.${line.status}`)}</Tag>,
        },
        {
          key: 'acts',
          title: '',
          acts: true,
          text: () => null,
          render: (line) =>
            line.status === 'planned' && takeUp !== null ? (
              <Button size="small" onClick={() => takeUp(line)}>
                {w('contest.takeUp')}
              </Button>
            ) : null,
        },
      ]}
    />
  );
}
