/** Answers kept on the phone until the server has acknowledged them: they survive a reload and a dead network. */
export interface KeptAnswer {
  readonly attemptId: string;
  readonly no: number;
  readonly revision: number;
  readonly choice: number[];
  readonly saved: boolean;
}

const STORE = 'answers';
let opened: Promise<IDBDatabase | null> | undefined;

function database(): Promise<IDBDatabase | null> {
  opened ??= new Promise((resolve) => {
    try {
      const request = indexedDB.open('leitai', 1);
      request.addEventListener('upgradeneeded', () =>
        request.result.createObjectStore(STORE, { keyPath: ['attemptId', 'no'] }),
      );
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => resolve(null));
    } catch {
      resolve(null);
    }
  });
  return opened;
}

/** Without IndexedDB (a private window of an old browser) answers live in memory until acknowledged. */
export async function keep(answer: KeptAnswer): Promise<void> {
  const db = await database();
  if (db === null) return;
  await new Promise<void>((resolve) => {
    const transaction = db.transaction(STORE, 'readwrite');
    transaction.objectStore(STORE).put(answer);
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('error', () => resolve());
    transaction.addEventListener('abort', () => resolve());
  });
}

export async function kept(attemptId: string): Promise<KeptAnswer[]> {
  const db = await database();
  if (db === null) return [];
  return new Promise((resolve) => {
    const range = IDBKeyRange.bound([attemptId, 0], [attemptId, Number.MAX_SAFE_INTEGER]);
    const request = db.transaction(STORE).objectStore(STORE).getAll(range);
    request.addEventListener('success', () => resolve(request.result as KeptAnswer[]));
    request.addEventListener('error', () => resolve([]));
  });
}
