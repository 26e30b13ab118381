import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readArguments, readConfig, SERVE_FLAGS } from './config.ts';
import { exitCodes, StartFault } from './fault.ts';

it('without anything said: port 8080 on all addresses, embedded database, with the example', () => {
  expect(readConfig({})).toEqual({
    port: 8080,
    host: '0.0.0.0',
    dataFolder: null,
    databaseUrl: null,
    origin: null,
    empty: false,
  });
});

it('the environment is honoured, flags go before it, an empty variable is none', () => {
  const env = { LEITAI_PORT: '9000', LEITAI_HOST: '127.0.0.1', LEITAI_DATA: '/srv/leitai', DATABASE_URL: '' };
  expect(readConfig(env)).toMatchObject({ port: 9000, host: '127.0.0.1', dataFolder: '/srv/leitai' });
  const given = readArguments(['--port=9001', '--empty'], SERVE_FLAGS);
  expect(readConfig(env, given)).toMatchObject({ port: 9001, empty: true, databaseUrl: null });
});

it.each([
  [['--emtpy'], /no flag --emtpy; these are known: --data FOLDER/],
  [['--port'], /--port needs a value/],
  [['--empty=yes'], /--empty takes no value/],
  [['now'], /Expected nothing after the command, got now/],
  [['--constructor'], /no flag --constructor/],
])('refuses %j with the reason', (args, reason) => {
  expect(() => readArguments(args, SERVE_FLAGS)).toThrow(reason);
});

it.each(['0', '65536', '80a', '-1', '8080.5', '１２３'])('refuses LEITAI_PORT=%s', (text) => {
  expect(() => readConfig({ LEITAI_PORT: text })).toThrow(/LEITAI_PORT must be a port/);
});

it.each(['leitai.example.org', 'ftp://x', 'https://a b', 'https://x/path', 'https://u:p@x', 'javascript:1'])(
  'refuses LEITAI_ORIGIN=%s',
  (text) => {
    expect(() => readConfig({ LEITAI_ORIGIN: text })).toThrow(/LEITAI_ORIGIN must look like/);
    expect(readConfig({ LEITAI_ORIGIN: 'https://x.example:8443/' }).origin).toBe('https://x.example:8443');
  },
);

it('refuses a DATABASE_URL that is none, with exit code 2', () => {
  try {
    readConfig({ DATABASE_URL: 'localhost:5432' });
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(StartFault);
    expect(error).toMatchObject({ code: 'usage', exitCode: 2 });
  }
});

it('every exit code stands in docs/operating.md', () => {
  const text = readFileSync(new URL('../../../../docs/operating.md', import.meta.url), 'utf8');
  for (const [name, code] of Object.entries(exitCodes)) expect(text).toContain(`| ${code} | ${name} |`);
});
