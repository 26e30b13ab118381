import { Input, Select } from 'antd';
import type { PressOrder, ShowConfig } from '@leitai/rules/show';
import { useWords } from '../words.ts';
import { FieldRow } from './FieldRow.tsx';
import { NumberField } from './NumberField.tsx';
import { PointsField } from './PointsField.tsx';

interface Props {
  readonly config: ShowConfig;
  readonly disabled: boolean;
  readonly change: (config: ShowConfig) => void;
}

const DEAD_HEATS = ['earlier', 'lot', 'again', 'jury'] as const;
/** For phones on one network in the hall (docs/fairness.md). */
const FAIR: Extract<PressOrder, { rule: 'compensated' }> = {
  rule: 'compensated',
  capMs: 20,
  maxOneWayMs: 40,
  deadHeat: 'again',
};

/** The settings of the whole show. */
export function ShowFields({ config, disabled, change }: Props) {
  const w = useWords();
  const set = (part: Partial<ShowConfig>) => change({ ...config, ...part });
  return (
    <div className="sets">
      <FieldRow path="tableOrder" label={w('show.tables')}>
        {(joined) => (
          <Select
            {...joined}
            value={config.tableOrder}
            disabled={disabled}
            onChange={(tableOrder) => set({ tableOrder })}
            options={[
              { value: 'draw', label: w('show.tablesDrawn') },
              { value: 'listed', label: w('show.tablesListed') },
            ]}
          />
        )}
      </FieldRow>
      <FieldRow path="baseScore" label={w('show.base')}>
        {(joined) => (
          <PointsField
            {...joined}
            value={config.baseScore}
            disabled={disabled}
            set={(baseScore) => set({ baseScore: baseScore ?? '' })}
          />
        )}
      </FieldRow>
      <FieldRow path="floor" label={w('show.floor')}>
        {(joined) => (
          <PointsField
            {...joined}
            value={config.floor}
            none={w('show.noFloor')}
            disabled={disabled}
            set={(floor) => set({ floor })}
          />
        )}
      </FieldRow>
      <FieldRow path="placesThatMatter" label={w('show.placesThatMatter')}>
        {(joined) => (
          <Select
            {...joined}
            mode="tags"
            open={false}
            suffixIcon={null}
            value={config.placesThatMatter.map((place) => (Number.isNaN(place) ? '？' : String(place)))}
            disabled={disabled}
            placeholder={w('round.valuesHow')}
            tokenSeparators={[',', '，', '、', ' ']}
            onChange={(places: string[]) =>
              set({ placesThatMatter: places.map((place) => Number(place.normalize('NFKC'))) })
            }
          />
        )}
      </FieldRow>
      <FieldRow path="ties" label={w('show.ties')}>
        {(joined) => (
          <Select
            {...joined}
            value={config.ties}
            disabled={disabled}
            onChange={(ties) => set({ ties })}
            options={[
              { value: 'shared', label: w('show.ties.shared') },
              { value: 'lot', label: w('show.ties.lot') },
            ]}
          />
        )}
      </FieldRow>
      <Order config={config} disabled={disabled} set={set} />
      <FieldRow path="stream" label={w('show.stream')}>
        {(joined) => (
          <Input
            {...joined}
            value={config.stream ?? ''}
            placeholder="https://…/live.m3u8"
            disabled={disabled}
            onChange={(event) => set({ stream: event.target.value.trim() || null })}
          />
        )}
      </FieldRow>
    </div>
  );
}

type Set = (part: Partial<ShowConfig>) => void;

function Order({ config, disabled, set }: { config: ShowConfig; disabled: boolean; set: Set }) {
  const w = useWords();
  const { order } = config;
  return (
    <>
      <FieldRow path="order.rule" label={w('show.order')}>
        {(joined) => (
          <Select
            {...joined}
            value={order.rule}
            disabled={disabled}
            onChange={(rule) => set({ order: rule === 'arrival' ? { rule } : FAIR })}
            options={[
              { value: 'arrival', label: w('show.order.arrival') },
              { value: 'compensated', label: w('show.order.compensated') },
            ]}
          />
        )}
      </FieldRow>
      {order.rule === 'compensated' && (
        <>
          {(['capMs', 'maxOneWayMs'] as const).map((name) => (
            <FieldRow key={name} path={`order.${name}`} label={w(`show.${name}`)}>
              {(joined) => (
                <NumberField
                  {...joined}
                  value={order[name]}
                  disabled={disabled}
                  unit={w('milliseconds')}
                  set={(next) => set({ order: { ...order, [name]: next ?? Number.NaN } })}
                />
              )}
            </FieldRow>
          ))}
          <FieldRow path="order.deadHeat" label={w('show.deadHeat')}>
            {(joined) => (
              <Select
                {...joined}
                value={order.deadHeat}
                disabled={disabled}
                onChange={(deadHeat) => set({ order: { ...order, deadHeat } })}
                options={DEAD_HEATS.map((rule) => ({ value: rule, label: w(`show.deadHeat.${rule}`) }))}
              />
            )}
          </FieldRow>
        </>
      )}
    </>
  );
}
