import { NOTICE_PRESETS, SHORTEST_NOTICE } from '@leitai/rules';
import { Button, Card, Form, Input, InputNumber, Select, Space } from 'antd';
import { useWords } from '../words.ts';
import type { SettingsValues } from './settingsValues.ts';

/** How long a result is posted (SE-30, SE-31). */
export function NoticeFields({ editable }: { editable: boolean }) {
  const w = useWords();
  const form = Form.useFormInstance<SettingsValues>();
  const days = (unit: 'workday' | 'calendarDay', n: number) =>
    w('notice.presetOf', { n, unit: w(`noticeUnit.${unit}`) });
  return (
    <Card size="small" title={w('notice.rule')}>
      {editable && (
        <Space wrap style={{ marginBottom: 12 }}>
          <span className="quiet">{w('notice.presets')}</span>
          {NOTICE_PRESETS.map(({ unit, length }) => (
            <Button
              key={`${length} ${unit}`}
              size="small"
              onClick={() =>
                form.setFieldsValue({ notice: { ...form.getFieldValue('notice'), unit, length } })
              }
            >
              {days(unit, length)}
            </Button>
          ))}
        </Space>
      )}
      <div className="fields">
        <Form.Item name={['notice', 'length']} label={w('notice.length')}>
          <InputNumber min={1} max={60} precision={0} />
        </Form.Item>
        <Form.Item name={['notice', 'unit']} label={w('notice.unit')}>
          <Select
            style={{ width: 140 }}
            options={(['workday', 'calendarDay'] as const).map((value) => ({
              value,
              label: w(`noticeUnit.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item
          name={['notice', 'firstDayCountsBeforeHour']}
          label={w('notice.firstDay')}
          extra={w('notice.firstDayLead')}
          normalize={(value: number | null | undefined) => value ?? null}
        >
          <InputNumber min={0} max={24} precision={0} />
        </Form.Item>
      </div>
      <Form.Item
        noStyle
        dependencies={[
          ['notice', 'length'],
          ['notice', 'unit'],
        ]}
      >
        {({ getFieldValue }) => {
          const unit = getFieldValue(['notice', 'unit']) as 'workday' | 'calendarDay';
          const least = SHORTEST_NOTICE[unit];
          return (
            (getFieldValue(['notice', 'length']) as number) < least && (
              <Form.Item
                name={['notice', 'shorterReason']}
                label={w('notice.shorter')}
                extra={w('notice.shorterLead', { n: least, unit: w(`noticeUnit.${unit}`) })}
                rules={[{ required: true, whitespace: true }]}
              >
                <Input maxLength={200} />
              </Form.Item>
            )
          );
        }}
      </Form.Item>
    </Card>
  );
}
