import { Button, Form, Input, Modal, Tag } from 'antd';
import { useState } from 'react';
import { call } from '../../../api/client.ts';
import { useAct } from '../base/useCall.ts';
import { useWords } from '../words.ts';
import type { ContestLine, Direction, Season } from '../nouns.ts';

/** Gives a direction its name and takes the mark 待填 away. */
function named(programme: Season['programme'], code: string, name: string): Season['programme'] {
  const fill = (direction: Direction): Direction => (direction.code === code ? { code, name } : direction);
  return {
    ...programme,
    fields: programme.fields.map((field) => ({ ...field, directions: field.directions.map(fill) })),
  };
}

/** The programme as a board: fields as columns, directions as lines, what is still to be filled in marked. */
export function ProgrammeBoard({ season, contests }: { season: Season; contests: readonly ContestLine[] }) {
  const w = useWords();
  const [editing, setEditing] = useState<Direction | null>(null);
  const { fields } = season.programme;
  const open = fields.flatMap((field) => field.directions).filter((direction) => direction.name === null);
  const count = (part: Partial<ContestLine>) =>
    contests.filter((line) =>
      Object.entries(part).every(([key, value]) => line[key as keyof ContestLine] === value),
    ).length;
  if (fields.length === 0) return <p className="quiet">{w('programme.empty')}</p>;
  return (
    <div className="stack">
      {open.length > 0 && <p className="quiet">{w('programme.open', { n: open.length })}</p>}
      <div className="programme">
        {fields.map((field) => (
          <section key={field.code} aria-label={field.name}>
            <h3>{field.name}</h3>
            <span className="quiet">{w('programme.contests', { n: count({ fieldCode: field.code }) })}</span>
            <ol>
              {field.directions.map((direction) => (
                <li key={direction.code}>
                  <span>
                    {direction.name ?? (
                      <>
                        <span className="quiet">{direction.code}</span>{' '}
                        <Tag color="warning">{w('toFill')}</Tag>
                      </>
                    )}
                  </span>
                  <span className="bar">
                    {direction.name !== null && (
                      <span className="quiet">{count({ directionCode: direction.code })}</span>
                    )}
                    {season.mayManage && (
                      <Button size="small" type="text" onClick={() => setEditing(direction)}>
                        {w(direction.name === null ? 'fillIn' : 'edit')}
                      </Button>
                    )}
                  </span>
                </li>
              ))}
            </ol>
          </section>
        ))}
      </div>
      {editing !== null && (
        <DirectionForm season={season} direction={editing} close={() => setEditing(null)} />
      )}
    </div>
  );
}

function DirectionForm(props: { season: Season; direction: Direction; close: () => void }) {
  const { season, direction, close } = props;
  const w = useWords();
  const { busy, run } = useAct();
  const [form] = Form.useForm<{ name: string }>();
  const save = async ({ name }: { name: string }) => {
    const saved = await run(
      () =>
        call('season.update', {
          params: { seasonId: season.id },
          body: { title: season.title, programme: named(season.programme, direction.code, name.trim()) },
        }),
      w('saved'),
    );
    if (saved !== null) close();
  };
  return (
    <Modal
      open
      title={w('programme.direction', { code: direction.code })}
      okText={w('save')}
      cancelText={w('cancel')}
      confirmLoading={busy}
      onOk={form.submit}
      onCancel={close}
    >
      <Form form={form} layout="vertical" initialValues={direction} onFinish={(values) => void save(values)}>
        <Form.Item name="name" label={w('programme.name')} rules={[{ required: true, whitespace: true }]}>
          <Input autoFocus maxLength={80} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
