import type { QuestionItem } from '@leitai/rules/show';
import { Button, Select, Space } from 'antd';
import { useContext, useState } from 'react';
import { refusalWords } from '../../../words/words.ts';
import { DataTable, type Column } from '../base/DataTable.tsx';
import { useWords } from '../words.ts';
import { faultsAt } from './configFaults.ts';
import { Faults, idOf } from './FieldRow.tsx';
import { freeIds } from './pastedQuestions.ts';
import { PasteForm, partsOf } from './PasteForm.tsx';
import { QuestionForm } from './QuestionForm.tsx';
import { answerIsNoOption, questionShapes } from './questionKinds.ts';
import { toQuestion, type QuestionValues } from './showConfig.ts';
import type { AnyRound } from './roundFields.ts';

interface Props<R> {
  readonly stageId: string;
  readonly round: R;
  /** Of the round in the configuration. */
  readonly path: string;
  readonly disabled: boolean;
  /** Ids taken anywhere in the show. */
  readonly taken: ReadonlySet<string>;
  readonly change: (round: R) => void;
  /** Other rounds of the same make, to which a question can go. */
  readonly others?: readonly { readonly id: string; readonly title: string }[];
  readonly moveTo?: (question: QuestionItem, round: string) => void;
}

/** The questions of a round in playing order. Answers are seen here and on the host's desk only. */
export function QuestionTable<R extends AnyRound>(props: Props<R>) {
  const { stageId, round, path, disabled, taken, change, others = [], moveTo } = props;
  const w = useWords();
  const faults = useContext(Faults);
  const [editing, setEditing] = useState<QuestionItem | 'new' | null>(null);
  const [pasting, setPasting] = useState(false);
  const { questions, kind } = round;
  const shape = questionShapes[kind];
  const put = (next: readonly QuestionItem[]) => change({ ...round, questions: next });
  const move = (item: QuestionItem) => {
    const at = questions.indexOf(item);
    const above = questions[at - 1];
    if (above === undefined) return;
    put(questions.map((one, index) => (index === at - 1 ? item : index === at ? above : one)));
  };
  const save = (values: QuestionValues) => {
    if (editing === 'new') put([...questions, toQuestion(kind, freeIds(taken)(), values)]);
    else if (editing !== null) {
      const edited = toQuestion(kind, editing.id, values);
      put(questions.map((one) => (one === editing ? edited : one)));
    }
    setEditing(null);
  };
  const said = (item: QuestionItem): string | null => {
    const found = faultsAt(faults, `${path}.questions.${questions.indexOf(item)}`);
    if (found.length > 0)
      return [...new Set(found.map(({ code, facts }) => refusalWords(code, facts)))].join('；');
    return answerIsNoOption(kind, item) ? w('question.answerNoOption') : null;
  };
  const faulty = questions.some((item) => said(item) !== null);
  const columns: Column<QuestionItem>[] = [
    {
      key: 'no',
      title: w('question.no'),
      text: (item) => questions.indexOf(item) + 1,
      width: 70,
      align: 'right',
    },
    {
      key: 'stem',
      title: w(shape.list === null ? 'question.stem' : 'question.listName'),
      text: (item) => item.stem,
      width: 300,
    },
    ...(faulty
      ? [
          {
            key: 'fault',
            title: w('question.fault'),
            width: 200,
            text: said,
            render: (item: QuestionItem) =>
              said(item) === null ? '—' : <span className="set-fault">⚠ {said(item)}</span>,
          },
        ]
      : []),
    ...(shape.list !== null || shape.options
      ? [
          {
            key: 'options',
            title: w(shape.list === null ? 'question.options' : `question.${shape.list}`),
            width: 270,
            text: (item: QuestionItem) => partsOf(item).join(' | '),
          },
        ]
      : []),
    ...(shape.answer
      ? [
          {
            key: 'answer',
            title: w(kind === 'estimate' ? 'question.number' : 'question.answer'),
            width: 150,
            text: (item: QuestionItem) => `${item.answer}${item.unit ?? ''}` || null,
          },
        ]
      : []),
    ...(shape.points
      ? [
          {
            key: 'points',
            title: w('question.points'),
            text: (item: QuestionItem) => item.points ?? null,
            align: 'right' as const,
          },
        ]
      : []),
    {
      key: 'media',
      title: w('question.mediaShort'),
      width: 90,
      text: (item) => (item.media === undefined ? null : w(`media.kind.${item.media.kind}`)),
    },
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
                <Button size="small" disabled={questions[0] === item} onClick={() => move(item)}>
                  {w('up')}
                </Button>
                {others.length > 0 && (
                  <Select
                    size="small"
                    style={{ width: 96 }}
                    value={null}
                    placeholder={w('question.moveTo')}
                    aria-label={w('question.moveTo')}
                    popupMatchSelectWidth={false}
                    onChange={(to: string | null) => to !== null && moveTo?.(item, to)}
                    options={others.map(({ id, title }) => ({ value: id, label: title }))}
                  />
                )}
                <Button size="small" onClick={() => put(questions.filter((one) => one !== item))}>
                  {w('remove')}
                </Button>
              </Space>
            ),
          },
        ]),
  ];
  return (
    <section
      id={idOf(`${path}.questions`)}
      aria-label={w('question.of', { title: round.title })}
      tabIndex={-1}
    >
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
        columns={columns}
      />
      {editing !== null && (
        <QuestionForm
          stageId={stageId}
          round={round}
          item={editing === 'new' ? null : editing}
          save={save}
          close={() => setEditing(null)}
        />
      )}
      {pasting && (
        <PasteForm
          kind={kind}
          taken={taken}
          add={(found) => {
            put([...questions, ...found]);
            setPasting(false);
          }}
          close={() => setPasting(false)}
        />
      )}
    </section>
  );
}
