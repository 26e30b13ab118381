import { shanghaiTime } from '@leitai/rules';
import type { LedgerReason, PauseReason, PressRecord, Protest } from '@leitai/rules/show';

/** What sheets on paper and in Excel say: they are signed and filed in Chinese. */
export const REASONS: Readonly<Record<LedgerReason, string>> = {
  base: '基础分',
  right: '答对',
  wrong: '答错',
  late: '超时',
  foul: '抢答犯规',
  help: '提示违规',
  word: '猜词或速答',
  hits: '视频找点',
  steal: '接答',
  adjust: '裁判加减分',
  reversal: '冲正',
};

export const VERDICTS: Readonly<Record<PressRecord['verdict'], string>> = {
  first: '抢到',
  notFirst: '未抢到',
  tied: '并列',
  foul: '犯规',
  gathered: '未判定',
  test: '试按',
};

export const BASES: Readonly<Record<PressRecord['basis'], string>> = {
  arrival: '收到的先后',
  claimed: '按下时刻（已补偿）',
  fallback: '收到时刻（未补偿）',
};

export const PAUSES: Readonly<Record<PauseReason, string>> = {
  break: '休息',
  equipmentFault: '设备故障',
  protest: '处理异议',
  other: '其他',
};

export const PROTESTS: Readonly<Record<NonNullable<Protest['ruling']>['verdict'], string>> = {
  upheld: '成立',
  dismissed: '不成立',
};

/** `2025-11-06 14:03:09`, Shanghai. */
export const moment = (ms: number): string => shanghaiTime(ms).replace('T', ' ');

export const inputName = (input: string | null): string => input ?? '手机';

/** Milliseconds to one place. */
export const tenths = (ms: number): number => Math.round(ms * 10) / 10;

/** Minutes to one place. */
export const minutes = (ms: number): number => Math.round(ms / 6_000) / 10;
