import { useEffect } from 'react';

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;

/** A key that stands on a button presses that button. Never while typing, in a dialog, or held down. */
export function useKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
      if (document.querySelector('dialog[open]') !== null) return;
      const space = event.key === ' ';
      // Someone who walks with Tab means the button under the ring.
      if (space && document.activeElement?.matches('button:focus-visible, a:focus-visible')) return;
      const name = space ? 'space' : event.key.toLowerCase();
      const button = document.querySelector<HTMLElement>(`[data-keys~="${CSS.escape(name)}"]:not(:disabled)`);
      if (button === null) {
        if (space) event.preventDefault();
        return;
      }
      event.preventDefault();
      button.click();
    };
    // A clicked button lets go of the focus: the next space belongs to "next".
    const onClick = (event: MouseEvent): void => {
      if (event.detail > 0 && document.activeElement instanceof HTMLButtonElement)
        document.activeElement.blur();
    };
    addEventListener('keydown', onKey);
    addEventListener('click', onClick);
    return () => {
      removeEventListener('keydown', onKey);
      removeEventListener('click', onClick);
    };
  }, []);
}
