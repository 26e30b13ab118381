import type { ReactNode } from 'react';

/** A button that shows the key that presses it. `keys` as in `KeyboardEvent.key`, lower case, `space` for the bar. */
export function KeyButton({
  keys,
  cap,
  className = '',
  disabled = false,
  onClick,
  children,
}: {
  keys: string;
  cap: string;
  className?: string;
  disabled?: boolean;
  onClick: () => void;
  children: ReactNode;
}) {
  return (
    <button type="button" className={className} data-keys={keys} disabled={disabled} onClick={onClick}>
      <span className="label">{children}</span>
      <kbd aria-hidden="true">{cap}</kbd>
    </button>
  );
}
