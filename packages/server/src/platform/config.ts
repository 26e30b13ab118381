import { StartFault } from './fault.ts';

/** How this Leitai runs: environment first, flags over it. */
export interface Config {
  /** TCP port of the web server. */
  readonly port: number;
  /** Address it listens on; `0.0.0.0` for all. */
  readonly host: string;
  /** LEITAI_DATA; null leaves the choice to the embedded PostgreSQL. */
  readonly dataFolder: string | null;
  /** A PostgreSQL of one's own; null for the embedded one. */
  readonly databaseUrl: string | null;
  /** LEITAI_ORIGIN: where the public reaches this house, `https://name`; null: where each request came to. */
  readonly origin: string | null;
  /** Start without the example season. */
  readonly empty: boolean;
}

type Env = Readonly<Record<string, string | undefined>>;

/** A command's flags: `true` for a switch, a word for what its value is called in the help. */
export type FlagTable = Readonly<Record<string, true | string>>;

export interface Arguments {
  readonly flags: Readonly<Record<string, string | true>>;
  readonly words: readonly string[];
}

/** Flags that say where and how, the same for every command that opens the database. */
export const HOUSE_FLAGS = { data: 'FOLDER', 'database-url': 'URL' } as const satisfies FlagTable;
export const SERVE_FLAGS = {
  ...HOUSE_FLAGS,
  empty: true,
  port: 'PORT',
  host: 'ADDRESS',
} as const satisfies FlagTable;

const usage = (text: string, chinese: string): StartFault => new StartFault('usage', { text, chinese });

const listOf = (table: FlagTable): string =>
  Object.entries(table)
    .map(([name, value]) => (value === true ? `--${name}` : `--${name} ${value}`))
    .join(', ') || '—';

/** Splits `--name value`, `--name=value`, switches and words; anything not in the table is refused with the list. */
export function readArguments(
  args: readonly string[],
  table: FlagTable,
  wanted: readonly string[] = [],
): Arguments {
  const flags: Record<string, string | true> = {};
  const words: string[] = [];
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (!arg.startsWith('--')) {
      words.push(arg);
      continue;
    }
    const [, name, inline] = /^--([^=]*)(?:=(.*))?$/s.exec(arg)!;
    const kind = Object.hasOwn(table, name!) ? table[name!] : undefined;
    if (kind === undefined) {
      throw usage(
        `There is no flag --${name}; these are known: ${listOf(table)}.`,
        `没有参数 --${name}；可用参数：${listOf(table)}。`,
      );
    }
    if (kind === true) {
      if (inline !== undefined) throw usage(`--${name} takes no value.`, `--${name} 不带取值。`);
      flags[name!] = true;
      continue;
    }
    const value = inline ?? rest.shift();
    if (value === undefined || value === '') {
      throw usage(`--${name} needs a value: --${name} ${kind}.`, `--${name} 需要取值：--${name} ${kind}。`);
    }
    flags[name!] = value;
  }
  if (words.length !== wanted.length) {
    const form = wanted.join(' ') || 'nothing';
    throw usage(
      `Expected ${form} after the command, got ${words.join(' ') || 'nothing'}.`,
      `命令之后应为：${wanted.join(' ') || '无'}；实际为：${words.join(' ') || '无'}。`,
    );
  }
  return { flags, words };
}

function portOf(text: string, from: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port >= 1 && port <= 65_535)) {
    throw usage(
      `${from} must be a port from 1 to 65535, not "${text}".`,
      `${from} 应为 1 至 65535 的端口号，而不是“${text}”。`,
    );
  }
  return port;
}

function databaseUrlOf(text: string, from: string): string {
  if (!/^postgres(ql)?:\/\/\S+$/.test(text)) {
    throw usage(
      `${from} must look like postgres://user:password@host:5432/database.`,
      `${from} 的格式应为 postgres://用户:密码@主机:5432/数据库。`,
    );
  }
  return text;
}

function originOf(text: string, from: string): string {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol) || url.origin !== text.replace(/\/$/, '')) {
    throw usage(
      `${from} must look like https://leitai.example.org, without a path.`,
      `${from} 的格式应为 https://leitai.example.org，不带路径。`,
    );
  }
  return url.origin;
}

/** Reads environment and flags; an empty variable counts as absent. */
export function readConfig(env: Env, { flags }: Pick<Arguments, 'flags'> = { flags: {} }): Config {
  const pick = (flag: string, variable: string): { text: string; from: string } | null => {
    const given = flags[flag];
    if (typeof given === 'string') return { text: given, from: `--${flag}` };
    const text = env[variable]?.trim();
    return text === undefined || text === '' ? null : { text, from: variable };
  };
  const port = pick('port', 'LEITAI_PORT');
  const url = pick('database-url', 'DATABASE_URL');
  const origin = pick('', 'LEITAI_ORIGIN');
  return {
    port: port === null ? 8080 : portOf(port.text, port.from),
    host: pick('host', 'LEITAI_HOST')?.text ?? '0.0.0.0',
    dataFolder: pick('data', 'LEITAI_DATA')?.text ?? null,
    databaseUrl: url === null ? null : databaseUrlOf(url.text, url.from),
    origin: origin === null ? null : originOf(origin.text, origin.from),
    empty: flags['empty'] === true,
  };
}
