import { nextResultState, noticeEnd, ok, refuse, shanghaiTime, type Result } from '@leitai/rules';
import { audit } from '../../platform/audit.ts';
import type { Platform } from '../../platform/platform.ts';
import { currentResult, presentStored, setNoticed, type Notice, type View } from '../awards/index.ts';
import { lockContest } from '../contest/index.ts';
import { holidayYears } from './holidays.ts';
import { personalDataRefusal } from './publishedText.ts';

export type Contact = Notice['contact'];

/**
 * Posts the public notice of a sealed result (SE-30…35); from here on the public sees it. Posting again answers the
 * notice that runs. Refuses `result.notSealed` (also when marks have changed since), `notice.contactMissing {field}`,
 * `notice.calendarUnknown {year}`, `notice.personalData {field, kind}`.
 */
export async function postNotice(
  { db, clock }: Platform,
  contestId: string,
  contact: Contact,
  actor: string,
): Promise<Result<View>> {
  const missing = (['phone', 'mail', 'address'] as const).find((field) => contact[field].trim() === '');
  if (missing !== undefined) return refuse('notice.contactMissing', { field: missing });
  return db.transaction().execute(async (tx) => {
    const contest = await lockContest(tx, contestId);
    if (contest === undefined) return refuse('notFound');
    const { computed, stored, life } = await currentResult(tx, contest);
    const now = clock.now();
    if (stored !== undefined && life.state === 'noticed')
      return ok(presentStored(stored, computed.lots, now));
    if (stored === undefined || contest.settings === null || life.state !== 'sealed')
      return refuse('result.notSealed', { state: life.state });

    const end = noticeEnd(contest.settings.notice, shanghaiTime(now), holidayYears());
    if (!end.ok) return end;
    const { firstDay, lastDay, days } = end.value;
    const next = nextResultState(life, { kind: 'post', lastDay });
    if (!next.ok) return next;
    const notice: Notice = {
      title: `《${contest.title}》结果公示`,
      postedAt: now,
      firstDay,
      lastDay,
      days: [...days],
      contact: {
        phone: contact.phone.trim(),
        mail: contact.mail.trim(),
        address: contact.address.trim(),
      },
      postedBy: contest.unitName,
    };
    const refusal = personalDataRefusal(contest, stored, notice);
    if (refusal !== null) return refusal;

    await setNoticed(tx, contestId, stored.version, notice);
    await audit(tx, now, {
      actor,
      action: 'result.post',
      object: `contest:${contestId}`,
      unitPath: contest.unitPath,
      detail: { version: stored.version, notice },
    });
    return ok(presentStored({ ...stored, state: 'noticed', notice }, computed.lots, now));
  });
}
