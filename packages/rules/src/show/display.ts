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
