import type { QuestionItem, RoundKind } from '@leitai/rules/show';
import { Button, Form, Input, Modal, Space } from 'antd';
import { useState } from 'react';
import { DataTable } from '../base/DataTable.tsx';
import { useWords } from '../words.ts';
import { MediaField } from './MediaField.tsx';
import {
  cellsOf,
  hasParts,
  pastedQuestions,
  toQuestion,
  toQuestionValues,
  type QuestionValues,
} from './showConfig.ts';
import type { AnyRound } from './roundFields.ts';

interface Props<R> {
  readonly stageId: string;
  readonly round: R;
  readonly disabled: boolean;
  /** Ids taken anywhere in the show. */
  readonly taken: ReadonlySet<string>;
  readonly change: (round: R) => void;
}

/** The questions of a round in playing order. Answers are seen here and on the host's desk only. */
export function QuestionTable<R extends AnyRound>({ stageId, round, disabled, taken, change }: Props<R>) {
  const w = useWords();
  const [editing, setEditing] = useState<QuestionItem | 'new' | null>(null);
  const [pasting, setPasting] = useState(false);
  const { questions } = round;
  const put = (next: readonly QuestionItem[]) => change({ ...round, questions: next });
  const move = (id: string) => {
    const at = questions.findIndex((one) => one.id === id);
    const above = questions[at - 1];
    const here = questions[at];
    if (above === undefined || here === undefined) return;
    put(questions.map((one, index) => (index === at - 1 ? here : index === at ? above : one)));
  };
  const save = (values: QuestionValues) => {
    if (editing === 'new') {
      const [made] = pastedQuestions(round.kind, 'x', taken);
      put([...questions, toQuestion(round.kind, made!.id, values)]);
    } else if (editing !== null) {
      const changed = toQuestion(round.kind, editing.id, values);
      put(questions.map((one) => (one.id === editing.id ? changed : one)));
    }
    setEditing(null);
  };
  return (
    <>
      <DataTable<QuestionItem>
        rows={questions}
        rowKey={(item) => item.id}
        name={round.title}
        empty={w('question.empty')}
        pageSize={30}
        toolbar={
          !disabled && (
            <>
              <Button onClick={() => setEditing('new')}>{w('question.add')}</Button>
              <Button onClick={() => setPasting(true)}>{w('question.paste')}</Button>
            </>
          )
        }
        columns={[
          {
            key: 'no',
            title: w('question.no'),
            text: (item) => questions.indexOf(item) + 1,
            width: 70,
            align: 'right',
          },
          { key: 'stem', title: w('question.stem'), text: (item) => item.stem, width: 420 },
          {
            key: 'options',
            title: w(hasParts(round.kind) ? 'question.parts' : 'question.options'),
            width: 380,
            text: (item) =>
              (item.options ?? item.hits ?? item.words ?? item.items?.map(({ stem }) => stem) ?? []).join(
                ' | ',
              ),
          },
          {
            key: 'media',
            title: w('question.media'),
            width: 90,
            text: (item) => (item.media === undefined ? null : w(`media.kind.${item.media.kind}`)),
          },
          { key: 'answer', title: w('question.answer'), text: (item) => item.answer, width: 220 },
          { key: 'points', title: w('question.points'), text: (item) => item.points ?? null, align: 'right' },
          ...(disabled
            ? []
            : [
                {
                  key: 'acts',
                  title: '',
                  acts: true,
                  text: () => null,
                  render: (item: QuestionItem) => (
                    <Space>
                      <Button size="small" onClick={() => setEditing(item)}>
                        {w('edit')}
                      </Button>
                      <Button size="small" disabled={questions[0] === item} onClick={() => move(item.id)}>
                        {w('up')}
                      </Button>
                      <Button size="small" onClick={() => put(questions.filter((one) => one !== item))}>
                        {w('remove')}
                      </Button>
                    </Space>
                  ),
                },
              ]),
        ]}
      />
      {editing !== null && (
        <QuestionForm
          stageId={stageId}
          kind={round.kind}
          values={
            editing === 'new'
              ? { stem: '', answer: '', options: '', points: '', explanation: '', parts: '', unit: '' }
              : toQuestionValues(editing)
          }
          save={save}
          close={() => setEditing(null)}
        />
      )}
      {pasting && (
        <PasteForm
          add={(text) => {
            put([...questions, ...pastedQuestions(round.kind, text, taken)]);
            setPasting(false);
          }}
          close={() => setPasting(false)}
        />
      )}
    </>
  );
}

function QuestionForm(props: {
  stageId: string;
  kind: RoundKind;
  values: QuestionValues;
  save: (values: QuestionValues) => void;
  close: () => void;
}) {
  const { stageId, kind, values, save, close } = props;
  const w = useWords();
  const [form] = Form.useForm<QuestionValues>();
  const [sending, setSending] = useState(false);
  const parts = hasParts(kind);
  return (
    <Modal
      open
      title={w('question.title')}
      width={640}
      okText={w('ok')}
      okButtonProps={{ disabled: sending }}
      cancelText={w('cancel')}
      onOk={form.submit}
      onCancel={close}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={values}
        onFinish={(changed) => save({ ...values, ...changed })}
      >
        <Form.Item name="stem" label={w('question.stem')} rules={[{ required: true, whitespace: true }]}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
        </Form.Item>
        <Form.Item name="media" label={w('question.media')}>
          <MediaField stageId={stageId} onBusy={setSending} />
        </Form.Item>
        {parts ? (
          <Form.Item
            name="parts"
            label={w('question.parts')}
            extra={w(kind === 'rapid' ? 'question.itemsLead' : 'question.oneALine')}
          >
            <Input.TextArea autoSize={{ minRows: 4 }} />
          </Form.Item>
        ) : (
          <Form.Item name="options" label={w('question.options')} extra={w('question.oneALine')}>
            <Input.TextArea autoSize={{ minRows: 3 }} />
          </Form.Item>
        )}
        <Form.Item name="answer" label={w('question.answer')}>
          <Input maxLength={2000} />
        </Form.Item>
        <Form.Item
          name="points"
          label={w('question.points')}
          extra={w('question.pointsLead')}
          rules={[{ pattern: /^\d{1,15}(\.\d{1,15})?$/, message: w('field.number') }]}
        >
          <Input style={{ width: 140 }} />
        </Form.Item>
        {kind === 'estimate' && (
          <Form.Item name="unit" label={w('question.unit')}>
            <Input maxLength={20} style={{ width: 140 }} />
          </Form.Item>
        )}
        <Form.Item name="explanation" label={w('question.explanation')}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={4000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

function PasteForm({ add, close }: { add: (text: string) => void; close: () => void }) {
  const w = useWords();
  const [text, setText] = useState('');
  return (
    <Modal
      open
      title={w('question.paste')}
      width={720}
      okText={w('question.pasteAdd', { n: cellsOf(text).filter(([stem = '']) => stem.trim() !== '').length })}
      okButtonProps={{ disabled: text.trim() === '' }}
      cancelText={w('cancel')}
      onOk={() => add(text)}
      onCancel={close}
    >
      <p>{w('question.pasteLead')}</p>
      <Input.TextArea
        rows={10}
        value={text}
        aria-label={w('question.paste')}
        onChange={(event) => setText(event.target.value)}
      />
    </Modal>
  );
}
