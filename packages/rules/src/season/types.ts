/** One of the directions 方向 of a field; `name` null and `toFill` when the organiser has still to name it. */
export interface Direction {
  readonly code: string;
  readonly name: string | null;
  readonly toFill?: boolean;
}

/** 领域 */
export interface ProgrammeField {
  readonly code: string;
  readonly name: string;
  readonly short: string;
  readonly directions: readonly Direction[];
}

/** Plan of a season, e.g. "4+5+200": fields with their directions, and the numbers to reach (PG-01). */
export interface Programme {
  readonly theme: string;
  readonly targets: { readonly contests: number; readonly workers: number };
  readonly fields: readonly ProgrammeField[];
  readonly source?: string;
}
