import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { routesText } from './generateRoutes.ts';

it('routes.generated.ts is the endpoint table (renew it with `node packages/web/src/api/generateRoutes.ts`)', () => {
  expect(readFileSync(new URL('./routes.generated.ts', import.meta.url), 'utf8')).toBe(routesText());
});
