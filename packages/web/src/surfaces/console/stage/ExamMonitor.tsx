import { Progress, Tag } from 'antd';
import type { Reply } from '../../../api/client.ts';
import { countdown } from '../../../ui/format.ts';
import { DataTable } from '../base/DataTable.tsx';
import { Loaded } from '../base/Loaded.tsx';
import { useCall } from '../base/useCall.ts';
import { useWords } from '../words.ts';
import type { Stage } from '../nouns.ts';

type Row = Reply<'exam.monitor'>['rows'][number];
const colours = {
  notStarted: 'default',
  running: 'processing',
  expired: 'warning',
  submitted: 'success',
} as const;
const states = ['notStarted', 'running', 'expired', 'submitted'] as const;

/** Who has not started, is working, has handed in; renewed every two seconds while the stage is open. */
export function ExamMonitor({ stage }: { stage: Stage }) {
  const w = useWords();
  const monitor = useCall(
    'exam.monitor',
    { params: { stageId: stage.id } },
    stage.status === 'open' ? { every: 2000 } : {},
  );
  return (
    <Loaded of={monitor}>
      {({ rows, serverNow }) => (
        <DataTable<Row>
          rows={rows}
          rowKey={(row) => row.entrantId}
          name={stage.name}
          empty={w('monitor.empty')}
          pageSize={100}
          toolbar={states.map((state) => (
            <Tag key={state} color={colours[state]}>
              {w(`attempt.${state}`)} {rows.filter((row) => row.state === state).length}
            </Tag>
          ))}
          columns={[
            { key: 'no', title: w('ticket.no'), text: (row) => row.entryNo },
            { key: 'name', title: w('entry.person'), text: (row) => row.name },
            { key: 'team', title: w('entry.name'), text: (row) => row.team, filter: true },
            {
              key: 'state',
              title: w('state'),
              text: (row) => w(`attempt.${row.state}`),
              filter: true,
              render: (row) => <Tag color={colours[row.state]}>{w(`attempt.${row.state}`)}</Tag>,
            },
            {
              key: 'answered',
              title: w('monitor.answered'),
              text: (row) => row.answered,
              width: 200,
              render: (row) => (
                <Progress
                  aria-label={w('monitor.answered')}
                  size="small"
                  percent={row.questions === 0 ? 0 : Math.round((row.answered / row.questions) * 100)}
                  format={() => `${row.answered} / ${row.questions}`}
                />
              ),
            },
            {
              key: 'left',
              title: w('monitor.left'),
              align: 'right',
              text: (row) =>
                row.state === 'running' && row.deadlineAt !== null
                  ? countdown(row.deadlineAt - serverNow)
                  : null,
            },
            {
              key: 'devices',
              title: w('monitor.devices'),
              text: (row) => row.devices,
              align: 'right',
              render: (row) => (row.devices > 1 ? <Tag color="warning">{row.devices}</Tag> : row.devices),
            },
          ]}
        />
      )}
    </Loaded>
  );
}
