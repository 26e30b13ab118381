import { PROTOCOL_VERSION, type ServerFrame } from '@leitai/contract';
import type { ShowConfig, SpectatorView } from '@leitai/rules/show';
import type { Client } from './house.ts';
import type { ShowContest } from './liveHouse.ts';
import { LivePage } from './livePage.ts';

type GuestFrame = Extract<ServerFrame, { t: 'guest' }>;

export interface GuestPage {
  readonly page: LivePage<SpectatorView>;
  readonly token: string;
  readonly code: string;
}

/** A phone of the audience that takes part; `token` is what it was given at an earlier visit. */
export async function guestPage(url: string, stageId: string, token = ''): Promise<GuestPage> {
  const page = await LivePage.open<SpectatorView>(url, `show=${stageId}&as=audience`);
  page.send({ t: 'hello', v: PROTOCOL_VERSION, guest: token });
  const named = (): GuestFrame | undefined =>
    page.frames.find((frame): frame is GuestFrame => frame.t === 'guest');
  await page.until(() => true);
  for (let waited = 0; named() === undefined && waited < 5_000; waited += 5)
    await new Promise((resolve) => setTimeout(resolve, 5));
  const frame = named();
  if (frame === undefined) throw new Error('the phone was not given a code');
  return { page, token: frame.token, code: frame.code };
}

/** Makes a show of one round for the audience, its teams listed; the right option is the last of four. */
export async function audienceShow(organizer: Client, show: ShowContest, questions = 3): Promise<ShowConfig> {
  const params = { stageId: show.stageId };
  const { body } = await organizer.call('show.get', { params });
  const config = body.config as unknown as ShowConfig;
  const round = {
    kind: 'audience',
    id: 'audience',
    title: '观众题',
    practice: false,
    eliminate: 0,
    timeLimitSec: null,
    questions: Array.from({ length: questions }, (_, i) => ({
      id: `a${i + 1}`,
      stem: `观众题 ${i + 1}`,
      options: ['甲', '乙', '丙', `丁 ${i + 1}`],
      answer: `丁 ${i + 1}`,
      explanation: `解析机密 ${i + 1}`,
    })),
  };
  const next = { ...config, tableOrder: 'listed', rounds: [round], decider: { rule: 'none' } };
  const updated = await organizer.call('show.update', { params, body: { config: next } });
  if (updated.status !== 200) throw new Error(JSON.stringify(updated.body));
  return updated.body.config as unknown as ShowConfig;
}
