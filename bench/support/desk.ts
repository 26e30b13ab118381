// The host's desk in a process of its own: takes the console, brings the first question on stage, then pauses and resumes.
import { act, hostPage, playShow, type LivePage } from '@leitai/testkit';
import type { HostView } from '@leitai/rules/show';
import { pause } from './stage.ts';

interface Ask {
  readonly url?: string;
  readonly stageId?: string;
  readonly cookie?: string;
  readonly changes?: number;
  readonly gapMs?: number;
}

let host: LivePage<HostView> | undefined;
process.on('message', async ({ url, stageId, cookie, changes = 0, gapMs = 0 }: Ask) => {
  if (url !== undefined) {
    host = await hostPage(url, stageId!, cookie!);
    await playShow(host, new Map(), { until: ({ phase }) => phase === 'reading' });
  }
  for (let i = 0; i < changes; i += 1) {
    await act(host!, host!.view!.paused ? { type: 'resume' } : { type: 'pause', reason: 'break' });
    await pause(gapMs);
  }
  process.send!('done');
});
