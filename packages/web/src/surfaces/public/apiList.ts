import type { Schema } from './schema.ts';

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly 'x-access': {
    readonly who: string;
    readonly action?: string;
    readonly of?: string;
    readonly at?: string;
  };
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly required: boolean;
    readonly schema: Schema;
  }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}
export type Content = Readonly<Record<string, { readonly schema: Schema }>>;
export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}
export interface Line {
  readonly method: string;
  readonly path: string;
  readonly group: string;
  readonly operation: Operation;
  /** What the search box looks through. */
  readonly text: string;
}

export const linesOf = ({ paths }: Description): Line[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      group: operation.tags[0] ?? '',
      operation,
      text: `${method} ${path} ${operation.operationId} ${operation.summary}`.toLowerCase(),
    })),
  );

/** Lines holding every typed word, by group in the order of the description. */
export function grouped(lines: readonly Line[], typed: string): [string, Line[]][] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const groups = new Map<string, Line[]>();
  for (const line of lines.filter(({ text }) => words.every((word) => text.includes(word))))
    groups.set(line.group, [...(groups.get(line.group) ?? []), line]);
  return [...groups];
}
