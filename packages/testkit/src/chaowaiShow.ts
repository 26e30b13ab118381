import type { Verdict } from '@leitai/rules/show';

/** A team by its number of entry, 1…8: 第一社区代表队 is 1. Never by its table, which the draw gives. */
type TeamNo = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** What happens to one question that teams press for; after `wrong` and `nobody` it falls to the audience. */
export type PlannedPress =
  /** `first` gets the right to answer; `later` press after it, while it answers, and are told "not first". */
  | { readonly first: TeamNo; readonly later?: readonly TeamNo[]; readonly verdict: 'right' | 'wrong' }
  /** Presses before "开始": −10 and the question is void; in the decider void without points. */
  | { readonly foul: TeamNo }
  /** Nobody presses, and the host gives the question to the audience. */
  | { readonly nobody: true };

interface PlannedTeam {
  readonly no: TeamNo;
  /** Rulings of seats 1, 2, 3. A `wrong` one falls to the audience; `help` voids the question (a mate helped). */
  readonly mandatory: readonly [Verdict, Verdict, Verdict];
  /** Total when the compulsory round has ended. */
  readonly afterMandatory: string;
  /** Total after the last buzzer question: the published one, which nothing later changes (QZ-51). */
  readonly total: string;
  readonly place: number;
}

/**
 * The Chaowai show from the first question to the decider: preset `civil-code` with the questions of
 * `examples/beijing-2025/shows/civil-code.yaml` and the teams of `entrants-chaowai.csv`, nothing changed in its settings.
 * It speaks of teams by number, so it holds for whatever tables the draw gives; what depends on the tables is who
 * answers which compulsory question: seat `s` of table `t` answers number `(s − 1) × 8 + t`. Every question of the
 * buzzer and the audience's round is played, and of the compulsory ones the 24 that have a turn.
 *
 * By hand, base 100; compulsory +10, wrong 0; buzzer +10, wrong −10, false start −10:
 *
 *     team  compulsory                    buzzer                             total  place
 *     1     100 +10 +10 +10 = 130         q2 +10, q10 +10                    150    2, after the decider
 *     2     100 +10 +10   0 = 120         q4 −10                             110    6, shared
 *     3     100 +10   0 +10 = 120         q1 false start −10                 110    6, shared
 *     4     100 +10 +10 +10 = 130         q3 +10, q8 −10, q11 +10, q13 +10   150    1, after the decider
 *     5     100   0 +10 +10 = 120         q5 +10, q9 +10                     140    3
 *     6     100 +10 +10   0 = 120         q7 +10                             130    4
 *     7     100 +10 void  0 = 110         q14 −10                            100    8
 *     8     100   0 +10   0 = 110         q12 +10                            120    5
 *
 * 1 and 4 are level at the first place, which matters: the decider follows by itself. 2 and 3 are level at the sixth,
 * which does not matter: they share it and there is no seventh.
 */
export const chaowaiShow: {
  readonly contest: string;
  readonly template: string;
  readonly entrants: string;
  readonly teams: readonly PlannedTeam[];
  readonly buzzer: readonly PlannedPress[];
  readonly audience: number;
  readonly decider: { readonly teams: readonly TeamNo[]; readonly questions: readonly PlannedPress[] };
  readonly toAudience: {
    readonly mandatory: readonly (readonly [team: TeamNo, seat: number])[];
    readonly buzzer: readonly number[];
  };
  readonly ledger: Readonly<Record<string, number>>;
} = {
  /** Code of the planned contest, the template it is taken up with, and its entrants in the example's folder. */
  contest: 'chaowai-civil-code-2025',
  template: 'civil-code-quiz',
  entrants: 'entrants-chaowai.csv',
  teams: [
    { no: 1, mandatory: ['right', 'right', 'right'], afterMandatory: '130', total: '150', place: 2 },
    { no: 2, mandatory: ['right', 'right', 'wrong'], afterMandatory: '120', total: '110', place: 6 },
    { no: 3, mandatory: ['right', 'wrong', 'right'], afterMandatory: '120', total: '110', place: 6 },
    { no: 4, mandatory: ['right', 'right', 'right'], afterMandatory: '130', total: '150', place: 1 },
    { no: 5, mandatory: ['wrong', 'right', 'right'], afterMandatory: '120', total: '140', place: 3 },
    { no: 6, mandatory: ['right', 'right', 'wrong'], afterMandatory: '120', total: '130', place: 4 },
    { no: 7, mandatory: ['right', 'help', 'wrong'], afterMandatory: '110', total: '100', place: 8 },
    { no: 8, mandatory: ['wrong', 'right', 'wrong'], afterMandatory: '110', total: '120', place: 5 },
  ],
  /** Question 1 first. */
  buzzer: [
    { foul: 3 },
    { first: 1, later: [4, 6], verdict: 'right' },
    { first: 4, verdict: 'right' },
    { first: 2, later: [1], verdict: 'wrong' },
    { first: 5, verdict: 'right' },
    { nobody: true },
    { first: 6, later: [1, 2, 3, 4, 5, 7, 8], verdict: 'right' },
    { first: 4, verdict: 'wrong' },
    { first: 5, later: [8], verdict: 'right' },
    { first: 1, verdict: 'right' },
    { first: 4, verdict: 'right' },
    { first: 8, verdict: 'right' },
    { first: 4, later: [1], verdict: 'right' },
    { first: 7, verdict: 'wrong' },
  ],
  /** Questions of the audience's own round; all have four options. */
  audience: 7,
  /** A false start voids the first question; the first right answer ends it, and team 4 is before team 1. */
  decider: { teams: [1, 4], questions: [{ foul: 1 }, { first: 4, later: [1], verdict: 'right' }] },
  /** Questions of the teams that fall to the audience; buzzer question 8 is spoken, all others have options. */
  toAudience: {
    mandatory: [
      [2, 3],
      [3, 2],
      [5, 1],
      [6, 3],
      [7, 3],
      [8, 1],
      [8, 3],
    ],
    buzzer: [4, 6, 8, 14],
  },
  /** Rows by reason: 16 + 9 right, 7 + 3 wrong (a wrong compulsory answer has its row of 0), and no row for a void one. */
  ledger: { base: 8, right: 25, wrong: 10, foul: 1 },
};
