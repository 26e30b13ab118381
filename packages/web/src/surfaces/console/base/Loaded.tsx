import { Alert, Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import type { ApiRefusal } from '../../../api/client.ts';
import { refusalWords } from '../../../words/words.ts';
import { useWords } from '../words.ts';

interface Answer<T> {
  readonly data: T | undefined;
  readonly error: ApiRefusal | null;
  readonly refetch: () => unknown;
}

/** Shows what was asked for, that it is coming, or why it does not. */
export function Loaded<T>({ of, children }: { of: Answer<T>; children: (data: T) => ReactNode }) {
  const w = useWords();
  if (of.data !== undefined) return <>{children(of.data)}</>;
  if (of.error === null) return <Skeleton active paragraph={{ rows: 4 }} />;
  return (
    <Alert
      type="warning"
      showIcon
      title={refusalWords(of.error.code, of.error.facts)}
      action={
        <Button size="small" onClick={() => of.refetch()}>
          {w('retry')}
        </Button>
      }
    />
  );
}
