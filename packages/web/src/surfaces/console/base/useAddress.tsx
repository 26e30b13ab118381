import { AutoComplete } from 'antd';
import { useState, type ReactNode } from 'react';
import { houseAddress, keepAddress, onlyHere, typedAddress } from '../../../ui/houseAddress.ts';
import { useMe } from '../account/me.ts';
import { useWords } from '../words.ts';

/** The address phones use to reach this server, to be put into QR codes: not always the one the officer sees. */
export function useAddress(): { address: string; field: ReactNode } {
  const w = useWords();
  const { addresses } = useMe();
  const [typed, setTyped] = useState(() =>
    houseAddress({ origin: location.origin, typed: typedAddress(), addresses }),
  );
  const address = typed.trim().replace(/\/+$/, '');
  const field = (
    <label className="bar">
      {w('address')}
      <AutoComplete
        value={typed}
        style={{ width: 260 }}
        options={addresses.map((value) => ({ value }))}
        status={onlyHere(address) ? 'warning' : ''}
        onChange={(value: string) => {
          setTyped(value);
          keepAddress(value);
        }}
      />
      {onlyHere(address) && <strong role="alert">{w('address.local')}</strong>}
    </label>
  );
  return { address, field };
}
