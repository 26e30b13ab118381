import type { QuestionItem, RoundKind } from '@leitai/rules/show';
import { Alert, AutoComplete, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useWords } from '../words.ts';
import { MediaField } from './MediaField.tsx';
import { answerIsNoOption, questionShapes } from './questionKinds.ts';
import type { AnyRound } from './roundFields.ts';
import { lines, toQuestion, toQuestionValues, NO_VALUES, type QuestionValues } from './showConfig.ts';

const NUMBER = /^-?\d{1,15}(\.\d{1,15})?$/;
const AMOUNT = /^\d{1,15}(\.\d{1,15})?$/;
const plain = (text: string): string => text.normalize('NFKC').replaceAll(',', '').trim();

/** One question, with the fields that its kind of round has. */
export function QuestionForm(props: {
  stageId: string;
  round: AnyRound;
  item: QuestionItem | null;
  save: (values: QuestionValues) => void;
  close: () => void;
}) {
  const { stageId, round, item, save, close } = props;
  const { kind } = round;
  const w = useWords();
  const [form] = Form.useForm<QuestionValues>();
  const [sending, setSending] = useState(false);
  const shape = questionShapes[kind];
  const values = item === null ? NO_VALUES : toQuestionValues(item);
  const tiers =
    kind === 'risk' || kind === 'assigned' ? (round as { values: readonly string[] }).values : null;
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
        <Form.Item
          name="stem"
          label={w(shape.list === null ? 'question.stem' : 'question.listName')}
          {...(shape.list === null
            ? { rules: [{ required: true, whitespace: true, message: w('question.stemMissing') }] }
            : { extra: w('question.listNameLead') })}
        >
          <Input.TextArea autoSize={{ minRows: shape.list === null ? 2 : 1 }} maxLength={2000} />
        </Form.Item>
        {shape.list !== null && (
          <Form.Item name="parts" label={w(`question.${shape.list}`)} extra={w(`question.${shape.list}Lead`)}>
            <Input.TextArea autoSize={{ minRows: 5, maxRows: 16 }} />
          </Form.Item>
        )}
        {shape.options && (
          <Form.Item
            name="options"
            label={w('question.options')}
            extra={w(kind === 'cardRaise' ? 'question.cardsLead' : 'question.optionsLead')}
            rules={[
              {
                validator: (_, text: string) =>
                  lines(text).length > 12
                    ? Promise.reject(new Error(w('question.optionsTooMany')))
                    : Promise.resolve(),
              },
            ]}
          >
            <Input.TextArea autoSize={{ minRows: 3 }} />
          </Form.Item>
        )}
        {shape.answer && <AnswerFields kind={kind} />}
        {shape.points && (
          <Form.Item
            name="points"
            label={w('question.points')}
            extra={w(tiers === null ? 'question.pointsLead' : 'question.tierLead')}
            rules={[
              {
                validator: (_, text: string) =>
                  plain(text) === '' || AMOUNT.test(plain(text))
                    ? Promise.resolve()
                    : Promise.reject(new Error(w('field.number'))),
              },
            ]}
          >
            {tiers === null ? (
              <Input style={{ width: 140 }} inputMode="decimal" />
            ) : (
              <Select
                allowClear
                style={{ width: 140 }}
                options={tiers.map((value) => ({ value, label: value }))}
                onClear={() => form.setFieldValue('points', '')}
              />
            )}
          </Form.Item>
        )}
        <Form.Item name="media" label={w('question.media')}>
          <MediaField stageId={stageId} onBusy={setSending} />
        </Form.Item>
        <Form.Item name="explanation" label={w('question.explanation')} extra={w('question.explanationLead')}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={4000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

/** The answer: a number with its unit, one of the options, or words. */
function AnswerFields({ kind }: { kind: RoundKind }) {
  const w = useWords();
  const options = Form.useWatch<string | undefined>('options');
  const answer = Form.useWatch<string | undefined>('answer');
  if (kind === 'estimate')
    return (
      <>
        <Form.Item
          name="answer"
          label={w('question.number')}
          rules={[
            {
              validator: (_, text: string) =>
                NUMBER.test(plain(text))
                  ? Promise.resolve()
                  : Promise.reject(new Error(w('question.numberWrong'))),
            },
          ]}
        >
          <Input style={{ width: 200 }} inputMode="decimal" />
        </Form.Item>
        <Form.Item name="unit" label={w('question.unit')} extra={w('question.unitLead')}>
          <Input maxLength={20} style={{ width: 200 }} />
        </Form.Item>
      </>
    );
  const known = lines(options ?? '');
  const offered = known.length > 0 ? known : kind === 'cardRaise' ? ['对', '错'] : [];
  const made = toQuestion(kind, '', { ...NO_VALUES, options: options ?? '', answer: answer ?? '' });
  return (
    <Form.Item name="answer" label={w('question.answer')}>
      <AutoComplete options={offered.map((value) => ({ value }))} maxLength={2000} />
      {answerIsNoOption(kind, made) && (
        <Alert type="warning" showIcon title={w('question.answerNoOption')} style={{ marginTop: 8 }} />
      )}
    </Form.Item>
  );
}
