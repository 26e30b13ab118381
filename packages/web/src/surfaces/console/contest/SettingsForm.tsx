import { Button, Card, Form, Input, InputNumber, Select, Space, Switch } from 'antd';
import { call } from '../../../api/client.ts';
import { useAct } from '../base/useCall.ts';
import { useWords } from '../words.ts';
import { emptyStage, toSettings, toValues, type SettingsValues } from './settingsValues.ts';
import { NoticeFields } from './NoticeFields.tsx';
import { RecheckFields, ResultFields } from './ResultFields.tsx';
import { StageFields } from './StageFields.tsx';
import type { Contest } from '../nouns.ts';

/** Everything the printed rules are made from. */
export function SettingsForm({ contest, editable }: { contest: Contest; editable: boolean }) {
  const w = useWords();
  const { busy, run } = useAct();
  const [form] = Form.useForm<SettingsValues>();
  if (contest.settings === null) return <p className="quiet">{w('rules.none')}</p>;
  const save = (values: SettingsValues) =>
    run(
      () =>
        call('contest.update', {
          params: { contestId: contest.id },
          body: { title: values.title.trim(), settings: toSettings(values) },
        }),
      w('rules.saved'),
    );
  return (
    <Form<SettingsValues>
      form={form}
      layout="vertical"
      disabled={!editable}
      scrollToFirstError
      initialValues={toValues(contest.title, contest.settings)}
      onFinish={() => void save(form.getFieldsValue(true) as SettingsValues)}
    >
      <div className="stack">
        <Card size="small" title={w('rules.head')}>
          <Form.Item name="title" label={w('contest.title')} rules={[{ required: true, whitespace: true }]}>
            <Input maxLength={120} />
          </Form.Item>
          <div className="fields">
            <Form.Item name={['ranked', 'kind']} label={w('rules.ranked')}>
              <Select
                style={{ width: 160 }}
                options={[
                  { value: 'team', label: w('ranked.team') },
                  { value: 'person', label: w('ranked.person') },
                ]}
              />
            </Form.Item>
            <Form.Item noStyle dependencies={[['ranked', 'kind']]}>
              {({ getFieldValue }) =>
                getFieldValue(['ranked', 'kind']) === 'team' && (
                  <Form.Item name={['ranked', 'size']} label={w('rules.size')}>
                    <InputNumber min={1} max={50} precision={0} />
                  </Form.Item>
                )
              }
            </Form.Item>
          </div>
        </Card>
        <Form.List name="stages">
          {(fields, { add, remove, move }) => (
            <>
              {fields.map((field, index) => (
                <Card
                  key={field.key}
                  size="small"
                  title={w('rules.stageNo', { n: index + 1 })}
                  extra={
                    editable && (
                      <Space>
                        <Button size="small" disabled={index === 0} onClick={() => move(index, index - 1)}>
                          {w('up')}
                        </Button>
                        <Button
                          size="small"
                          disabled={fields.length === 1}
                          onClick={() => remove(field.name)}
                        >
                          {w('rules.stageRemove')}
                        </Button>
                      </Space>
                    )
                  }
                >
                  <StageFields at={field.name} />
                </Card>
              ))}
              {editable && (
                <div>
                  <Button disabled={fields.length >= 12} onClick={() => add({ ...emptyStage })}>
                    {w('rules.stageAdd')}
                  </Button>
                </div>
              )}
            </>
          )}
        </Form.List>
        <ResultFields editable={editable} />
        <RecheckFields />
        <AwardFields editable={editable} />
        <NoticeFields editable={editable} />
        {editable && (
          <div>
            <Button color="default" variant="solid" htmlType="submit" loading={busy}>
              {w('rules.save')}
            </Button>
          </div>
        )}
      </div>
    </Form>
  );
}

function AwardFields({ editable }: { editable: boolean }) {
  const w = useWords();
  return (
    <Card size="small" title={w('award.rule')}>
      <div className="fields">
        <Form.Item name={['award', 'kind']} label={w('award.kind')}>
          <Select
            style={{ width: 160 }}
            options={(['count', 'ratio'] as const).map((value) => ({
              value,
              label: w(`awardKind.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item name={['award', 'rounding']} label={w('award.rounding')}>
          <Select
            style={{ width: 160 }}
            options={(['halfUp', 'floor', 'ceil'] as const).map((value) => ({
              value,
              label: w(`rounding.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item name={['award', 'boundaryTie']} label={w('award.tie')}>
          <Select
            style={{ width: 260 }}
            options={(['promote', 'tieBreak'] as const).map((value) => ({
              value,
              label: w(`boundaryTie.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item name={['award', 'minOne']} label={w('award.minOne')} valuePropName="checked">
          <Switch />
        </Form.Item>
      </div>
      <Form.List name={['award', 'tiers']}>
        {(fields, { add, remove }) => (
          <>
            {fields.map((field) => (
              <Space key={field.key} align="start" style={{ display: 'flex' }}>
                <Form.Item name={[field.name, 'name']} rules={[{ required: true }]}>
                  <Input aria-label={w('award.tier')} placeholder={w('award.tier')} maxLength={40} />
                </Form.Item>
                <Form.Item
                  name={[field.name, 'value']}
                  rules={[{ required: true, pattern: /^\d{1,15}(\.\d{1,15})?$/, message: w('field.number') }]}
                >
                  <Input
                    aria-label={w('award.value')}
                    placeholder={w('award.value')}
                    style={{ width: 120 }}
                  />
                </Form.Item>
                {editable && <Button onClick={() => remove(field.name)}>{w('remove')}</Button>}
              </Space>
            ))}
            {editable && (
              <Button size="small" onClick={() => add({ name: '', value: '1' })}>
                {w('award.add')}
              </Button>
            )}
          </>
        )}
      </Form.List>
    </Card>
  );
}
