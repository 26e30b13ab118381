import type { Sheet } from './sheet.ts';

/** About 2 KB an attempt of 100 questions. */
const LIMIT = 50_000;

/**
 * Attempts in memory, loaded once. Another process may write too, so what stands here may be old: every refusal it gives
 * stays true (revisions and devices only grow, nothing is taken back), every acceptance is checked again by the insert.
 */
export class AttemptBook {
  readonly #sheets = new Map<string, Sheet>();
  readonly #loading = new Map<string, Promise<Sheet | null>>();
  readonly #load: (attemptId: string) => Promise<Sheet | null>;

  constructor(load: (attemptId: string) => Promise<Sheet | null>) {
    this.#load = load;
  }

  peek(attemptId: string): Sheet | undefined {
    return this.#sheets.get(attemptId);
  }

  /** Null: no such attempt. Callers that come at the same moment share one load. */
  load(attemptId: string): Promise<Sheet | null> {
    let loading = this.#loading.get(attemptId);
    if (loading === undefined) {
      loading = this.#load(attemptId)
        .then((sheet) => {
          if (sheet !== null) this.put(sheet);
          return sheet;
        })
        .finally(() => this.#loading.delete(attemptId));
      this.#loading.set(attemptId, loading);
    }
    return loading;
  }

  put(sheet: Sheet): void {
    const known = this.#sheets.get(sheet.attemptId);
    if (known !== undefined && known.device > sheet.device) return;
    this.#sheets.set(sheet.attemptId, sheet);
    if (this.#sheets.size > LIMIT) this.#sheets.delete(this.#sheets.keys().next().value!);
  }

  forget(attemptId: string): void {
    this.#sheets.delete(attemptId);
  }

  forgetStage(stageId: string): void {
    for (const sheet of this.#sheets.values())
      if (sheet.stageId === stageId) this.#sheets.delete(sheet.attemptId);
  }
}
