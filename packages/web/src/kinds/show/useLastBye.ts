import { useState } from 'react';

/** Why the server turned this page away, kept while it knocks again, until a new view comes. */
export function useLastBye(bye: string | null, view: object | null): string | null {
  const [last, setLast] = useState<{ code: string; view: object | null } | null>(null);
  if (bye !== null && (last?.code !== bye || last.view !== view)) setLast({ code: bye, view });
  return last !== null && last.view === view ? last.code : null;
}
