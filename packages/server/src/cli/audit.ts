import { checkChain, type ChainReport } from '../platform/auditChain.ts';
import { HOUSE_FLAGS, readConfig } from '../platform/config.ts';
import { counted, say, type Command } from './command.ts';
import { withDatabase } from './house.ts';

const WHY = {
  missing: ['a record before it was taken out', '之前有记录被删除'],
  link: ['it does not continue the record before it', '与前一条记录不衔接'],
  content: ['its content was changed', '内容被改动'],
} as const;

/** What the audit chain looks like, in words. */
export function chainWords(report: ChainReport): string {
  if (report.whole) {
    return `The audit chain is whole: ${counted(report.rows, 'record')}, head ${report.head}. 审计链完整：${report.rows} 条。`;
  }
  const [english, chinese] = WHY[report.why];
  return `The audit chain is broken at record ${report.seq}: ${english}. 审计链在第 ${report.seq} 条处断裂：${chinese}。`;
}

export const command: Command = {
  words: [],
  flags: HOUSE_FLAGS,
  run: async (given) => {
    const report = await withDatabase(readConfig(process.env, given), ({ pool }) => checkChain(pool));
    say(chainWords(report));
    return report.whole ? 0 : 1;
  },
};
