import type { KeptAnswer } from './answers.ts';

const STORE = 'answers';
/** Some browsers never answer the first opening after they start; answers then live in memory until acknowledged. */
const OPEN_MS = 1_500;

let opened: Promise<IDBDatabase | null> | undefined;

function database(): Promise<IDBDatabase | null> {
  opened ??= new Promise((resolve) => {
    setTimeout(() => resolve(null), OPEN_MS);
    try {
      const request = indexedDB.open('leitai', 1);
      request.addEventListener('upgradeneeded', () =>
        request.result.createObjectStore(STORE, { keyPath: ['attemptId', 'no'] }),
      );
      request.addEventListener('success', () => {
        // A phone may cut the connection of a page in the background: the next use opens a new one.
        request.result.addEventListener('close', () => {
          opened = undefined;
        });
        resolve(request.result);
      });
      request.addEventListener('error', () => resolve(null));
    } catch {
      resolve(null);
    }
  });
  return opened;
}

/** One transaction; null when storage is missing, full or cut off: the caller goes on without. */
async function within<T>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T | null> {
  const db = await database();
  if (db === null) return null;
  return new Promise((resolve) => {
    try {
      const transaction = db.transaction(STORE, mode);
      const request = act(transaction.objectStore(STORE));
      transaction.addEventListener('complete', () => resolve(request.result));
      transaction.addEventListener('error', () => resolve(null));
      transaction.addEventListener('abort', () => resolve(null));
    } catch {
      opened = undefined;
      resolve(null);
    }
  });
}

const ofAttempt = (attemptId: string): IDBKeyRange =>
  IDBKeyRange.bound([attemptId, 0], [attemptId, Number.MAX_SAFE_INTEGER]);

/** Answers kept on the phone until the server has acknowledged them: they survive a reload and a dead network. */
export async function keep(answer: KeptAnswer): Promise<void> {
  await within('readwrite', (store) => store.put(answer));
}

export const kept = async (attemptId: string): Promise<KeptAnswer[]> =>
  (await within<KeptAnswer[]>('readonly', (store) => store.getAll(ofAttempt(attemptId)))) ?? [];

/** After the hand-in nothing of the try stays on a phone that others may hold. */
export async function forget(attemptId: string): Promise<void> {
  await within('readwrite', (store) => store.delete(ofAttempt(attemptId)));
}
