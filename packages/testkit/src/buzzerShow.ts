import type { PressOrder, ShowConfig } from '@leitai/rules/show';
import type { Client } from './house.ts';
import type { ShowContest } from './liveHouse.ts';

/** Makes a show of one buzzer round (and a decider), its teams listed; `only: true` leaves it one question; `order` is the show's. */
export async function buzzerShow(
  organizer: Client,
  show: ShowContest,
  { only = false, order, ...change }: { only?: boolean; order?: PressOrder; [setting: string]: unknown } = {},
): Promise<ShowConfig> {
  const params = { stageId: show.stageId };
  const { body } = await organizer.call('show.get', { params });
  const config = body.config as unknown as ShowConfig;
  const question = (id: string) => ({
    id,
    stem: `题目 ${id}`,
    answer: `答案机密 ${id}`,
    explanation: `解析机密 ${id}`,
  });
  const buzzer = config.rounds.find(({ kind }) => kind === 'buzzer')!;
  const questions = only ? [question('q1')] : [question('q1'), question('q2'), question('q3')];
  const next = {
    ...config,
    tableOrder: 'listed',
    ...(order && { order }),
    rounds: [{ ...buzzer, ...change, questions }],
    decider: {
      rule: 'suddenDeath',
      round: {
        kind: 'decider',
        id: 'decider',
        title: '加赛题',
        timeLimitSec: 30,
        pressWindowSec: 15,
        startDelay: null,
        foul: 'void',
        points: '10',
        turnsPerTeam: 1,
        values: ['10', '20', '30'],
        practice: false,
        eliminate: 0,
        questions: [question('d1'), question('d2')],
      },
    },
  };
  const updated = await organizer.call('show.update', { params, body: { config: next } });
  if (updated.status !== 200) throw new Error(JSON.stringify(updated.body));
  return updated.body.config as unknown as ShowConfig;
}
