/** Ends a request that a half-dead network would leave hanging for minutes; safe where asking again is idempotent. */
export async function within<T>(ms: number, ask: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), ms);
  try {
    return await ask(abort.signal);
  } finally {
    clearTimeout(timer);
  }
}
