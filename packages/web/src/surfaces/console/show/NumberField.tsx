import { Input } from 'antd';
import { useState } from 'react';

interface Props {
  readonly value: number | null;
  readonly disabled: boolean;
  readonly set: (value: number | null) => void;
  /** `null` may be left empty; what it then means. */
  readonly none?: string;
  readonly unit?: string;
  readonly width?: number;
}

/** What was typed as a number; `NaN` for what is none, so that the rules say so and nothing is guessed. */
export function readNumber(text: string, mayBeEmpty: boolean): number | null {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return mayBeEmpty ? null : Number.NaN;
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
}

const shown = (value: number | null): string => (value === null || Number.isNaN(value) ? '' : String(value));

/** A whole number as it is typed: a wrong one stays to be seen and is named beside the field. */
export function NumberField({ value, disabled, set, none, unit, width = 130, ...joined }: Props) {
  const [text, setText] = useState(shown(value));
  const mayBeEmpty = none !== undefined;
  // Changed from elsewhere (taken back, say): the value is shown, not what was typed.
  const typed = Object.is(readNumber(text, mayBeEmpty), value) ? text : shown(value);
  const type = (next: string) => {
    setText(next);
    set(readNumber(next, mayBeEmpty));
  };
  return (
    <Input
      {...joined}
      value={typed}
      disabled={disabled}
      inputMode="numeric"
      placeholder={none ?? ''}
      style={{ width }}
      {...(unit === undefined
        ? {}
        : { suffix: <span className="quiet">{typed === '' && mayBeEmpty ? '' : unit}</span> })}
      onChange={(event) => type(event.target.value)}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
        if (step === 0 || value === null || Number.isNaN(value)) return;
        event.preventDefault();
        type(String(Math.max(0, Math.round(value) + step)));
      }}
    />
  );
}
