import { endpoints } from '@leitai/contract';
import description from '@leitai/contract/openapi.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { grouped, linesOf, type Description } from './apiList.ts';
import { membersOf, range, typeWords, type Schema } from './schema.ts';

const lines = linesOf(description as unknown as Description);

describe('the API reference', () => {
  it('lists every endpoint of the contract once, with who may call it', () => {
    expect(lines.map(({ operation }) => operation.operationId).sort()).toEqual(Object.keys(endpoints).sort());
    for (const { operation } of lines) expect(operation['x-access'].who).toMatch(/^\w+$/);
  });

  it('searches by every word, in method, path, name and summary', () => {
    const found = (typed: string) =>
      grouped(lines, typed).flatMap(([, group]) => group.map(({ operation }) => operation.operationId));
    expect(found('')).toHaveLength(lines.length);
    expect(found('EXAM start')).toContain('exam.start');
    expect(found('post /attempts answers')).toEqual(['exam.save']);
    expect(found('没有')).toEqual([]);
  });

  it('has a word for the type of every member in the contract', () => {
    const walk = (schema: Schema, path: string): void => {
      if (Object.keys(schema).length > 0) expect(typeWords(schema), path).not.toBe('');
      for (const member of membersOf(schema)) walk(member.schema, `${path}.${member.name}`);
    };
    for (const { operation } of lines) {
      const bodies = [operation.requestBody, ...Object.values(operation.responses)];
      for (const body of bodies)
        for (const { schema } of Object.values(body?.content ?? {})) walk(schema, operation.operationId);
    }
  });
});

it('types read like types', () => {
  expect(typeWords({ anyOf: [{ type: 'string', format: 'uuid' }, { type: 'null' }] })).toBe('uuid | null');
  expect(typeWords({ type: 'array', items: { enum: ['a', 'b'] } })).toBe('("a" | "b")[]');
  expect(typeWords({ $ref: '#/components/schemas/Problem' })).toBe('Problem');
  expect([
    range(1, 40),
    range(3, 3),
    range(1, undefined),
    range(undefined, 9),
    range(undefined, undefined),
  ]).toEqual(['1…40', '3', '≥ 1', '≤ 9', '']);
});
