/**
 * What everybody but the host sees of the scores. `top`: only so many places. `ceremony`: only places from
 * `revealFrom` downwards, so that the last of the winners is called first; `null` calls nobody yet.
 */
export interface Display {
  readonly scores: 'all' | 'top' | 'none' | 'ceremony';
  readonly top: number;
  readonly revealFrom: number | null;
  /** `board` keeps the whole board on the big screen, whatever is on. */
  readonly scene: 'auto' | 'board';
}

export const OPEN_DISPLAY: Display = { scores: 'all', top: 3, revealFrom: null, scene: 'auto' };

const place = (n: number): boolean => Number.isInteger(n) && n >= 1;

export const isDisplay = ({ scores, top, revealFrom, scene }: Display): boolean =>
  ['all', 'top', 'none', 'ceremony'].includes(scores) &&
  place(top) &&
  (revealFrom === null || place(revealFrom)) &&
  ['auto', 'board'].includes(scene);

/** Whether the public may not see a place now. */
export function hides({ scores, top, revealFrom }: Display): (place: number) => boolean {
  switch (scores) {
    case 'all':
      return () => false;
    case 'top':
      return (n) => n > top;
    case 'none':
      return () => true;
    case 'ceremony':
      return (n) => revealFrom === null || n < revealFrom;
  }
}

/**
 * The next step of the ceremony, from the last winner to the first: nobody; all behind the first `top` places at once;
 * then place by place, those that are held (a shared place once). `null` when the first place is called.
 */
export function nextReveal(
  standings: readonly { readonly place: number }[],
  display: Display,
): Display | null {
  if (display.scores !== 'ceremony') return { ...display, scores: 'ceremony', revealFrom: null };
  const { revealFrom, top } = display;
  const ahead = [...new Set(standings.map((line) => line.place))]
    .filter((n) => revealFrom === null || n < revealFrom)
    .sort((a, b) => a - b);
  const winner = ahead.findLast((n) => n <= top);
  const behind = ahead.find((n) => n > top);
  const next = behind ?? winner;
  return next === undefined ? null : { ...display, revealFrom: next };
}
