type Facts = Readonly<Record<string, string | number>>;
type Words = (facts: Facts) => string;

interface Kind {
  readonly exitCode: number;
  readonly en: Words;
  readonly zh: Words;
}

/** Everything that can keep the house from starting, each with its own exit code (docs/operating.md lists them). */
const KINDS = {
  usage: {
    exitCode: 2,
    en: (f) => `${f['text']}`,
    zh: (f) => `${f['chinese']}`,
  },
  portTaken: {
    exitCode: 10,
    en: (f) =>
      `Port ${f['port']} on ${f['host']} is taken by another program: stop it, or choose another with LEITAI_PORT=8081 npm start.`,
    zh: (f) =>
      `${f['host']} 的端口 ${f['port']} 已被其他程序占用：请先停止该程序，或另选端口：LEITAI_PORT=8081 npm start。`,
  },
  portForbidden: {
    exitCode: 11,
    en: (f) =>
      `This user may not listen on port ${f['port']}: choose one above 1023 with LEITAI_PORT, or start as root.`,
    zh: (f) => `当前用户无权使用端口 ${f['port']}：请用 LEITAI_PORT 选择大于 1023 的端口，或以 root 启动。`,
  },
  hostUnknown: {
    exitCode: 12,
    en: (f) =>
      `This machine has no address ${f['host']}: set LEITAI_HOST to one of its own, or to 0.0.0.0 for all.`,
    zh: (f) => `本机没有地址 ${f['host']}：请把 LEITAI_HOST 设为本机地址，或设为 0.0.0.0 表示全部地址。`,
  },
  dataInUse: {
    exitCode: 20,
    en: (f) =>
      `Leitai is already running on the data folder ${f['folder']} (process ${f['pid']}): stop it first, or give this one another folder with LEITAI_DATA.`,
    zh: (f) =>
      `数据目录 ${f['folder']} 已有一个擂台在运行（进程 ${f['pid']}）：请先停止它，或用 LEITAI_DATA 另指定目录。`,
  },
  dataReadOnly: {
    exitCode: 21,
    en: (f) =>
      `The data folder ${f['folder']} cannot be written (${f['why']}): make it writable, or choose another with LEITAI_DATA.`,
    zh: (f) => `数据目录 ${f['folder']} 不可写（${f['why']}）：请修改权限，或用 LEITAI_DATA 另选目录。`,
  },
  dataUnreachable: {
    exitCode: 22,
    en: (f) =>
      `PostgreSQL runs as the user ${f['user']}, who may not enter the data folder ${f['folder']}: choose a folder outside private ones with LEITAI_DATA, or leave it unset.`,
    zh: (f) =>
      `PostgreSQL 以用户 ${f['user']} 运行，该用户无法进入数据目录 ${f['folder']}：请用 LEITAI_DATA 选择其他位置，或不设置该变量。`,
  },
  diskFull: {
    exitCode: 23,
    en: (f) => `The disk that holds ${f['folder']} is full: free some space and start again.`,
    zh: (f) => `${f['folder']} 所在磁盘已满：请清理空间后重新启动。`,
  },
  otherMajor: {
    exitCode: 24,
    en: (f) =>
      `The data in ${f['folder']} was written by PostgreSQL ${f['found']}, this Leitai brings ${f['ours']}: make a backup with the Leitai that wrote it and restore that here (docs/operating.md, Upgrading).`,
    zh: (f) =>
      `${f['folder']} 中的数据由 PostgreSQL ${f['found']} 写入，本版本自带 ${f['ours']}：请用原版本备份，再在此恢复（见 docs/operating.md）。`,
  },
  dataBroken: {
    exitCode: 25,
    en: (f) =>
      `The data in ${f['folder']} is damaged or is not a database (${f['why']}): restore the last backup into a new folder.`,
    zh: (f) => `${f['folder']} 中的数据已损坏或不是数据库（${f['why']}）：请把最近的备份恢复到新目录。`,
  },
  dataOwner: {
    exitCode: 26,
    en: (f) => `The data folder ${f['folder']} belongs to another user: start as that user, or as root.`,
    zh: (f) => `数据目录 ${f['folder']} 属于另一用户：请以该用户或 root 启动。`,
  },
  noBinaries: {
    exitCode: 30,
    en: (f) =>
      `There is no embedded PostgreSQL for ${f['platform']}: install PostgreSQL 18 yourself and give its address in DATABASE_URL.`,
    zh: (f) =>
      `没有适用于 ${f['platform']} 的内置 PostgreSQL：请自行安装 PostgreSQL 18 并设置 DATABASE_URL。`,
  },
  binariesBroken: {
    exitCode: 31,
    en: (f) =>
      `The embedded PostgreSQL does not run on this machine (${f['why']}): delete node_modules and start again, or give another PostgreSQL in DATABASE_URL.`,
    zh: (f) =>
      `内置 PostgreSQL 无法在本机运行（${f['why']}）：请删除 node_modules 后重新启动，或用 DATABASE_URL 指定其他 PostgreSQL。`,
  },
  noUser: {
    exitCode: 32,
    en: () =>
      'PostgreSQL refuses to run as root, there is no user postgres, leitai or nobody, and none could be made: run "useradd --system leitai", or start Leitai as a normal user.',
    zh: () =>
      'PostgreSQL 不能以 root 运行，而系统中没有 postgres、leitai 或 nobody 用户，也无法创建：请执行 useradd --system leitai，或以普通用户启动擂台。',
  },
  postgresFailed: {
    exitCode: 33,
    en: (f) => `PostgreSQL did not start (${f['why']}); its log is ${f['log']}.`,
    zh: (f) => `PostgreSQL 未能启动（${f['why']}）；日志见 ${f['log']}。`,
  },
  postgresDied: {
    exitCode: 34,
    en: (f) =>
      `PostgreSQL ended while Leitai was running; nothing acknowledged is lost. Start again; its log is ${f['log']}.`,
    zh: (f) => `运行中 PostgreSQL 意外结束；已确认的数据不会丢失。请重新启动；日志见 ${f['log']}。`,
  },
  databaseUnreachable: {
    exitCode: 40,
    en: (f) => `The database in DATABASE_URL does not answer (${f['why']}).`,
    zh: (f) => `DATABASE_URL 所指数据库无法连接（${f['why']}）。`,
  },
  databaseNewer: {
    exitCode: 41,
    en: (f) =>
      `The database was last used by a newer Leitai (it has ${f['names']}): update this one, nothing was changed.`,
    zh: (f) => `数据库曾由更新版本的擂台使用（含 ${f['names']}）：请升级本程序，数据未作任何改动。`,
  },
  databaseOld: {
    exitCode: 42,
    en: (f) => `The database in DATABASE_URL is PostgreSQL ${f['found']}: Leitai needs 16 or later.`,
    zh: (f) => `DATABASE_URL 所指数据库为 PostgreSQL ${f['found']}：擂台需要 16 或更高版本。`,
  },
  migrationFailed: {
    exitCode: 43,
    en: (f) => `The database could not be brought up to date (${f['why']}); it is as it was before.`,
    zh: (f) => `数据库升级失败（${f['why']}）；数据保持原样。`,
  },
  databaseNew: {
    exitCode: 44,
    en: (f) => `There is no Leitai data in ${f['place']} yet: npm start makes it, restore loads a backup.`,
    zh: (f) => `${f['place']} 中尚无擂台数据：请先执行 npm start，或用 restore 恢复备份。`,
  },
  databaseForgets: {
    exitCode: 45,
    en: (f) =>
      `The database in DATABASE_URL may lose what it has stored (${f['setting']} is off): set ${f['setting']} = on in its postgresql.conf, or on the database or user if it is set there.`,
    zh: (f) =>
      `DATABASE_URL 所指数据库可能丢失已保存的数据（${f['setting']} 为 off）：请在 postgresql.conf 中（若设于数据库或用户上，则在该处）改为 ${f['setting']} = on。`,
  },
  fileExists: {
    exitCode: 60,
    en: (f) => `${f['file']} exists already and is left as it is: choose another name.`,
    zh: (f) => `${f['file']} 已存在，未作改动：请换一个文件名。`,
  },
  fileUnwritable: {
    exitCode: 61,
    en: (f) => `${f['file']} cannot be written (${f['why']}).`,
    zh: (f) => `${f['file']} 无法写入（${f['why']}）。`,
  },
  fileUnreadable: {
    exitCode: 62,
    en: (f) => `${f['file']} cannot be read (${f['why']}); nothing was changed.`,
    zh: (f) => `${f['file']} 无法读取（${f['why']}）；数据未作任何改动。`,
  },
  notEmpty: {
    exitCode: 63,
    en: (f) =>
      `The database holds data already (table ${f['table']}): restore into an empty one, for example LEITAI_DATA=/path/to/new/folder; nothing was changed.`,
    zh: (f) =>
      `数据库中已有数据（表 ${f['table']}）：请恢复到空数据库，例如 LEITAI_DATA=/新目录；数据未作任何改动。`,
  },
} as const satisfies Record<string, Kind>;

export type FaultCode = keyof typeof KINDS;

/** Why the house cannot start: one sentence in English and one in Chinese, and the process's exit code. */
export class StartFault extends Error {
  readonly code: FaultCode;
  readonly exitCode: number;
  readonly sentence: string;

  constructor(code: FaultCode, facts: Facts = {}) {
    const kind: Kind = KINDS[code];
    const sentence = `${kind.en(facts)}\n${kind.zh(facts)}`;
    super(sentence);
    this.name = 'StartFault';
    this.code = code;
    this.exitCode = kind.exitCode;
    this.sentence = sentence;
  }
}

/** Exit code of every fault, for the table in docs/operating.md. */
export const exitCodes: Readonly<Record<FaultCode, number>> = Object.fromEntries(
  Object.entries(KINDS).map(([code, kind]) => [code, kind.exitCode]),
) as Record<FaultCode, number>;
