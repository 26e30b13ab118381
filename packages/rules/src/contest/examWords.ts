import { add, multiply, type Words } from '../kernel/index.ts';
import type { BankTitles } from './types.ts';
import type { DrawRule, ExamSettings, MultipleRule, QuestionType } from '../exam/types.ts';

const TYPES = {
  single: { zh: '单项选择题', en: 'single-choice questions' },
  multiple: { zh: '多项选择题', en: 'multiple-choice questions' },
  trueFalse: { zh: '判断题', en: 'true-or-false questions' },
} as const satisfies Record<QuestionType, Words>;

const MULTIPLE = {
  allOrNothing: {
    zh: '多项选择题全部选对得分，少选、错选均不得分。',
    en: 'Multiple choice: all right options and no other score; anything else scores nothing.',
  },
  fewerHalf: {
    zh: '多项选择题全部选对得满分，少选且无错选得一半分，有错选不得分。',
    en: 'Multiple choice: all right options score in full, fewer score half, any wrong option scores nothing.',
  },
  halfPointPerRight: {
    zh: '多项选择题全部选对得满分，少选且无错选的每选对一项得0.5分（不超过该题分值），有错选不得分。',
    en: 'Multiple choice: all right options score in full, fewer score 0.5 each (at most the full points), any wrong option scores nothing.',
  },
} as const satisfies Record<MultipleRule, Words>;

/** 90 → `1分30秒`, `1 min 30 s`. */
function duration(seconds: number): Words {
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  const zh = `${minutes === 0 ? '' : `${minutes}分${rest === 0 ? '钟' : ''}`}${rest === 0 ? '' : `${rest}秒`}`;
  const en = [minutes === 0 ? '' : `${minutes} min`, rest === 0 ? '' : `${rest} s`].filter(Boolean).join(' ');
  return { zh, en };
}

function drawWords({ bank, count, type, chapter, points }: DrawRule, banks: BankTitles): Words {
  const title = banks[bank] ?? bank;
  const kind = type === undefined ? { zh: '试题', en: 'questions' } : TYPES[type];
  const part =
    chapter === undefined ? { zh: '', en: '' } : { zh: `“${chapter}”部分`, en: `, chapter "${chapter}"` };
  return {
    zh: `从题库“${title}”${part.zh}抽取${kind.zh}${count}道，每道${points}分。`,
    en: `${count} ${kind.en} from the bank "${title}"${part.en}, ${points} points each.`,
  };
}

const shuffled = ({ shuffleQuestions, shuffleOptions }: ExamSettings): Words => ({
  zh: `试题顺序${shuffleQuestions ? '随机排列' : '按题库顺序'}，选项顺序${shuffleOptions ? '随机排列' : '按题库顺序'}。`,
  en: `Questions come in ${shuffleQuestions ? 'random' : "the bank's"} order, options in ${shuffleOptions ? 'random' : "the bank's"} order.`,
});

function lateWords({ lateMin }: ExamSettings): Words {
  if (lateMin === undefined || lateMin === null)
    return {
      zh: '在开放时间内均可开始作答。',
      en: 'A paper may be started at any time in the window.',
    };
  return lateMin === 0
    ? {
        zh: '规定的开考时间一到即停止入场，迟到的不得参加考试。',
        en: 'Nobody is let in after the scheduled start.',
      }
    : {
        zh: `规定的开考时间${lateMin}分钟后停止入场，迟到超过${lateMin}分钟的不得参加考试。`,
        en: `Nobody is let in later than ${lateMin} min after the scheduled start.`,
      };
}

/** The lines of a rule sheet on one exam (SK-6B, OQ-10…12). */
export function examLines(exam: ExamSettings, banks: BankTitles): Words[] {
  const full = add(...exam.draws.map(({ count, points }) => multiply(String(count), points)));
  const time = duration(exam.durationSec);
  return [
    {
      zh: `采用线上答题方式，满分${full}分，限时${time.zh}，以服务器时间为准；截止时未交卷的自动交卷。`,
      en: `Answered on line; full marks ${full}; time ${time.en} by the server's clock; open papers are handed in at the end.`,
    },
    ...exam.draws.map((rule) => drawWords(rule, banks)),
    MULTIPLE[exam.multiple],
    shuffled(exam),
    lateWords(exam),
  ];
}
