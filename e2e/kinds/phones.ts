import { mandatoryDefault } from '@leitai/rules/show';
import { it } from 'vitest';
import { picture } from '../support/browser.ts';
import { question, type Halls } from './hall.ts';

/** What happens to a team's phone beside the questions. */
export function phones(halls: Halls): void {
  it('QZ-37 loaded again before the start it comes in by itself; it says when it may go dark', async () => {
    const hall = await halls.open(2, {
      rounds: [{ ...mandatoryDefault, turnsPerTeam: 1, questions: [question('m1'), question('m2')] }],
    });
    const [waiting, dark] = [hall.phone(1), hall.phone(2)];
    await waiting.reload();
    await waiting.getByRole('button', { name: '进入比赛现场' }).waitFor();
    // As over plain http://, where browsers have no wake lock.
    await dark.addInitScript(() => {
      Object.defineProperty(Navigator.prototype, 'wakeLock', { get: () => undefined });
    });
    await dark.reload();
    await dark.getByRole('button', { name: '进入比赛现场' }).click();
    await dark.getByText('自动锁屏调到最长').waitFor();
    await picture(dark, 'may-go-dark');
    await hall.next('比赛开始', '开始：', '出示第一题');
    await waiting.locator('.team-phone').waitFor();
    await hall.onPhone(1, '请准备');
    await dark.getByText('自动锁屏调到最长').waitFor({ state: 'detached' });
  });
}
