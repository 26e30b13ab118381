import { Input, InputNumber, Select } from 'antd';
import type { DeciderRule, PressOrder, ShowConfig } from '@leitai/rules/show';
import { useWords } from '../words.ts';
import { deciderFields } from './roundFields.ts';
import { Fields } from './RoundFields.tsx';

interface Props {
  readonly config: ShowConfig;
  readonly disabled: boolean;
  readonly change: (config: ShowConfig) => void;
}

const DEAD_HEATS = ['earlier', 'lot', 'again', 'jury'] as const;
const FAIR: Extract<PressOrder, { rule: 'compensated' }> = {
  rule: 'compensated',
  capMs: 30,
  maxOneWayMs: 150,
  deadHeat: 'again',
};

/** The settings of the whole show. */
export function ShowFields({ config, disabled, change }: Props) {
  const w = useWords();
  const set = (part: Partial<ShowConfig>) => change({ ...config, ...part });
  return (
    <div className="bar fields">
      <label>
        <div className="quiet">{w('show.tables')}</div>
        <Select
          value={config.tableOrder}
          disabled={disabled}
          style={{ width: 140 }}
          onChange={(tableOrder) => set({ tableOrder })}
          options={[
            { value: 'draw', label: w('show.tablesDrawn') },
            { value: 'listed', label: w('show.tablesListed') },
          ]}
        />
      </label>
      <label>
        <div className="quiet">{w('show.base')}</div>
        <Input
          value={config.baseScore}
          disabled={disabled}
          style={{ width: 90 }}
          onChange={(event) => set({ baseScore: event.target.value.trim() })}
        />
      </label>
      <label>
        <div className="quiet">{w('show.floor')}</div>
        <Input
          value={config.floor ?? ''}
          placeholder={w('show.noFloor')}
          disabled={disabled}
          style={{ width: 110 }}
          onChange={(event) => set({ floor: event.target.value.trim() || null })}
        />
      </label>
      <Order config={config} disabled={disabled} set={set} />
      <label>
        <div className="quiet">{w('show.placesThatMatter')}</div>
        <Select
          mode="tags"
          open={false}
          value={config.placesThatMatter.map(String)}
          disabled={disabled}
          style={{ minWidth: 140 }}
          tokenSeparators={[',', '，', '、', ' ']}
          onChange={(places: string[]) =>
            set({
              placesThatMatter: places.map(Number).filter((place) => Number.isInteger(place) && place > 0),
            })
          }
        />
      </label>
      <label>
        <div className="quiet">{w('show.ties')}</div>
        <Select
          value={config.ties}
          disabled={disabled}
          style={{ width: 180 }}
          onChange={(ties) => set({ ties })}
          options={[
            { value: 'shared', label: w('show.ties.shared') },
            { value: 'lot', label: w('show.ties.lot') },
          ]}
        />
      </label>
      <label>
        <div className="quiet">{w('show.stream')}</div>
        <Input
          value={config.stream ?? ''}
          placeholder="https://…/live.m3u8"
          disabled={disabled}
          style={{ width: 280 }}
          onChange={(event) => set({ stream: event.target.value.trim() || null })}
        />
      </label>
      <Decider config={config} disabled={disabled} set={set} />
    </div>
  );
}

type Set = (part: Partial<ShowConfig>) => void;

function Order({ config, disabled, set }: { config: ShowConfig; disabled: boolean; set: Set }) {
  const w = useWords();
  const { order } = config;
  return (
    <>
      <label>
        <div className="quiet">{w('show.order')}</div>
        <Select
          value={order.rule}
          disabled={disabled}
          style={{ width: 200 }}
          onChange={(rule) => set({ order: rule === 'arrival' ? { rule } : FAIR })}
          options={[
            { value: 'arrival', label: w('show.order.arrival') },
            { value: 'compensated', label: w('show.order.compensated') },
          ]}
        />
      </label>
      {order.rule === 'compensated' && (
        <>
          {(['capMs', 'maxOneWayMs'] as const).map((name) => (
            <label key={name}>
              <div className="quiet">{w(`show.${name}`)}</div>
              <InputNumber
                min={0}
                max={1_000}
                precision={0}
                value={order[name]}
                disabled={disabled}
                suffix={w('milliseconds')}
                style={{ width: 130 }}
                onChange={(next) => next !== null && set({ order: { ...order, [name]: next } })}
              />
            </label>
          ))}
          <label>
            <div className="quiet">{w('show.deadHeat')}</div>
            <Select
              value={order.deadHeat}
              disabled={disabled}
              style={{ width: 180 }}
              onChange={(deadHeat) => set({ order: { ...order, deadHeat } })}
              options={DEAD_HEATS.map((rule) => ({ value: rule, label: w(`show.deadHeat.${rule}`) }))}
            />
          </label>
        </>
      )}
    </>
  );
}

const RULES = ['none', 'suddenDeath', 'extraRound', 'risk'] as const;

/** Its questions are kept when the rule changes; the spare questions stand at the end of the list of rounds. */
function Decider({ config, disabled, set }: { config: ShowConfig; disabled: boolean; set: Set }) {
  const w = useWords();
  const { decider } = config;
  const choose = (rule: 'none' | DeciderRule): void => {
    if (rule === 'none') set({ decider: { rule } });
    else set({ decider: { rule, round: decider.rule === 'none' ? EMPTY : decider.round } });
  };
  return (
    <>
      <label>
        <div className="quiet">{w('show.decider')}</div>
        <Select
          value={decider.rule}
          disabled={disabled}
          style={{ width: 200 }}
          onChange={choose}
          options={RULES.map((rule) => ({ value: rule, label: w(`show.decider.${rule}`) }))}
        />
      </label>
      {decider.rule !== 'none' && (
        <Fields
          round={decider.round}
          fields={deciderFields[decider.rule]}
          disabled={disabled}
          change={(round) => set({ decider: { rule: decider.rule, round } })}
        />
      )}
    </>
  );
}

const EMPTY: Extract<ShowConfig['decider'], { rule: DeciderRule }>['round'] = {
  kind: 'decider',
  id: 'decider',
  title: '加赛题',
  questions: [],
  practice: false,
  eliminate: 0,
  timeLimitSec: 30,
  pressWindowSec: 15,
  startDelay: null,
  foul: 'void',
  points: '10',
  turnsPerTeam: 1,
  values: ['10', '20', '30'],
};
