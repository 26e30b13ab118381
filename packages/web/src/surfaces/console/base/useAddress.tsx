import { Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../words.ts';

const KEY = 'leitai.address';
const onlyHere = /^https?:\/\/(localhost|127\.|\[::1\])/;

function stored(): string {
  try {
    return localStorage.getItem(KEY) ?? location.origin;
  } catch {
    return location.origin;
  }
}

/** The address phones use to reach this server, to be put into QR codes: not always the one the officer sees. */
export function useAddress(): { address: string; field: ReactNode } {
  const w = useWords();
  const [typed, setTyped] = useState(() => (onlyHere.test(location.origin) ? stored() : location.origin));
  const address = typed.trim().replace(/\/+$/, '');
  const field = (
    <label className="bar">
      {w('address')}
      <Input
        value={typed}
        style={{ width: 260 }}
        status={onlyHere.test(address) ? 'warning' : ''}
        onChange={(event) => {
          setTyped(event.target.value);
          try {
            localStorage.setItem(KEY, event.target.value);
          } catch {
            // Kept for this page only.
          }
        }}
      />
      {onlyHere.test(address) && <strong role="alert">{w('address.local')}</strong>}
    </label>
  );
  return { address, field };
}
