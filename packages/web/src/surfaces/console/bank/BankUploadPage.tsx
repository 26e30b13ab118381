import { can } from '@leitai/rules';
import { Alert, Button, Card, Form, Input } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { call, download, type Reply } from '../../../api/client.ts';
import { useMe } from '../account/me.ts';
import { CODE } from '../base/codeRule.ts';
import { FaultTable } from '../base/FaultTable.tsx';
import { SheetDrop } from '../base/SheetDrop.tsx';
import { Shell } from '../base/Shell.tsx';
import { useAct } from '../base/useCall.ts';
import { UnitSelect } from '../unit/UnitSelect.tsx';
import { useWords } from '../words.ts';
import { QuestionTable } from './QuestionTable.tsx';

interface Values {
  title: string;
  code: string;
  unitId: string;
}
interface Checked {
  readonly file: File;
  readonly values: Values;
  readonly report: Reply<'bank.import'>;
}

/** A sheet of questions is always checked and shown first; what is then published stays as it is. */
export function BankUploadPage() {
  const w = useWords();
  const me = useMe();
  const { busy, run } = useAct();
  const [, go] = useLocation();
  const [form] = Form.useForm<Values>();
  const [checked, setChecked] = useState<Checked | null>(null);
  const own = me.grants.find(({ unitPath }) => can(me.grants, 'bank.manage', unitPath));
  const send = ({ title, code, unitId }: Values, file: File, dryRun: boolean) =>
    run(
      () => call('bank.import', { params: { unitId }, query: { title, code, dryRun }, file }),
      dryRun ? undefined : w('bank.published'),
    );
  const check = async (file: File) => {
    setChecked(null);
    const values = await form.validateFields().catch(() => null);
    if (values === null) return;
    const report = await send(values, file, true);
    if (report !== null) setChecked({ file, values, report });
  };
  const publish = async ({ file, values }: Checked) => {
    const report = await send(values, file, false);
    if (report?.committed === true) go('/banks');
    else if (report !== null) setChecked({ file, values, report });
  };
  const unitId = own?.unitId;
  return (
    <Shell
      path={[{ label: w('menu.banks'), to: '/banks' }, { label: w('bank.new') }]}
      title={w('bank.new')}
      under={w('bank.newLead')}
    >
      <Card size="small">
        <Form<Values>
          form={form}
          layout="vertical"
          initialValues={{ unitId, title: '', code: '' }}
          // What was checked is what is published: other values need another check.
          onValuesChange={() => setChecked(null)}
        >
          <div className="bank-head">
            <Form.Item name="title" label={w('bank.title')} rules={[{ required: true, whitespace: true }]}>
              <Input maxLength={120} />
            </Form.Item>
            <Form.Item
              name="code"
              label={w('code')}
              extra={w('code.rule')}
              rules={[{ required: true, pattern: CODE, message: w('code.rule') }]}
            >
              <Input maxLength={64} />
            </Form.Item>
            <Form.Item
              name="unitId"
              label={w('bank.unit')}
              extra={w('bank.unitLead')}
              rules={[{ required: true }]}
            >
              <UnitSelect />
            </Form.Item>
          </div>
        </Form>
        <SheetDrop busy={busy} take={(file) => void check(file)} />
        {unitId !== undefined && (
          <p className="quiet">
            {w('bank.templateLead')}{' '}
            <Button
              size="small"
              onClick={() =>
                void run(() => download('bank.template', { unitId }, `${w('bank.templateName')}.xlsx`))
              }
            >
              {w('bank.template')}
            </Button>
          </p>
        )}
      </Card>
      {checked !== null &&
        (checked.report.faults.length > 0 ? (
          <FaultTable name={checked.file.name} {...checked.report} />
        ) : (
          <>
            <Alert
              type="success"
              showIcon
              title={w('bank.clean', { name: checked.file.name, n: checked.report.questions })}
              description={w('bank.cleanLead')}
              action={
                <Button color="default" variant="solid" loading={busy} onClick={() => void publish(checked)}>
                  {w('bank.publish', { n: checked.report.questions })}
                </Button>
              }
            />
            {checked.report.questions > checked.report.preview.length && (
              <p className="quiet">{w('bank.previewLead', { n: checked.report.preview.length })}</p>
            )}
            <QuestionTable questions={checked.report.preview} name={checked.values.title} />
          </>
        ))}
    </Shell>
  );
}
