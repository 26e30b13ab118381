import { Form, Input, InputNumber } from 'antd';
import { useLocation } from 'wouter';
import { FormSheet } from '../base/FormSheet.tsx';
import { call } from '../../../api/client.ts';
import { CODE } from '../base/codeRule.ts';
import { useAct } from '../base/useCall.ts';
import { UnitSelect } from '../unit/UnitSelect.tsx';
import { useWords } from '../words.ts';

interface Values {
  unitId: string;
  code: string;
  title: string;
  year: number;
  theme: string;
  contests: number;
  workers: number;
}

/** A new season; fields and directions follow on its page. */
export function SeasonForm({ close }: { close: () => void }) {
  const w = useWords();
  const { busy, run } = useAct();
  const [, go] = useLocation();
  const [form] = Form.useForm<Values>();
  const create = async ({ theme, contests, workers, ...head }: Values) => {
    const programme = { theme, targets: { contests, workers }, fields: [] };
    const season = await run(() => call('season.create', { body: { ...head, programme } }), w('saved'));
    if (season !== null) go(`/seasons/${season.id}`);
  };
  return (
    <FormSheet
      title={w('season.new')}
      ok={w('season.create')}
      busy={busy}
      form={form}
      close={close}
      initialValues={{ contests: 0, workers: 0 }}
      onFinish={(values) => void create(values)}
    >
      <Form.Item name="title" label={w('season.title')} rules={[{ required: true }]}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="theme" label={w('season.theme')} rules={[{ required: true }]}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="unitId" label={w('season.unit')} rules={[{ required: true }]}>
        <UnitSelect />
      </Form.Item>
      <Form.Item
        name="code"
        label={w('code')}
        extra={w('code.rule')}
        rules={[{ required: true, pattern: CODE, message: w('code.rule') }]}
      >
        <Input maxLength={64} />
      </Form.Item>
      <div className="bar">
        <Form.Item name="year" label={w('season.year')} rules={[{ required: true }]}>
          <InputNumber min={2000} max={2100} />
        </Form.Item>
        <Form.Item name="contests" label={w('season.targetContests')}>
          <InputNumber min={0} max={1_000_000} />
        </Form.Item>
        <Form.Item name="workers" label={w('season.targetWorkers')}>
          <InputNumber min={0} max={1_000_000_000} />
        </Form.Item>
      </div>
    </FormSheet>
  );
}
