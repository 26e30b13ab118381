import { ApiRefusal } from '../../api/client.ts';
import {
  above,
  acknowledged,
  changed,
  owed,
  stored,
  type Answers,
  type Attempt,
  type KeptAnswer,
} from './answers.ts';

/** What the desk reaches outside by. `save` and `submit` throw `ApiRefusal`. */
export interface Doors {
  save(answer: KeptAnswer): Promise<unknown>;
  submit(): Promise<{ answered: number }>;
  keep(answer: KeptAnswer): Promise<void>;
  kept(): Promise<KeptAnswer[]>;
  forget(): Promise<void>;
}

export type How = 'takenOver' | 'timeUp' | 'submitted' | 'refused';
export interface Ended {
  readonly how: How;
  readonly answered: number;
  /** Choices that did not reach the server in time. */
  readonly unsent: number;
  readonly refusal: ApiRefusal | null;
}
export interface DeskState {
  readonly answers: Answers;
  readonly saving: 'saved' | 'saving' | 'retrying' | 'unsaved';
  readonly handingIn: boolean;
  /** Why an answer was set aside for good. */
  readonly refusal: ApiRefusal | null;
  readonly ended: Ended | null;
}

const RETRY_MS = [500, 1_000, 2_000, 4_000];
/** How long after the deadline the page still waits for answers on their way. */
const GRACE_MS = 1_500;

/** Refusals that end the try on this phone. */
const ENDS: Readonly<Record<string, How>> = {
  'exam.takenOver': 'takenOver',
  'exam.afterDeadline': 'timeUp',
  'exam.stageNotOpen': 'timeUp',
  'exam.submitted': 'submitted',
};
/** Refusals of one answer: sending it again cannot help, the others go on. */
const ASIDE = new Set(['exam.choiceInvalid', 'exam.questionUnknown', 'request.invalid']);
const passing = ({ status }: ApiRefusal): boolean =>
  status === 0 || status === 408 || status === 429 || status >= 500;

/**
 * The life of an answer on the phone: kept → sent → acknowledged → "saved". One sender at a time; a weak network is
 * retried until the deadline; handing in waits for every answer still owed.
 */
export class AnswerDesk {
  readonly #attempt: Attempt;
  readonly #doors: Doors;
  readonly #listeners = new Set<() => void>();
  readonly #aside = new Set<number>();
  readonly #answers: Map<number, KeptAnswer>;
  /** Questions whose stored choice is not empty: what counts if nothing more arrives. */
  readonly #counting: Set<number>;
  #state: DeskState;
  #open = false;
  #over = false;
  #sender: Promise<void> | null = null;
  #wake: () => void = () => undefined;

