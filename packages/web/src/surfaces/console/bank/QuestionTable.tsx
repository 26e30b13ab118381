import type { Reply } from '../../../api/client.ts';
import { DataTable } from '../base/DataTable.tsx';
import { useWords, type ConsoleWords } from '../words.ts';

export type BankQuestion = Reply<'bank.get'>['questions'][number];

const LETTERS = 'ABCDEFGHIJ';

/** The key as a teacher writes it: letters, or 对 and 错. */
function keyText({ type, key }: BankQuestion, w: ConsoleWords): string {
  if (type === 'trueFalse') return w(key[0] === 1 ? 'bank.true' : 'bank.false');
  return key.map((index) => LETTERS[index]).join('');
}

const optionLines = ({ options }: BankQuestion): string[] =>
  options.map((option, index) => `${LETTERS[index]}. ${option}`);

/** Questions with their keys: for keepers of the bank only. */
export function QuestionTable({ questions, name }: { questions: readonly BankQuestion[]; name: string }) {
  const w = useWords();
  const tag = (question: BankQuestion, key: string): string | number | null => question.tags[key] ?? null;
  return (
    <DataTable<BankQuestion>
      rows={questions}
      rowKey={({ no }) => String(no)}
      name={name}
      empty=""
      columns={[
        { key: 'no', title: w('bank.no'), text: ({ no }) => no, width: 70, align: 'right' },
        {
          key: 'type',
          title: w('bank.type'),
          text: ({ type }) => w(`questionType.${type}`),
          width: 100,
          filter: true,
        },
        {
          key: 'stem',
          title: w('bank.stem'),
          text: ({ stem }) => stem,
          render: ({ stem }) => <span className="wrapped">{stem}</span>,
        },
        {
          key: 'options',
          title: w('bank.options'),
          text: (question) => optionLines(question).join(' '),
          render: (question) =>
            optionLines(question).map((line) => (
              <div key={line} className="wrapped">
                {line}
              </div>
            )),
        },
        { key: 'key', title: w('bank.key'), text: (question) => keyText(question, w), width: 80 },
        {
          key: 'explanation',
          title: w('bank.explanation'),
          text: ({ explanation }) => explanation,
          render: ({ explanation }) => <span className="wrapped">{explanation}</span>,
        },
        {
          key: 'chapter',
          title: w('bank.chapter'),
          text: (question) => tag(question, 'chapter'),
          filter: true,
        },
        {
          key: 'difficulty',
          title: w('bank.difficulty'),
          text: (question) => tag(question, 'difficulty'),
          width: 100,
          filter: true,
        },
      ]}
    />
  );
}
