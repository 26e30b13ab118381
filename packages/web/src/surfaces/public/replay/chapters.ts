import type { Moment, Timeline } from '@leitai/rules/show';

type Shown = Extract<Moment, { type: 'question' }>;
export type Press = Extract<Moment, { type: 'press' | 'foul' }>;

/** One question as it was played: what happened from its showing to the next. */
export interface Block {
  readonly key: string;
  /** Its number in the round; a question shown again keeps it. `null`: a turn that chose no question. */
  readonly number: number | null;
  readonly shown: Shown | null;
  readonly moments: readonly Moment[];
}

/** A round, the decider, or what happened outside of both. */
export interface Chapter {
  readonly key: string;
  readonly opening: Extract<Moment, { type: 'round' | 'decider' }> | null;
  readonly blocks: readonly Block[];
}

interface Open {
  readonly key: string;
  readonly opening: Chapter['opening'];
  readonly blocks: { key: string; number: number | null; shown: Shown | null; moments: Moment[] }[];
  readonly numbers: Map<string, number>;
}

const chapter = (key: string, opening: Chapter['opening']): Open => ({
  key,
  opening,
  blocks: [],
  numbers: new Map(),
});

/** The plain list of moments as rounds and questions. A question that is gone back to has a block of its own again. */
export function chapters(moments: readonly Moment[]): Chapter[] {
  const all: Open[] = [];
  const seen = new Map<string, Shown>();
  let now = chapter('start', null);
  const add = (moment: Moment, shown: Shown | null, number: number | null): void => {
    now.blocks.push({ key: `m${moment.no}`, number, shown, moments: [moment] });
  };
  for (const moment of moments) {
    if (moment.type === 'round' || moment.type === 'decider') {
      all.push(now);
      now = chapter(`r${moment.no}`, moment);
    } else if (moment.type === 'question') {
      seen.set(moment.question, moment);
      const number = now.numbers.get(moment.question) ?? now.numbers.size + 1;
      now.numbers.set(moment.question, number);
      add(moment, moment, number);
    } else if (moment.type === 'wentBack' && moment.question !== null)
      add(moment, seen.get(moment.question) ?? null, now.numbers.get(moment.question) ?? null);
    else if (moment.type === 'declined') add(moment, null, null);
    else if (now.blocks.length === 0) add(moment, null, null);
    else now.blocks.at(-1)!.moments.push(moment);
    if (moment.type === 'roundEnded') {
      all.push(now);
      now = chapter(`after${moment.no}`, null);
    }
  }
  return [...all, now].filter(({ opening, blocks }) => opening !== null || blocks.length > 0);
}

/** Moments of a block with the presses of one opening gathered, earliest first. */
export function pieces(block: Block): readonly (Moment | readonly Press[])[] {
  const out: (Moment | Press[])[] = [];
  for (const moment of block.moments) {
    if (moment.type === 'question') continue;
    if (moment.type !== 'press' && moment.type !== 'foul') {
      out.push(moment);
      continue;
    }
    const last = out.at(-1);
    if (Array.isArray(last)) last.push(moment);
    else out.push([moment]);
  }
  return out.map((piece) => (Array.isArray(piece) ? piece.toSorted((a, b) => a.deltaMs - b.deltaMs) : piece));
}

/**
 * From where to where the bars of one opening run, ms. Presses that lie close together start from shortly before the
 * first, or nobody would see who was first.
 */
export function span(presses: readonly Press[]): { readonly from: number; readonly to: number } {
  const ends = presses.map(({ deltaMs, uncertaintyMs }) => deltaMs + uncertaintyMs);
  const starts = presses.map(({ deltaMs, uncertaintyMs }) => deltaMs - uncertaintyMs);
  const to = Math.max(1, ...ends);
  const first = Math.min(...starts);
  const spread = to - first;
  const near = presses.length > 1 && spread < to * 0.4;
  return { from: near ? Math.max(0, Math.floor(first - Math.max(2, spread * 0.4))) : 0, to };
}

export interface Point {
  readonly key: string;
  readonly label: string;
  /** Totals in the order of the teams. */
  readonly totals: readonly string[];
  /** A round begins here. */
  readonly begins: boolean;
}

/** Totals after each question, for the chart. */
export function points({ moments }: Pick<Timeline, 'moments'>): Point[] {
  return chapters(moments).flatMap(({ opening, blocks }, c) =>
    blocks.map((block, i) => ({
      key: block.key,
      label: `${opening?.title ?? ''} ${block.number ?? ''}`.trim(),
      totals: block.moments.at(-1)!.totals,
      begins: c > 0 && i === 0 && opening !== null,
    })),
  );
}
