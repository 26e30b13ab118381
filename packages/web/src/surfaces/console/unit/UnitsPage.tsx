import { can, UNIT_KINDS } from '@leitai/rules';
import { Button, Form, Input, Select, Space, Table, Tag } from 'antd';
import { useMemo, useState } from 'react';
import { FormSheet } from '../base/FormSheet.tsx';
import { call } from '../../../api/client.ts';
import { mayAnywhere, useMe } from '../account/me.ts';
import { CODE } from '../base/codeRule.ts';
import { Loaded } from '../base/Loaded.tsx';
import { Shell } from '../base/Shell.tsx';
import { useAct, useCall } from '../base/useCall.ts';
import { useWords } from '../words.ts';
import { unitTree, type UnitNode } from './unitTree.ts';
import type { Unit } from '../nouns.ts';

type Editing = { readonly change: Unit } | { readonly below: Unit } | null;
interface Row extends Unit {
  readonly children?: Row[];
}

const rows = (nodes: readonly UnitNode[]): Row[] =>
  nodes.map(({ unit, children }) => (children.length === 0 ? unit : { ...unit, children: rows(children) }));

/** Keeps the found units and those above them, so that the way to each stays visible. */
function found(units: readonly Unit[], search: string): readonly Unit[] {
  const wanted = search.trim().toLowerCase();
  if (wanted === '') return units;
  const hits = units.filter((unit) =>
    [unit.name, unit.short, unit.code, ...unit.aliases].some((text) => text.toLowerCase().includes(wanted)),
  );
  return units.filter((unit) => hits.some((hit) => hit.path.startsWith(unit.path)));
}

export function UnitsPage() {
  const w = useWords();
  const me = useMe();
  const may = (unit: Unit) => can(me.grants, 'unit.manage', unit.path);
  const units = useCall('unit.list', {});
  const [search, setSearch] = useState('');
  const [editing, setEditing] = useState<Editing>(null);
  return (
    <Shell path={[{ label: w('menu.units') }]} title={w('menu.units')} under={w('unit.lead')}>
      <Loaded of={units}>
        {(data) => (
          <>
            <Input.Search
              allowClear
              aria-label={w('table.search')}
              placeholder={w('unit.search')}
              style={{ maxWidth: 320 }}
              onChange={(event) => setSearch(event.target.value)}
            />
            <UnitTable
              key={search === '' ? 'all' : 'found'}
              units={found(data.units, search)}
              edit={mayAnywhere(me, 'unit.manage') ? setEditing : null}
              may={may}
            />
          </>
        )}
      </Loaded>
      {editing !== null && <UnitForm editing={editing} close={() => setEditing(null)} />}
    </Shell>
  );
}

function UnitTable(props: {
  units: readonly Unit[];
  edit: ((editing: Editing) => void) | null;
  /** Units above the caller's own are shown, not changed. */
  may: (unit: Unit) => boolean;
}) {
  const { units, edit, may } = props;
  const w = useWords();
  const tree = useMemo(() => rows(unitTree(units)), [units]);
  return (
    <Table<Row>
      size="small"
      bordered
      rowKey="id"
      dataSource={tree}
      pagination={false}
      scroll={{ x: 'max-content' }}
      expandable={{ defaultExpandAllRows: units.length < 60 }}
      locale={{ emptyText: w('unit.empty') }}
      columns={[
        { key: 'name', title: w('unit.name'), dataIndex: 'name' },
        { key: 'short', title: w('unit.short'), dataIndex: 'short' },
        { key: 'code', title: w('unit.code'), dataIndex: 'code' },
        { key: 'kind', title: w('unit.kind'), render: (_, { kind }) => w(`unitKind.${kind}`) },
        {
          key: 'aliases',
          title: w('unit.aliases'),
          render: (_, { aliases }) => (
            <Space wrap size={4}>
              {aliases.map((alias) => (
                <Tag key={alias}>{alias}</Tag>
              ))}
            </Space>
          ),
        },
        ...(edit === null
          ? []
          : [
              {
                key: 'acts',
                render: (_: unknown, unit: Row) =>
                  may(unit) && (
                    <Space>
                      <Button size="small" onClick={() => edit({ change: unit })}>
                        {w('edit')}
                      </Button>
                      <Button size="small" onClick={() => edit({ below: unit })}>
                        {w('unit.add')}
                      </Button>
                    </Space>
                  ),
              },
            ]),
      ]}
    />
  );
}

interface UnitValues {
  code: string;
  kind: Unit['kind'];
  name: string;
  short: string;
  aliases: string[];
}

function UnitForm({ editing, close }: { editing: NonNullable<Editing>; close: () => void }) {
  const w = useWords();
  const { busy, run } = useAct();
  const [form] = Form.useForm<UnitValues>();
  const change = 'change' in editing ? editing.change : null;
  const title = 'change' in editing ? editing.change.name : w('unit.addBelow', { name: editing.below.name });
  const save = async ({ code, kind, name, short, aliases }: UnitValues) => {
    const body = { name, short, aliases };
    const saved = await run(
      () =>
        'change' in editing
          ? call('unit.update', { params: { unitId: editing.change.id }, body })
          : call('unit.create', { params: { unitId: editing.below.id }, body: { ...body, code, kind } }),
      w('saved'),
    );
    if (saved !== null) close();
  };
  return (
    <FormSheet
      title={title}
      ok={w('save')}
      busy={busy}
      form={form}
      close={close}
      onFinish={(values) => void save(values)}
      initialValues={change ?? { kind: 'baseUnion', aliases: [] }}
    >
      {change === null && (
        <>
          <Form.Item
            name="code"
            label={w('unit.code')}
            extra={w('code.rule')}
            rules={[{ required: true, pattern: CODE, message: w('code.rule') }]}
          >
            <Input maxLength={64} />
          </Form.Item>
          <Form.Item name="kind" label={w('unit.kind')}>
            <Select options={UNIT_KINDS.map((kind) => ({ value: kind, label: w(`unitKind.${kind}`) }))} />
          </Form.Item>
        </>
      )}
      <Form.Item name="name" label={w('unit.name')} rules={[{ required: true }]}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="short" label={w('unit.short')} rules={[{ required: true }]}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="aliases" label={w('unit.aliases')} extra={w('unit.aliasesLead')}>
        <Select mode="tags" tokenSeparators={['，', ',', '、']} maxCount={20} open={false} />
      </Form.Item>
    </FormSheet>
  );
}
