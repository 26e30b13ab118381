import { afterEach, expect, it, vi } from 'vitest';
import { attemptOf } from './attempt.testing.ts';
import { openAttempt } from './openAttempt.ts';

afterEach(() => void vi.unstubAllGlobals());

it('taps and effects that come twice start the try once; a later visit starts it again', async () => {
  const fetch = vi.fn(async () => Response.json(attemptOf()));
  vi.stubGlobal('fetch', fetch);
  const [first, second] = await Promise.all([openAttempt('s'), openAttempt('s')]);
  expect(fetch).toHaveBeenCalledTimes(1);
  expect(first).toBe(second);
  await openAttempt('s');
  expect(fetch).toHaveBeenCalledTimes(2);
});

it('a failed start can be tried again', async () => {
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('offline');
  });
  await expect(openAttempt('s')).rejects.toMatchObject({ code: 'network' });
  vi.stubGlobal('fetch', async () => Response.json(attemptOf()));
  expect((await openAttempt('s')).attempt.attemptId).toBe('a');
});
