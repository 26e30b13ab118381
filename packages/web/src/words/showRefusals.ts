import type { ShowRefusal } from '@leitai/rules/show';
import { language } from './language.ts';
import { fill, refusalWords } from './words.ts';

/** Words of the show's refusals; kept apart, as only live surfaces need them. */
const texts: Record<ShowRefusal, readonly [zh: string, en: string]> = {
  'show.console.none': ['请先接管主持台', 'Please take the console first'],
  'show.console.replaced': ['主持台已在另一处打开', 'The console is open elsewhere'],
  'show.stale': ['现场已有变化，请再看一眼后操作', 'The stage has moved on. Please look again'],
  'show.notStarted': ['比赛尚未开始', 'The show has not started'],
  'show.alreadyStarted': ['比赛已经开始', 'The show has started'],
  'show.finished': ['比赛已经结束', 'The show has ended'],
  'show.paused': ['比赛暂停中', 'The show is paused'],
  'show.notPaused': ['比赛没有暂停', 'The show is not paused'],
  'show.notNow': ['现在不能这样操作', 'Not possible now'],
  'show.tables.missing': ['请先抽取台号', 'Please draw the tables first'],
  'show.tables.fixed': ['台号已经确定', 'The tables are fixed'],
  'show.round.unknown': ['没有这一轮', 'There is no such round'],
  'show.round.running': ['本轮尚未结束', 'The round is still running'],
  'show.round.none': ['请先开始一轮', 'Please start a round first'],
  'show.round.played': ['这一轮已经比过', 'This round has been played'],
  'show.roundsLeft': ['还有未进行的轮次', 'There are rounds left'],
  'show.question.running': ['本题尚未结束', 'The question is still running'],
  'show.question.none': ['台上没有题目', 'There is no question on stage'],
  'show.question.noMore': ['本轮题目已用完', 'No questions are left in this round'],
  'show.notOpen': ['还没有宣布开始', 'Not open yet'],
  'show.tooLate': ['抢答已经结束', 'Too late'],
  'show.alreadyPressed': ['已经按过', 'Already pressed'],
  'show.wrongQuestion': ['题目已换，这次按下不计', 'The question has changed; this press does not count'],
  'show.notYourTurn': ['现在不是本队的回合', 'It is not your turn'],
  'show.excluded': ['本题不能再抢', 'Out of this question'],
  'show.stranger': ['本队不在这场比赛中', 'This team is not in the show'],
  'show.risk.unknownValue': ['没有这个分值', 'There is no such value'],
  'show.risk.usedUp': ['这个分值的题目已用完', 'No questions of this value are left'],
  'show.risk.declineForbidden': ['本轮不得弃选', 'Declining is not allowed in this round'],
  'show.ruling.wrongKind': ['本轮不用这种裁定', 'This ruling does not fit the round'],
  'show.help.allowed': ['本轮允许队友补充', 'Help is allowed in this round'],
  'show.word.stale': ['这个词已经裁定', 'This word has been ruled'],
  'show.word.noPassLeft': ['跳过次数已用完', 'No passes are left'],
  'show.hits.unknown': ['勾选与清单不符', 'The marks do not fit the list'],
  'show.reasonMissing': ['请填写原因', 'Please give a reason'],
  'show.notDecimal': ['请填写数字', 'Please enter a number'],
  'show.delta.zero': ['分数不能为 0', 'The points must not be 0'],
  'show.ledger.unknown': ['没有这一行', 'There is no such row'],
  'show.ledger.alreadyReversed': ['这一行已经冲正', 'This row has been reversed'],
  'show.ledger.fixed': ['基础分不能冲正', 'Base scores cannot be reversed'],
  'show.undo.nothing': ['没有可撤销的操作', 'There is nothing to undo'],
  'show.clock.gone': ['计时已经结束', 'The clock is gone'],
  'show.clock.running': ['正在计时', 'The clock is running'],
  'show.decider.off': ['本场不设加赛', 'There is no decider in this show'],
  'show.decider.notTied': ['这些队没有并列', 'These teams are not tied'],
};

export function showRefusal(code: string, facts: object = {}): string {
  const known = (texts as Readonly<Record<string, readonly [string, string] | undefined>>)[code];
  if (known === undefined) return refusalWords(code, facts as Record<string, unknown>);
  return fill(known[language() === 'zh' ? 0 : 1], facts as Record<string, unknown>);
}
