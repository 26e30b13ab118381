import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * Gives a box the largest of the given sizes (in hundredths of the screen's height) at which its text fits. Steps, not
 * a slide, so that questions of like length look alike. Looks again at every render: the text may have changed.
 */
export function useFit<E extends HTMLElement>(sizes: readonly number[]): RefObject<E | null> {
  const box = useRef<E>(null);
  const steps = sizes.join(' ');
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const fit = (): void => {
      for (const size of steps.split(' ')) {
        element.style.fontSize = `calc(var(--u) * ${size})`;
        if (
          element.scrollHeight <= element.clientHeight + 1 &&
          element.scrollWidth <= element.clientWidth + 1
        ) {
          return;
        }
      }
    };
    fit();
    const observer = new ResizeObserver(fit);
    observer.observe(element);
    return () => observer.disconnect();
  });
  return box;
}
