import { expect, it } from 'vitest';
import { certificateNoOf, pageOf } from './route.ts';

it('an address means one page, anything else none', () => {
  expect(pageOf('/')).toEqual({ is: 'seasons' });
  expect(pageOf('/c/7')).toEqual({ is: 'contest', contestId: '7' });
  expect(pageOf('/v/')).toEqual({ is: 'verify', no: null });
  expect(pageOf('/v/LT-1%20')).toEqual({ is: 'verify', no: 'LT-1 ' });
  expect(pageOf('/v/%zz')).toEqual({ is: 'verify', no: '%zz' });
  expect(pageOf('/replay/7')).toEqual({ is: 'replay', stageId: '7' });
  expect(pageOf('/api-docs/')).toEqual({ is: 'apiDocs' });
  for (const path of ['/c/', '/c/1/2', '/p/1', '/replay/', '/api-docs/x', '/v/a/b'])
    expect(pageOf(path)).toEqual({ is: 'nowhere' });
});

it('a number typed from paper is read whatever its dashes, blanks and case', () => {
  expect(certificateNoOf(' lt－2025 –spring-0001-x ')).toBe('LT-2025-SPRING-0001-X');
});
