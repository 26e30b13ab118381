import { Alert } from 'antd';
import type { Reply } from '../../../api/client.ts';
import { refusalWords } from '../../../words/words.ts';
import { useWords } from '../words.ts';
import { DataTable } from './DataTable.tsx';

type Fault = Reply<'entry.import'>['faults'][number];
interface Faults {
  readonly faults: readonly Fault[];
  /** Those that are not listed. */
  readonly moreFaults: number;
  readonly name: string;
}

/** What is to be put right in a sheet, cell by cell; `name` is the file's. */
export function FaultTable({ faults, moreFaults, name }: Faults) {
  const w = useWords();
  const numbered = faults.map((fault, index) => ({ ...fault, index }));
  return (
    <>
      <Alert
        type="warning"
        showIcon
        title={w('import.faults', { name, n: faults.length + moreFaults })}
        description={w('import.faultsLead')}
      />
      <DataTable<Fault & { index: number }>
        rows={numbered}
        rowKey={(fault) => String(fault.index)}
        name={`${name} ${w('import.reason')}`}
        empty=""
        columns={[
          { key: 'row', title: w('import.row'), text: (fault) => fault.row, width: 90, align: 'right' },
          { key: 'column', title: w('import.column'), text: (fault) => fault.column, filter: true },
          {
            key: 'value',
            title: w('import.value'),
            text: (fault) => fault.value,
            render: (fault) =>
              fault.value === null ? '—' : <span className="fault-value">{fault.value}</span>,
          },
          {
            key: 'reason',
            title: w('import.reason'),
            text: (fault) => refusalWords(fault.code),
            filter: true,
          },
          {
            key: 'suggestions',
            title: w('import.suggestions'),
            text: (fault) => (fault.suggestions.length === 0 ? null : fault.suggestions.join('、')),
          },
        ]}
      />
      {moreFaults > 0 && <p className="quiet">{w('import.more', { n: moreFaults })}</p>}
    </>
  );
}
