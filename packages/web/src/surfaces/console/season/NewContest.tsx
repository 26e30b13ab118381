import { CONTEST_TIERS, type ContestTier } from '@leitai/rules';
import { Form, Input, Select } from 'antd';
import { useLocation } from 'wouter';
import { FormSheet } from '../base/FormSheet.tsx';
import { call } from '../../../api/client.ts';
import { useLanguage } from '../../../words/language.ts';
import { useMe } from '../account/me.ts';
import { CODE } from '../base/codeRule.ts';
import { useAct, useCall } from '../base/useCall.ts';
import { UnitSelect } from '../unit/UnitSelect.tsx';
import { useWords } from '../words.ts';
import type { ContestLine, Season } from '../nouns.ts';

interface Values {
  template: string;
  title: string;
  code: string;
  unitId: string;
  tier: ContestTier;
  fieldCode?: string | null;
  directionCode?: string | null;
}

/** A contest from a template; one of the season's plan is taken up under its own code. */
export function NewContest(props: { season: Season; from: ContestLine | null; close: () => void }) {
  const { season, from, close } = props;
  const w = useWords();
  const language = useLanguage();
  const me = useMe();
  const { busy, run } = useAct();
  const [, go] = useLocation();
  const [form] = Form.useForm<Values>();
  const templates = useCall('contest.templates', {});
  const fieldCode = Form.useWatch('fieldCode', form);
  const directions = season.programme.fields.find(({ code }) => code === fieldCode)?.directions ?? [];
  const create = async (values: Values) => {
    const contest = await run(
      () =>
        call('contest.create', {
          body: {
            ...values,
            seasonId: season.id,
            fieldCode: values.fieldCode ?? null,
            directionCode: values.directionCode ?? null,
          },
        }),
      w('contest.created'),
    );
    if (contest === null) return;
    close();
    go(`/contests/${contest.id}`);
  };
  const own = me.grants.find(({ role }) => role === 'organizer') ?? me.grants[0];
  return (
    <FormSheet
      title={from === null ? w('contest.new') : w('contest.takeUpOf', { title: from.title })}
      ok={w('contest.create')}
      busy={busy}
      form={form}
      close={close}
      initialValues={from ?? { unitId: own?.unitId ?? season.unitId, tier: 'unit' }}
      onFinish={(values) => void create(values)}
    >
      <Form.Item name="template" label={w('contest.template')} rules={[{ required: true }]}>
        <Select
          loading={templates.isPending}
          options={(templates.data?.templates ?? []).map(({ code, title }) => ({
            value: code,
            label: title[language],
          }))}
        />
      </Form.Item>
      <Form.Item name="title" label={w('contest.title')} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item
        name="code"
        label={w('code')}
        extra={w('code.rule')}
        rules={[{ required: true, pattern: CODE, message: w('code.rule') }]}
      >
        <Input maxLength={64} disabled={from !== null} />
      </Form.Item>
      <Form.Item name="unitId" label={w('contest.unit')} rules={[{ required: true }]}>
        <UnitSelect />
      </Form.Item>
      <Form.Item name="tier" label={w('contest.tier')} rules={[{ required: true }]}>
        <Select options={CONTEST_TIERS.map((tier) => ({ value: tier, label: w(`tier.${tier}`) }))} />
      </Form.Item>
      <Form.Item name="fieldCode" label={w('contest.field')}>
        <Select
          allowClear
          onChange={() => form.setFieldValue('directionCode', null)}
          options={season.programme.fields.map(({ code, name }) => ({ value: code, label: name }))}
        />
      </Form.Item>
      <Form.Item name="directionCode" label={w('contest.direction')}>
        <Select
          allowClear
          disabled={directions.length === 0}
          options={directions.map(({ code, name }) => ({
            value: code,
            label: name ?? `${code}（${w('toFill')}）`,
          }))}
        />
      </Form.Item>
    </FormSheet>
  );
}
