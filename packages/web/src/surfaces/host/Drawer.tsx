import { type ReactNode, useEffect, useRef } from 'react';
import { useHostWords } from '../../words/host.ts';

/** A panel at the side, over the desk; Escape closes it. */
export function Drawer({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const say = useHostWords();
  const drawer = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (drawer.current?.open === false) drawer.current.showModal();
  }, []);
  return (
    <dialog ref={drawer} className="drawer" onClose={onClose} aria-labelledby="drawer-head">
      <header>
        <h2 id="drawer-head">{title}</h2>
        <button type="button" onClick={onClose}>
          {say('close')}
        </button>
      </header>
      {children}
    </dialog>
  );
}