  constructor(attempt: Attempt, doors: Doors) {
    this.#attempt = attempt;
    this.#doors = doors;
    this.#answers = stored(attempt);
    this.#counting = new Set(
      [...this.#answers.values()].filter(({ choice }) => choice.length > 0).map(({ no }) => no),
    );
    this.#state = {
      answers: new Map(this.#answers),
      saving: 'saved',
      handingIn: false,
      refusal: null,
      ended: null,
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly state = (): DeskState => this.#state;

  /** Takes up what an earlier visit left unsent. May be closed and opened again. */
  async open(): Promise<void> {
    this.#open = true;
    const left = await this.#doors.kept();
    if (!this.#live) return;
    for (const answer of owed(this.#attempt, left)) {
      const now = this.#answers.get(answer.no);
      // What was touched on this page in the meantime is newer.
      if (now === undefined || (now.saved && now.revision < answer.revision)) this.#put(answer);
    }
    await this.flush();
  }

  close(): void {
    this.#open = false;
    this.#wake();
  }

  choose(no: number, choice: readonly number[]): void {
    if (!this.#live || this.#over || this.#state.handingIn) return;
    const answer = changed(this.#attempt, this.#answers.get(no), no, choice);
    if (answer === null) return;
    this.#aside.delete(no);
    this.#put(answer);
    void this.flush();
  }

  /** The network is said to be back: try now instead of later. */
  wake(): void {
    this.#wake();
  }

  /** Sends what is owed, until nothing is or the try has ended. */
  flush(): Promise<void> {
    this.#sender ??= this.#send().finally(() => {
      this.#sender = null;
    });
    return this.#sender;
  }

  /** Hands in, once, after every answer has arrived. */
  async submit(): Promise<void> {
    if (!this.#live || this.#state.handingIn) return;
    this.#set({ handingIn: true });
    for (let tries = 0; this.#live; tries += 1) {
      await this.flush();
      if (!this.#live) return;
      try {
        const { answered } = await this.#doors.submit();
        this.#end('submitted', null, answered);
      } catch (error) {
        if (this.#ends(refusalOf(error))) return;
        this.#set({ saving: 'retrying' });
        await this.#pause(tries);
      }
    }
  }

  /** The deadline: no more choices; what is on its way gets a moment, then the try closes by itself. */
  async timeUp(): Promise<void> {
    if (this.#over) return;
    this.#over = true;
    this.#wake();
    await Promise.race([this.flush(), new Promise((resolve) => setTimeout(resolve, GRACE_MS))]);
    this.#end('timeUp');
  }

  get #live(): boolean {
    return this.#open && this.#state.ended === null;
  }

  get #owed(): KeptAnswer[] {
    return [...this.#answers.values()].filter(({ saved }) => !saved);
  }

  async #send(): Promise<void> {
    for (let tries = 0; this.#live;) {
      const next = this.#owed.find(({ no }) => !this.#aside.has(no));
      if (next === undefined) {
        this.#set({ saving: this.#owed.length === 0 ? 'saved' : 'unsaved' });
        return;
      }
      if (tries === 0) this.#set({ saving: 'saving' });
      try {
        await this.#doors.save(next);
        if (next.choice.length > 0) this.#counting.add(next.no);
        else this.#counting.delete(next.no);
        this.#put(acknowledged(this.#answers.get(next.no)!, next.revision));
        tries = 0;
      } catch (error) {
        const refusal = refusalOf(error);
        if (refusal.code === 'exam.staleRevision' && tries === 0) {
          this.#put(above(this.#answers.get(next.no)!, Number(refusal.facts['have'] ?? next.revision)));
          tries = 1;
        } else if (ASIDE.has(refusal.code)) {
          if (this.#answers.get(next.no)?.revision === next.revision) this.#aside.add(next.no);
          this.#set({ refusal });
        } else if (this.#ends(refusal)) {
          return;
        } else {
          this.#set({ saving: 'retrying' });
          await this.#pause(tries);
          tries += 1;
        }
      }
    }
  }

  /** True when the refusal ends the try here; a passing one is retried. */
  #ends(refusal: ApiRefusal): boolean {
    const how = ENDS[refusal.code];
    if (how === undefined && (passing(refusal) || refusal.code === 'exam.staleRevision')) return false;
    this.#end(how ?? 'refused', refusal);
    return true;
  }

  #end(how: How, refusal: ApiRefusal | null = null, answered?: number): void {
    if (!this.#live) return;
    const unsent = this.#owed.length;
    this.#set({ ended: { how, answered: answered ?? this.#counting.size, unsent, refusal } });
    this.#wake();
    // Taken over: what is unsent stays kept, for the way back to this phone.
    if (how === 'submitted' || how === 'timeUp') void this.#doors.forget();
  }

  #put(answer: KeptAnswer): void {
    this.#answers.set(answer.no, answer);
    this.#set({ answers: new Map(this.#answers) });
    void this.#doors.keep(answer);
  }

  /** Waits, longer each time and never in step with six hundred others. */
  #pause(tries: number): Promise<void> {
    const wait = RETRY_MS[Math.min(tries, RETRY_MS.length - 1)]! * (0.75 + Math.random() / 2);
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.#over ? RETRY_MS[0]! / 2 : wait);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #set(change: Partial<DeskState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

const refusalOf = (error: unknown): ApiRefusal =>
  error instanceof ApiRefusal ? error : new ApiRefusal(0, 'network');
