import type { ShowConfig } from '@leitai/rules/show';
import { App, Button, Card, Space } from 'antd';
import { download } from '../../../api/client.ts';
import { copyText } from '../../../ui/copyText.ts';
import { dateTime } from '../../../ui/format.ts';
import { DataTable, type Column } from '../base/DataTable.tsx';
import { Loaded } from '../base/Loaded.tsx';
import { useAddress } from '../base/useAddress.tsx';
import { useAct, useCall } from '../base/useCall.ts';
import { useWords, type ConsoleKey } from '../words.ts';
import { readConfig } from './showConfig.ts';
import type { Stage } from '../nouns.ts';

type Line = Readonly<Record<string, unknown>>;
const ledgerFields = [
  'no',
  'at',
  'team',
  'round',
  'question',
  'delta',
  'reason',
  'note',
  'by',
  'reverses',
] as const;
const pressFields = [
  'at',
  'round',
  'question',
  'opening',
  'team',
  'deltaMs',
  'uncertaintyMs',
  'basis',
  'input',
  'verdict',
] as const;
const bases = ['claimed', 'fallback', 'arrival'];
const reasons = [
  'base',
  'right',
  'wrong',
  'late',
  'foul',
  'help',
  'word',
  'hits',
  'steal',
  'adjust',
  'reversal',
];
const verdicts = ['first', 'notFirst', 'tied', 'foul'];

/** Ledger and press log of the show: the evidence when a ruling is questioned. */
export function RecordPanel({ stage }: { stage: Stage }) {
  const w = useWords();
  const record = useCall('show.record', { params: { stageId: stage.id } });
  const show = useCall('show.get', { params: { stageId: stage.id } });
  const config = show.data === undefined ? null : readConfig(show.data.config);
  const text = (field: string, value: unknown) =>
    cellText(field, value, config, w as (key: ConsoleKey) => string);
  const columns = (fields: readonly string[]): Column<Line>[] =>
    fields.map((field) => ({
      key: field,
      title: w(`record.${field}` as ConsoleKey),
      text: (line) => text(field, line[field]),
      ...(['delta', 'deltaMs', 'uncertaintyMs', 'no'].includes(field) ? { align: 'right' as const } : {}),
      ...(field === 'team' || field === 'reason' || field === 'verdict' || field === 'round'
        ? { filter: true }
        : {}),
    }));
  return (
    <Loaded of={record}>
      {({ ledger, presses, events }) => (
        <div className="stack">
          <p className="quiet">{w('record.events', { n: events })}</p>
          <Sheets stage={stage} />
          <Card size="small" title={w('record.ledger')}>
            <DataTable<Line>
              rows={ledger}
              rowKey={(line) => String(line['no'])}
              name={`${stage.name} ${w('record.ledger')}`}
              empty={w('record.empty')}
              columns={columns(ledgerFields)}
            />
          </Card>
          <Card size="small" title={w('record.presses')}>
            <DataTable<Line>
              rows={presses}
              rowKey={(line) => pressFields.map((field) => String(line[field])).join(' ')}
              name={`${stage.name} ${w('record.presses')}`}
              empty={w('record.empty')}
              columns={columns(pressFields)}
            />
          </Card>
        </div>
      )}
    </Loaded>
  );
}

/** What is taken away from a show: files, sheets to sign, and the replay's address. */
function Sheets({ stage }: { stage: Stage }) {
  const w = useWords();
  const { run } = useAct();
  const { message } = App.useApp();
  const { address } = useAddress();
  const params = { stageId: stage.id };
  const sheet = (name: 'show.ledger' | 'show.result' | 'show.testSheet', title: string, type: string) => (
    <Button onClick={() => void run(() => download(name, params, `${stage.name} ${title}.${type}`))}>
      {title}
    </Button>
  );
  // Asked for beforehand: browsers let a click copy only at once. Who may not conduct the show has no links.
  const path = useCall('show.links', { params }).data?.replay;
  const copyReplay = (): void => {
    if (path !== undefined && copyText(`${address}${path}`)) void message.success(w('copied'));
  };
  return (
    <Space wrap>
      {sheet('show.ledger', w('record.ledgerFile'), 'xlsx')}
      {sheet('show.result', w('record.resultSheet'), 'pdf')}
      {sheet('show.testSheet', w('record.testSheet'), 'pdf')}
      <Button disabled={path === undefined} onClick={copyReplay}>
        {w('record.replay')}
      </Button>
    </Space>
  );
}

function cellText(
  field: string,
  value: unknown,
  config: ShowConfig | null,
  w: (key: ConsoleKey) => string,
): string | number | null {
  if (value === null || value === undefined) return null;
  if (field === 'at') return dateTime(Number(value));
  if (field === 'team') return config?.teams.find(({ id }) => id === value)?.name ?? String(value);
  if (field === 'round') return config?.rounds.find(({ id }) => id === value)?.title ?? String(value);
  if (field === 'reason' && reasons.includes(String(value)))
    return w(`reason.${String(value)}` as ConsoleKey);
  if (field === 'verdict' && verdicts.includes(String(value)))
    return w(`verdict.${String(value)}` as ConsoleKey);
  if (field === 'basis' && bases.includes(String(value))) return w(`basis.${String(value)}` as ConsoleKey);
  return typeof value === 'number' ? value : String(value);
}
