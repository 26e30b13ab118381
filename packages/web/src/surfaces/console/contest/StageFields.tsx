import { PRESETS, presetTitles, STAGE_KINDS } from '@leitai/rules';
import { Alert, Button, Form, Input, InputNumber, Select, Space, Switch } from 'antd';
import { useCall } from '../base/useCall.ts';
import { useLanguage } from '../../../words/language.ts';
import { useWords } from '../words.ts';
import { LateField } from './LateField.tsx';

/** Settings of one stage inside the form's list. */
export function StageFields({ at }: { at: number }) {
  const w = useWords();
  const language = useLanguage();
  const one = (...path: string[]) => [at, ...path];
  return (
    <>
      <div className="fields">
        <Form.Item name={one('name')} label={w('stage.name')} rules={[{ required: true, whitespace: true }]}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name={one('kind')} label={w('stage.kind')}>
          <Select
            style={{ width: 160 }}
            options={STAGE_KINDS.map((kind) => ({ value: kind, label: w(`stageKind.${kind}`) }))}
          />
        </Form.Item>
      </div>
      <Form.Item noStyle dependencies={[['stages', at, 'kind']]}>
        {({ getFieldValue }) =>
          getFieldValue(['stages', at, 'kind']) === 'show' ? (
            <Form.Item name={one('preset')} label={w('stage.preset')} extra={w('stage.presetLead')}>
              <Select
                style={{ maxWidth: 420 }}
                options={PRESETS.map((name) => ({ value: name, label: presetTitles[name][language] }))}
              />
            </Form.Item>
          ) : (
            <ExamFields at={at} />
          )
        }
      </Form.Item>
      <StandingFields at={at} />
      <div className="fields">
        <Form.Item name={one('cuts')} label={w('cut.has')} valuePropName="checked">
          <Switch />
        </Form.Item>
        <Form.Item noStyle dependencies={[['stages', at, 'cuts']]}>
          {({ getFieldValue }) =>
            getFieldValue(['stages', at, 'cuts']) === true && (
              <div className="fields">
                <Form.Item name={one('cut', 'count')} label={w('cut.places')} rules={[{ required: true }]}>
                  <InputNumber min={1} max={10_000_000} precision={0} />
                </Form.Item>
                <Form.Item name={one('cut', 'tiesGoThrough')} label={w('cut.ties')} valuePropName="checked">
                  <Switch />
                </Form.Item>
              </div>
            )
          }
        </Form.Item>
      </div>
    </>
  );
}

function StandingFields({ at }: { at: number }) {
  const w = useWords();
  return (
    <div className="fields">
      <Form.Item name={[at, 'standing', 'teamScore']} label={w('standing.teamScore')}>
        <Select
          style={{ width: 180 }}
          options={(['sum', 'mean', 'best'] as const).map((value) => ({
            value,
            label: w(`teamScore.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item name={[at, 'standing', 'places']} label={w('standing.places')}>
        <Select
          style={{ width: 120 }}
          options={[0, 1, 2, 3, 4].map((value) => ({ value, label: w('standing.placesOf', { n: value }) }))}
        />
      </Form.Item>
      <Form.Item
        name={[at, 'standing', 'tieBreakers']}
        label={w('standing.ties')}
        extra={w('standing.tiesLead')}
      >
        <Select
          mode="multiple"
          maxCount={3}
          style={{ width: 360 }}
          options={(['elapsedAsc', 'bestMember', 'decider'] as const).map((value) => ({
            value,
            label: w(`tieBreaker.${value}`),
          }))}
        />
      </Form.Item>
    </div>
  );
}

function ExamFields({ at }: { at: number }) {
  const w = useWords();
  const banks = useCall('bank.list', {});
  const exam = (field: string) => [at, 'exam', field];
  return (
    <>
      <div className="fields">
        <Form.Item name={[at, 'minutes']} label={w('exam.minutes')} rules={[{ required: true }]}>
          <InputNumber min={0.2} max={1440} step={1} />
        </Form.Item>
        <Form.Item name={exam('multiple')} label={w('exam.multiple')}>
          <Select
            style={{ width: 260 }}
            options={(['allOrNothing', 'fewerHalf', 'halfPointPerRight'] as const).map((value) => ({
              value,
              label: w(`multiple.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item name={exam('shuffleQuestions')} label={w('exam.shuffleQuestions')} valuePropName="checked">
          <Switch />
        </Form.Item>
        <Form.Item name={exam('shuffleOptions')} label={w('exam.shuffleOptions')} valuePropName="checked">
          <Switch />
        </Form.Item>
      </div>
      <LateField at={at} />
      <Form.List
        name={exam('draws')}
        rules={[
          {
            validator: (_, rows: unknown[] | undefined) =>
              rows === undefined || rows.length === 0
                ? Promise.reject(new Error(w('exam.drawsNone')))
                : Promise.resolve(),
          },
        ]}
      >
        {(fields, { add, remove }, { errors }) => (
          <div style={{ marginBottom: 16 }}>
            <p style={{ margin: '0 0 6px' }}>{w('exam.draws')}</p>
            {banks.data?.banks.length === 0 && (
              <Alert showIcon type="warning" style={{ marginBottom: 8 }} title={w('exam.noBanks')} />
            )}
            {fields.map((field) => (
              <Space key={field.key} wrap align="start" style={{ display: 'flex' }}>
                <Form.Item name={[field.name, 'bank']} rules={[{ required: true }]}>
                  <Select
                    aria-label={w('exam.bank')}
                    placeholder={w('exam.bank')}
                    style={{ width: 260 }}
                    loading={banks.isPending}
                    options={(banks.data?.banks ?? []).map(({ code, title, questions }) => ({
                      value: code,
                      label: w('exam.bankOf', { title, n: questions }),
                    }))}
                  />
                </Form.Item>
                <Form.Item name={[field.name, 'type']}>
                  <Select
                    allowClear
                    aria-label={w('exam.type')}
                    placeholder={w('exam.anyType')}
                    style={{ width: 120 }}
                    options={(['single', 'multiple', 'trueFalse'] as const).map((value) => ({
                      value,
                      label: w(`questionType.${value}`),
                    }))}
                  />
                </Form.Item>
                <Form.Item name={[field.name, 'chapter']}>
                  <Input
                    aria-label={w('exam.chapter')}
                    placeholder={w('exam.anyChapter')}
                    maxLength={40}
                    style={{ width: 140 }}
                  />
                </Form.Item>
                <Form.Item name={[field.name, 'count']} rules={[{ required: true }]}>
                  <InputNumber
                    aria-label={w('exam.count')}
                    min={1}
                    max={200}
                    precision={0}
                    suffix={w('exam.countUnit')}
                    style={{ width: 110 }}
                  />
                </Form.Item>
                <Form.Item
                  name={[field.name, 'points']}
                  rules={[{ required: true, pattern: /^\d{1,15}(\.\d{1,15})?$/, message: w('field.number') }]}
                >
                  <Input aria-label={w('exam.points')} suffix={w('exam.pointsUnit')} style={{ width: 120 }} />
                </Form.Item>
                <Button onClick={() => remove(field.name)}>{w('remove')}</Button>
              </Space>
            ))}
            <Button size="small" onClick={() => add({ count: 10, points: '2' })}>
              {w('exam.drawAdd')}
            </Button>
            <Form.ErrorList errors={errors} />
          </div>
        )}
      </Form.List>
    </>
  );
}
