import { Progress, Statistic, Tag } from 'antd';
import { Loaded } from '../base/Loaded.tsx';
import { useCall } from '../base/useCall.ts';
import { useWords } from '../words.ts';

const share = (actual: number, planned: number): number =>
  planned === 0 ? 0 : Math.min(100, Math.floor((actual / planned) * 1000) / 10);

/** PG-01: planned beside actual, attendances and persons never mixed. */
export function FigureBoard({ seasonId }: { seasonId: string }) {
  const w = useWords();
  const figures = useCall('season.figures', { params: { seasonId } });
  return (
    <Loaded of={figures}>
      {({ planned, actual, fields }) => (
        <div className="stack">
          <div className="figures">
            <div>
              <Statistic
                title={w('figure.contests')}
                value={actual.contests}
                suffix={`/ ${planned.contests}`}
              />
              <Progress
                aria-label={w('figure.contests')}
                percent={share(actual.contests, planned.contests)}
                size="small"
              />
            </div>
            <div>
              <Statistic
                title={w('figure.attendances')}
                value={actual.attendances}
                suffix={`/ ${planned.workers.toLocaleString('en-US')}`}
              />
              <Progress
                aria-label={w('figure.attendances')}
                percent={share(actual.attendances, planned.workers)}
                size="small"
              />
            </div>
            <Statistic title={w('figure.persons')} value={actual.distinctPersons} />
            <Statistic title={w('figure.flagships')} value={actual.flagships} />
          </div>
          <div className="bar">
            {fields.map((field) => (
              <Tag key={field.code}>
                {w('figure.field', {
                  name: field.name,
                  contests: field.contests,
                  attendances: field.attendances,
                })}
              </Tag>
            ))}
          </div>
        </div>
      )}
    </Loaded>
  );
}
