import type { HostView } from '@leitai/rules/show';
import { useEffect, useRef } from 'react';
import type { Act } from './useDesk.ts';

/** Gamepads have no events for buttons: they are looked at this often. */
const LOOK_MS = 4;

type Press = (input: string, claimedAt: number) => void;

/**
 * Wired buzzers at this console: keys `key:CODE` and gamepad buttons `pad:PAD:BUTTON`. While a team is being `learning`
 * the next press is mapped to it; a mapped key no longer is a shortcut of the desk. Each press says when it was made.
 */
export function useInputs(
  view: HostView | null,
  options: {
    learning: string | null;
    learned: () => void;
    /** A wired buzzer of the network that belongs to nobody yet. */
    heard: { readonly input: string } | null;
    act: Act;
    press: Press;
    serverNow: () => number;
  },
): void {
  const latest = useRef({ view, ...options });
  useEffect(() => {
    latest.current = { view, ...options };
  });
  const { heard: unknown } = options;
  useEffect(() => {
    const { learning, learned, act } = latest.current;
    if (unknown === null || learning === null) return;
    act({ type: 'mapInput', input: unknown.input, team: learning });
    learned();
  }, [unknown]);
  useEffect(() => {
    const heard = (input: string, timeStamp: number): boolean => {
      const { view, learning, learned, act, press, serverNow } = latest.current;
      if (view === null) return false;
      if (learning !== null) {
        act({ type: 'mapInput', input, team: learning });
        learned();
        return true;
      }
      if (!(input in view.inputs)) return false;
      press(input, serverNow() - (performance.now() - timeStamp));
      return true;
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.key === 'Escape') return;
      const typing =
        event.target instanceof HTMLElement && event.target.closest('input, textarea, select') !== null;
      if (typing) return;
      const input = `key:${event.code}`;
      if (event.repeat ? input in (latest.current.view?.inputs ?? {}) : heard(input, event.timeStamp)) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
    };
    const down = new Set<string>();
    const look = (): void => {
      for (const pad of navigator.getGamepads?.() ?? []) {
        pad?.buttons.forEach((button, index) => {
          const input = `pad:${pad.index}:${index}`;
          if (!button.pressed) down.delete(input);
          else if (!down.has(input)) {
            down.add(input);
            heard(input, performance.now());
          }
        });
      }
    };
    addEventListener('keydown', onKey, true);
    const timer = setInterval(look, LOOK_MS);
    return () => {
      removeEventListener('keydown', onKey, true);
      clearInterval(timer);
    };
  }, []);
}
