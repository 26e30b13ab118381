/** The part of JSON Schema that the contract uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

export interface Member {
  readonly name: string;
  readonly schema: Schema;
  readonly required: boolean;
}

/** What a reader needs at a glance: `string[]`, `'a' | 'b'`, `object | null`; '' for anything at all. */
export function typeWords(schema: Schema): string {
  if (schema.$ref !== undefined) return schema.$ref.split('/').pop()!;
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.anyOf !== undefined) return [...new Set(schema.anyOf.map(typeWords))].join(' | ');
  if (schema.type === 'array') {
    const item = typeWords(schema.items ?? {});
    return item.includes(' ') ? `(${item})[]` : `${item}[]`;
  }
  if (schema.type === 'string' && schema.format !== undefined) return schema.format;
  return schema.type ?? '';
}

/** `1…40`, `≥ 1`, `≤ 26`, or '' without limits. */
export function range(least: number | undefined, most: number | undefined): string {
  if (least !== undefined && most !== undefined) return least === most ? `${least}` : `${least}…${most}`;
  if (least !== undefined) return `≥ ${least}`;
  return most === undefined ? '' : `≤ ${most}`;
}

/** What a schema is made of, looking through arrays and `| null`; a union of several objects gives one member each. */
export function membersOf(schema: Schema): Member[] {
  if (schema.type === 'array') return membersOf(schema.items ?? {});
  if (schema.anyOf !== undefined) {
    const parts = schema.anyOf.filter((part) => part.type !== 'null');
    if (parts.length === 1) return membersOf(parts[0]!);
    return parts.flatMap((part, at) =>
      membersOf(part).length === 0
        ? []
        : [{ name: `${alternativeName(part) ?? at + 1}`, schema: part, required: true }],
    );
  }
  const required = new Set(schema.required);
  const named = Object.entries(schema.properties ?? {}).map(([name, member]) => ({
    name,
    schema: member,
    required: required.has(name),
  }));
  const open = Object.values(schema.patternProperties ?? {}).map((member) => ({
    name: '*',
    schema: member,
    required: false,
  }));
  return [...named, ...open];
}

/** A union's alternatives are told apart by a constant member, e.g. `kind: "exam"`. */
function alternativeName(schema: Schema): string | undefined {
  const tag = Object.entries(schema.properties ?? {}).find(([, member]) => member.const !== undefined);
  return tag && `${tag[0]}: ${JSON.stringify(tag[1].const)}`;
}
