import { LATE_PRESETS } from '@leitai/rules';
import { Button, Form, InputNumber, Space } from 'antd';
import { useWords } from '../words.ts';

/** Until when a first start of an exam is let in (SK-43). */
export function LateField({ at }: { at: number }) {
  const w = useWords();
  const form = Form.useFormInstance();
  const set = (minutes: number | null) => form.setFieldValue(['stages', at, 'exam', 'lateMin'], minutes);
  return (
    <Form.Item label={w('late.label')} htmlFor={`stages_${at}_exam_lateMin`} extra={w('late.lead')}>
      <Space wrap>
        <Form.Item
          noStyle
          name={[at, 'exam', 'lateMin']}
          normalize={(value: number | null | undefined) => value ?? null}
        >
          <InputNumber min={0} max={1440} precision={0} suffix={w('late.unit')} style={{ width: 120 }} />
        </Form.Item>
        {LATE_PRESETS.map((minutes) => (
          <Button key={minutes} size="small" onClick={() => set(minutes)}>
            {w('late.of', { n: minutes })}
          </Button>
        ))}
        <Button size="small" onClick={() => set(null)}>
          {w('late.any')}
        </Button>
      </Space>
    </Form.Item>
  );
}
