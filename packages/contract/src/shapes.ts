import { CONTEST_TIERS, ROLES, UNIT_KINDS } from '@leitai/rules';
import { Type, type Static, type TSchema } from 'typebox';

/** Every object is closed: an unknown field is a refusal, not a silent drop. */
export const Closed = <P extends Record<string, TSchema>>(properties: P) =>
  Type.Object(properties, { additionalProperties: false });

/** One of fixed words. */
export const Words = <const W extends readonly string[]>(words: W) =>
  Type.Unsafe<W[number]>({ type: 'string', enum: [...words] });

export const Id = Type.String({ format: 'uuid' });
/** Epoch milliseconds on the server's clock. */
export const Ms = Type.Integer({ minimum: 0, maximum: 8_640_000_000_000 });
export const Text = (maxLength: number, minLength = 1) => Type.String({ minLength, maxLength });
export const Maybe = <T extends TSchema>(type: T) => Type.Union([type, Type.Null()]);
export const DecimalText = Type.String({ pattern: '^-?\\d{1,15}(\\.\\d{1,15})?$' });
export const Code = Type.String({ pattern: '^[a-zA-Z0-9][a-zA-Z0-9_-]{0,63}$' });
export const Done = Closed({ done: Type.Literal(true) });

export const RoleWord = Words(ROLES);
export const TierWord = Words(CONTEST_TIERS);
export const UnitKindWord = Words(UNIT_KINDS);

/** Of an uploaded sheet. Rows and columns as the organiser sees them in Excel: row 1 is the heading. */
export const SheetFault = Closed({
  row: Type.Integer(),
  column: Maybe(Type.String()),
  code: Type.String(),
  value: Maybe(Type.String()),
  suggestions: Type.Array(Type.String()),
});

/** RFC 9457. `code` is the refusal's code, `facts` what its words need. */
export const Problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.String(),
  facts: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
});
export type Problem = Static<typeof Problem>;
