import { readArguments } from '../platform/config.ts';
import { StartFault } from '../platform/fault.ts';
import type { Command } from './command.ts';

/** Every command, with what it does in one line; its file is loaded when it is called. */
const COMMANDS: Readonly<Record<string, readonly [text: string, load: () => Promise<{ command: Command }>]>> =
  {
    serve: ['start everything and serve (npm start) 启动', () => import('./serve.ts')],
    backup: ['write all data to one file 备份', () => import('./backup.ts')],
    restore: ['load a backup into an empty database 恢复', () => import('./restore.ts')],
    import: ['load a season folder 导入赛季目录', () => import('./import.ts')],
    export: ['write the record of a contest to a file 导出竞赛档案', () => import('./export.ts')],
    verify: ['compute a contest again from its record 复算竞赛档案', () => import('./verify.ts')],
    audit: ['verify the hash chain of the audit 校验审计链', () => import('./audit.ts')],
    doctor: ['say what is wrong with this machine 诊断', () => import('./doctor.ts')],
    openapi: ['rewrite packages/contract/openapi.json', () => import('./openapi.ts')],
    schema: ['rewrite the database types from the migrations', () => import('./schema.ts')],
    bench: ['run bench/NAME.ts 性能测量', () => import('./bench.ts')],
  };

function help(): string {
  const lines = Object.entries(COMMANDS).map(([name, [text]]) => `  ${name.padEnd(9)} ${text}`);
  return `Usage 用法: npm run leitai -- COMMAND\n\n${lines.join('\n')}\n\nDetails: docs/operating.md`;
}

async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help') {
    console.log(help());
    return name === undefined ? 2 : 0;
  }
  const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (entry === undefined) {
    console.error(`There is no command ${name}. 没有命令 ${name}。\n\n${help()}`);
    return 2;
  }
  const { command } = await entry[1]();
  return command.run(readArguments(args, command.flags, command.words));
}

// A reader that goes away (`npm start | head`) must not take the house with it.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof StartFault) {
    console.error(`\n${error.sentence}`);
    process.exitCode = error.exitCode;
  } else {
    console.error(error);
    process.exitCode = 1;
  }
}
// Whatever still holds the loop open has been closed or is not worth waiting for.
process.exit();
