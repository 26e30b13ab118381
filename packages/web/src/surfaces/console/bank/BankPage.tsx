import { Loaded } from '../base/Loaded.tsx';
import { Shell } from '../base/Shell.tsx';
import { useCall } from '../base/useCall.ts';
import { dateTime } from '../../../ui/format.ts';
import { useWords } from '../words.ts';
import { QuestionTable } from './QuestionTable.tsx';

/** What a published bank holds. */
export function BankPage({ bankId }: { bankId: string }) {
  const w = useWords();
  const bank = useCall('bank.get', { params: { bankId } });
  const title = bank.data?.title ?? w('menu.banks');
  return (
    <Shell
      path={[{ label: w('menu.banks'), to: '/banks' }, { label: title }]}
      title={title}
      under={
        bank.data === undefined
          ? undefined
          : w('bank.under', {
              unit: bank.data.unitName,
              code: bank.data.code,
              n: bank.data.questions.length,
              at: dateTime(bank.data.publishedAt),
            })
      }
    >
      <Loaded of={bank}>{({ questions }) => <QuestionTable questions={questions} name={title} />}</Loaded>
    </Shell>
  );
}
