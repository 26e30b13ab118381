import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { endpoints } from './index.ts';
import { openapi } from './openapi.ts';

it('openapi.json is the endpoint table, generated (renew it with `npm run leitai -- openapi`)', () => {
  const checkedIn: unknown = JSON.parse(readFileSync(new URL('../openapi.json', import.meta.url), 'utf8'));
  expect(checkedIn).toEqual(JSON.parse(JSON.stringify(openapi(endpoints))));
});

it('no two endpoints share method and path', () => {
  const routes = Object.values(endpoints).map((endpoint) => `${endpoint.method} ${endpoint.path}`);
  expect(new Set(routes).size).toBe(routes.length);
});
