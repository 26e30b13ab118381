import { theoryWarning, WEIGHT_PRESETS } from '@leitai/rules';
import { Alert, Button, Card, Form, Input, InputNumber, Select, Space, Switch } from 'antd';
import { weightsTotal } from './weights.ts';
import { toSettings, type SettingsValues } from './settingsValues.ts';
import { useWords } from '../words.ts';

const NUMBER = /^\d{1,15}(\.\d{1,15})?$/;

/** What the places are made from, and whether they may be shared (SK-31…34, SK-73). */
export function ResultFields({ editable }: { editable: boolean }) {
  const w = useWords();
  return (
    <Card size="small" title={w('resultRule.title')}>
      <div className="fields">
        <Form.Item name={['result', 'from']} label={w('resultRule.from')}>
          <Select
            style={{ width: 220 }}
            options={(['lastStage', 'weighted'] as const).map((value) => ({
              value,
              label: w(`resultRule.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item
          name="sharedPlaces"
          label={w('resultRule.shared')}
          extra={w('resultRule.sharedLead')}
          valuePropName="checked"
        >
          <Switch />
        </Form.Item>
      </div>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue, getFieldsValue }) =>
          getFieldValue(['result', 'from']) === 'weighted' && (
            <Weights editable={editable} values={getFieldsValue(true) as SettingsValues} />
          )
        }
      </Form.Item>
    </Card>
  );
}

function Weights({ editable, values }: { editable: boolean; values: SettingsValues }) {
  const w = useWords();
  const form = Form.useFormInstance<SettingsValues>();
  const { stages } = values;
  const preset = (weights: readonly string[]) =>
    form.setFieldsValue({
      stages: stages.map((stage, i) => ({
        ...stage,
        weightPct: weights[i - (stages.length - weights.length)] ?? '',
      })),
    });
  const sum = weightsTotal(stages.map(({ weightPct }) => weightPct ?? ''));
  const theory = theoryWarning(toSettings(values));
  const lastCounts = (stages.at(-1)?.weightPct ?? '').trim() !== '';
  return (
    <>
      {editable && (
        <Space wrap style={{ marginBottom: 12 }}>
          <span className="quiet">{w('resultRule.presets')}</span>
          {WEIGHT_PRESETS.map((weights) => (
            <Button
              key={weights.join()}
              size="small"
              disabled={weights.length > stages.length}
              onClick={() => preset(weights)}
            >
              {weights.join(' / ')}
            </Button>
          ))}
        </Space>
      )}
      {stages.map((stage, i) => (
        <StageWeight key={i} at={i} name={stage.name} show={stage.kind === 'show'} />
      ))}
      {sum !== null && (
        <Alert
          showIcon
          type={sum === '100' ? 'success' : 'error'}
          style={{ marginBottom: 12 }}
          title={w(sum === '100' ? 'resultRule.sum' : 'resultRule.sumWrong', { sum })}
        />
      )}
      {!lastCounts && (
        <Alert showIcon type="error" style={{ marginBottom: 12 }} title={w('resultRule.lastMissing')} />
      )}
      {theory !== null && (
        <Alert showIcon type="warning" style={{ marginBottom: 12 }} title={w('resultRule.theory', theory)} />
      )}
      <div className="fields">
        <Form.Item name={['result', 'ties']} label={w('resultRule.ties')}>
          <Select
            style={{ width: 280 }}
            options={(['shared', 'lastComponent', 'componentOrder'] as const).map((value) => ({
              value,
              label: w(`resultTies.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item name={['result', 'places']} label={w('resultRule.places')}>
          <Select
            style={{ width: 120 }}
            options={[0, 1, 2, 3, 4].map((value) => ({ value, label: w('standing.placesOf', { n: value }) }))}
          />
        </Form.Item>
      </div>
    </>
  );
}

function StageWeight({ at, name, show }: { at: number; name: string; show: boolean }) {
  const w = useWords();
  const number = { pattern: NUMBER, message: w('field.number') };
  const stage = name || w('rules.stageNo', { n: at + 1 });
  return (
    <div className="fields">
      <Form.Item
        name={['stages', at, 'weightPct']}
        label={`${stage} · ${w('resultRule.weight')}`}
        extra={w('resultRule.weightLead')}
        rules={[number]}
      >
        <Input suffix="%" style={{ width: 160 }} />
      </Form.Item>
      <Form.Item name={['stages', at, 'passMark']} label={w('resultRule.pass')} rules={[number]}>
        <Input style={{ width: 160 }} />
      </Form.Item>
      {show ? (
        <Form.Item name={['stages', at, 'fullScore']} label={w('resultRule.full')} rules={[number]}>
          <Input style={{ width: 160 }} />
        </Form.Item>
      ) : (
        <Form.Item label={w('resultRule.full')}>
          <span className="quiet">{w('resultRule.fullExam')}</span>
        </Form.Item>
      )}
    </div>
  );
}

/** 成绩复核 before sealing (SK-80…83). */
export function RecheckFields() {
  const w = useWords();
  const number = [{ required: true, pattern: NUMBER, message: w('field.number') }];
  return (
    <Card size="small" title={w('recheckRule.title')}>
      <Form.Item name={['recheck', 'on']} label={w('recheckRule.on')} valuePropName="checked">
        <Switch />
      </Form.Item>
      <Form.Item
        noStyle
        dependencies={[
          ['recheck', 'on'],
          ['recheck', 'by'],
        ]}
      >
        {({ getFieldValue }) =>
          getFieldValue(['recheck', 'on']) === true && (
            <div className="fields">
              <Form.Item name={['recheck', 'by']} label={w('recheckRule.by')}>
                <Select
                  style={{ width: 180 }}
                  options={(['pct', 'count'] as const).map((value) => ({
                    value,
                    label: w(`recheckRule.${value}`),
                  }))}
                />
              </Form.Item>
              {getFieldValue(['recheck', 'by']) === 'pct' ? (
                <Form.Item name={['recheck', 'pct']} label={w('recheckRule.pct')} rules={number}>
                  <Input suffix="%" style={{ width: 120 }} />
                </Form.Item>
              ) : (
                <Form.Item name={['recheck', 'count']} label={w('recheckRule.count')}>
                  <InputNumber min={1} max={1_000_000} precision={0} />
                </Form.Item>
              )}
              <Form.Item name={['recheck', 'samplePct']} label={w('recheckRule.sample')} rules={number}>
                <Input suffix="%" style={{ width: 120 }} />
              </Form.Item>
              <Form.Item name={['recheck', 'limitPct']} label={w('recheckRule.limit')} rules={number}>
                <Input suffix="%" style={{ width: 120 }} />
              </Form.Item>
            </div>
          )
        }
      </Form.Item>
    </Card>
  );
}
