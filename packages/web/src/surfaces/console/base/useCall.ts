import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import type { EndpointName } from '@leitai/contract';
import { App } from 'antd';
import { useCallback, useState } from 'react';
import { ApiRefusal, call, type Input, type Reply } from '../../../api/client.ts';
import { refusalWords } from '../../../words/words.ts';

type Looked<N extends EndpointName> = Omit<Input<N>, 'signal' | 'file'>;
interface Options {
  readonly enabled?: boolean;
  /** Asks again every so many milliseconds. */
  readonly every?: number;
}

/** What an endpoint says, kept and shared by its input. */
export function useCall<N extends EndpointName>(
  name: N,
  input: Looked<N>,
  { enabled = true, every }: Options = {},
): UseQueryResult<Reply<N>, ApiRefusal> {
  return useQuery<Reply<N>, ApiRefusal>({
    queryKey: [name, input],
    queryFn: ({ signal }) => (call as Caller)(name, { ...input, signal }) as Promise<Reply<N>>,
    enabled,
    ...(every === undefined ? {} : { refetchInterval: every }),
  });
}

/** The compiler cannot follow the rest tuple through a type parameter. */
type Caller = (name: EndpointName, input: object) => Promise<unknown>;

export interface Act {
  readonly busy: boolean;
  /** Runs an act; a refusal is said in words and answered with null. What was asked before is asked again. */
  readonly run: <T>(act: () => Promise<T>, done?: string) => Promise<T | null>;
}

export function useAct(): Act {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const run = useCallback(
    async <T>(act: () => Promise<T>, done?: string): Promise<T | null> => {
      setBusy(true);
      try {
        const reply = await act();
        if (done !== undefined) void message.success(done);
        await queries.invalidateQueries();
        return reply;
      } catch (error) {
        if (!(error instanceof ApiRefusal)) throw error;
        void message.error(refusalWords(error.code, error.facts), 6);
        // What was refused may have been decided on stale data.
        await queries.invalidateQueries();
        return null;
      } finally {
        setBusy(false);
      }
    },
    [queries, message],
  );
  return { busy, run };
}
