import { CONTEST_TIERS, UNIT_KINDS } from '@leitai/rules';
import { Type, type Static, type TSchema } from 'typebox';

/** Shapes of the files of a season folder. Every object is closed: an unknown field is a fault. */
const closed = <P extends Record<string, TSchema>>(properties: P) =>
  Type.Object(properties, { additionalProperties: false });
const words = <const W extends readonly string[]>(list: W) =>
  Type.Unsafe<W[number]>({ type: 'string', enum: [...list] });
const maybe = <T extends TSchema>(type: T) => Type.Union([type, Type.Null()]);
const text = (maxLength: number) => Type.String({ minLength: 1, maxLength });
const code = Type.String({ pattern: '^[a-zA-Z0-9][a-zA-Z0-9_-]{0,63}$' });
const decimal = Type.String({ pattern: '^-?\\d{1,15}(\\.\\d{1,15})?$' });
const toFill = Type.Optional(Type.Boolean());

const Field = closed({
  code,
  name: text(80),
  short: text(40),
  directions: Type.Array(closed({ code, name: maybe(text(80)), toFill }), { maxItems: 20 }),
});

export const SeasonFile = closed({
  schema: Type.Literal('leitai/season@1'),
  code,
  title: text(120),
  theme: text(120),
  year: Type.Integer({ minimum: 2000, maximum: 2100 }),
  unit: code,
  targets: closed({ contests: Type.Integer({ minimum: 0 }), workers: Type.Integer({ minimum: 0 }) }),
  source: Type.Optional(text(400)),
  fields: Type.Array(Field, { maxItems: 20 }),
});
export type SeasonFile = Static<typeof SeasonFile>;

const Contest = closed({
  code,
  title: text(120),
  short: text(40),
  unit: code,
  tier: words(CONTEST_TIERS),
  field: maybe(code),
  direction: maybe(code),
  flagship: Type.Boolean(),
  kind: text(40),
  facts: Type.Record(Type.String(), Type.Unknown()),
  emulation: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  toFill: Type.Array(text(200), { maxItems: 50 }),
  source: Type.Optional(text(400)),
});
export const ContestsFile = closed({
  schema: Type.Literal('leitai/contests@1'),
  contests: Type.Array(Contest, { maxItems: 5000 }),
});
export type ContestFile = Static<typeof Contest>;

const Question = closed({
  no: Type.Integer({ minimum: 1, maximum: 100_000 }),
  type: words(['single', 'multiple', 'trueFalse']),
  stem: text(2000),
  options: Type.Optional(Type.Array(text(500), { minItems: 2, maxItems: 10 })),
  key: Type.Union([Type.Boolean(), Type.Array(Type.Integer({ minimum: 0, maximum: 9 }), { minItems: 1 })]),
  explanation: Type.String({ maxLength: 2000 }),
  tags: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
});
export type QuestionFile = Static<typeof Question>;
export const BankFile = closed({
  schema: Type.Literal('leitai/bank@1'),
  code,
  title: text(120),
  subject: Type.Optional(text(120)),
  license: Type.Optional(text(60)),
  questions: Type.Array(Question, { minItems: 1, maxItems: 100_000 }),
});
export type BankFile = Static<typeof BankFile>;

const Item = closed({
  no: Type.Integer({ minimum: 1 }),
  stem: text(2000),
  options: Type.Optional(Type.Array(text(500), { minItems: 2, maxItems: 10 })),
  answer: text(2000),
  /** Video: what is to be found, one score each. */
  hits: Type.Optional(Type.Array(text(500), { minItems: 1, maxItems: 50 })),
  explanation: Type.Optional(text(2000)),
  points: decimal,
});
const QuestionRound = closed({
  kind: words(['mandatory', 'video', 'buzzer', 'risk', 'audience', 'decider']),
  questions: Type.Array(Item, { minItems: 1, maxItems: 500 }),
});
const CharadesRound = closed({
  kind: Type.Literal('charades'),
  lists: Type.Array(
    closed({ no: Type.Integer({ minimum: 1 }), words: Type.Array(text(40), { minItems: 1, maxItems: 200 }) }),
    { minItems: 1, maxItems: 100 },
  ),
});
export const ShowFile = closed({
  schema: Type.Literal('leitai/show-material@1'),
  code,
  title: text(120),
  rounds: Type.Array(Type.Union([QuestionRound, CharadesRound]), { minItems: 1, maxItems: 50 }),
});
/** Questions and word lists of a show; the show module makes its settings from them. */
export type ShowMaterial = Static<typeof ShowFile>;

const cell = (maxLength: number) => Type.String({ maxLength });
export const UnitLine = closed({
  code,
  parent: cell(64),
  kind: words(UNIT_KINDS),
  name: text(80),
  short: text(40),
  gb2260: Type.String({ pattern: '^(\\d{6}|\\d{9}|\\d{12})?$' }),
  aliases: cell(2000),
});
export type UnitLine = Static<typeof UnitLine>;

/** A line without code and edition is one the organiser has still to fill in. */
export const OccupationLine = closed({
  code: Type.String({ pattern: '^(\\d-\\d{2}-\\d{2}-\\d{2})?$' }),
  edition: Type.String({ pattern: '^(\\d{4})?$' }),
  name: text(80),
});
export type OccupationLine = Static<typeof OccupationLine>;
