import type { QuestionItem, RoundKind } from '@leitai/rules/show';
import { App, Button, Input, Modal } from 'antd';
import { useMemo, useState } from 'react';
import { copyText } from '../../../ui/copyText.ts';
import { useLanguage } from '../../../words/language.ts';
import { useWords } from '../words.ts';
import { pastedQuestions } from './pastedQuestions.ts';
import { samples } from './pasteSamples.ts';
import { questionShapes } from './questionKinds.ts';

/** Questions out of a sheet: how it should look, a sample to take along, and what was understood before it is added. */
export function PasteForm(props: {
  kind: RoundKind;
  taken: ReadonlySet<string>;
  add: (questions: readonly QuestionItem[]) => void;
  close: () => void;
}) {
  const { kind, taken, add, close } = props;
  const w = useWords();
  const { message } = App.useApp();
  const [text, setText] = useState('');
  const sample = samples(useLanguage())[kind];
  const found = useMemo(() => pastedQuestions(kind, text, taken), [kind, text, taken]);
  const shape = questionShapes[kind];
  const lead = shape.list === 'items' ? 'question.pasteItems' : 'question.pasteLead';
  return (
    <Modal
      open
      title={w('question.paste')}
      width={760}
      okText={w('question.pasteAdd', { n: found.length })}
      okButtonProps={{ disabled: found.length === 0 }}
      cancelText={w('cancel')}
      onOk={() => add(found)}
      onCancel={close}
    >
      <div className="stack" style={{ gap: 10 }}>
        <p style={{ margin: 0 }}>{w(lead)}</p>
        <table className="sample" aria-label={w('question.sample')}>
          <tbody>
            {sample.map((row, at) => (
              <tr key={row.join()}>
                {row.map((cell, column) =>
                  at === 0 ? <th key={column}>{cell}</th> : <td key={column}>{cell}</td>,
                )}
              </tr>
            ))}
          </tbody>
        </table>
        <div>
          <Button
            size="small"
            onClick={() => {
              if (copyText(sample.map((row) => row.join('\t')).join('\n')))
                void message.success(w('question.sampleCopied'));
            }}
          >
            {w('question.sampleCopy')}
          </Button>
        </div>
        <Input.TextArea
          rows={8}
          value={text}
          aria-label={w('question.paste')}
          placeholder={w('question.pasteHere')}
          onChange={(event) => setText(event.target.value)}
        />
        {found.length > 0 && <Understood found={found} />}
      </div>
    </Modal>
  );
}

const SHOWN = 5;

function Understood({ found }: { found: readonly QuestionItem[] }) {
  const w = useWords();
  return (
    <div role="status">
      <div className="quiet">{w('question.understood', { n: found.length })}</div>
      <ol className="understood">
        {found.slice(0, SHOWN).map((item) => (
          <li key={item.id}>
            {item.stem} <span className="quiet">{partsOf(item).join(' | ')}</span>
            {item.answer !== '' && (
              <strong>
                {' '}
                {item.answer}
                {item.unit ?? ''}
              </strong>
            )}
            {item.points !== undefined && (
              <span className="quiet"> {w('question.worth', { n: item.points })}</span>
            )}
          </li>
        ))}
      </ol>
      {found.length > SHOWN && (
        <div className="quiet">{w('question.andMore', { n: found.length - SHOWN })}</div>
      )}
    </div>
  );
}

/** What a question lists, as the table and the preview show it. */
export const partsOf = ({ options, hits, words, items }: QuestionItem): readonly string[] =>
  options ?? hits ?? words ?? items?.map(({ stem, answer }) => `${stem}＝${answer}`) ?? [];
