import { createHash } from 'node:crypto';
import { ok, refuse, type Result } from '@leitai/rules';
import { timeline, type ShowEvent, type ShowState, type Timeline } from '@leitai/rules/show';
import { audit, canonical } from '../../platform/audit.ts';
import type { FileReply, HandlersOf, Staff } from '../../platform/http/handler.ts';
import { originOf } from '../../platform/http/origin.ts';
import { pdfOf } from '../../platform/pdf/document.ts';
import { A4, Paper } from '../../platform/pdf/paper.ts';
import type { Platform } from '../../platform/platform.ts';
import { readContest } from '../contest/index.ts';
import { moment } from './chinese.ts';
import { drawResult } from './drawResult.ts';
import { drawTest } from './drawTest.ts';
import { isReplayKey, replayPath } from './links.ts';
import { presentReplay } from './present.ts';
import type { Show, Shows } from './shows.ts';
import { readEvents, readStored } from './store.ts';
import { writeLedger } from './writeLedger.ts';

type Names = 'show.replay' | 'show.ledger' | 'show.result' | 'show.testSheet';

/** What remains of a show: the replay, the ledger, and the sheets to sign. */
export function afterShowRoutes(platform: Platform, shows: Shows): HandlersOf<Names> {
  const { db, clock, secrets } = platform;
  /** Anyone with the address may ask again and again; a state is told once. */
  const told = new WeakMap<ShowState, Timeline>();

  const eventsOf = async (stageId: string, { seq }: ShowState): Promise<ShowEvent[]> =>
    (await readEvents(db, stageId, 0)).slice(0, seq).map(({ event }) => event);

  /** DP-24: who took which file out, and when. */
  const exported = (show: Show, staff: Staff, file: string): Promise<void> =>
    db.transaction().execute((tx) =>
      audit(tx, clock.now(), {
        actor: staff.username,
        action: 'show.export',
        object: `stage:${show.stage.id}`,
        unitPath: show.stage.unitPath,
        detail: { file },
      }),
    );

  const sheet = async (
    { stage }: Show,
    staff: Staff,
    title: string,
    draw: (paper: Paper, unitName: string) => void,
  ): Promise<Result<FileReply>> => {
    const contest = await readContest(db, stage.contestId);
    if (contest === undefined) return refuse('notFound');
    const bytes = await pdfOf({ title, size: A4, numbered: true }, (doc) => {
      const paper = new Paper(doc);
      draw(paper, contest.unitName);
      paper.foot(`${title}　${staff.username} 打印于 ${moment(clock.now())}`);
    });
    return ok({ fileName: `${title}.pdf`, bytes });
  };

  return {
    'show.replay': async ({ params, query }) => {
      const show = await shows.get(params.stageId);
      if (show === null || !isReplayKey(secrets.screen, show.stage.id, query.key ?? ''))
        return refuse('notFound');
      const state = await show.owner.load();
      if (state.phase !== 'finished') return refuse('show.notFinished', { phase: state.phase });
      let story = told.get(state);
      if (story === undefined) {
        story = timeline(state.config, await eventsOf(show.stage.id, state));
        told.set(state, story);
      }
      return ok(presentReplay(story));
    },
    'show.ledger': async ({ params, staff }) => {
      const show = await shows.get(params.stageId);
      if (show === null) return refuse('notFound');
      const state = await show.owner.load();
      const bytes = await writeLedger(state, staff.username, clock.now());
      await exported(show, staff, 'ledger.xlsx');
      return ok({ fileName: `${state.config.name}-得分明细.xlsx`, bytes });
    },
    'show.result': async ({ params, staff, request }) => {
      const show = await shows.get(params.stageId);
      if (show === null) return refuse('notFound');
      const state = await show.owner.load();
      if (state.phase !== 'finished') return refuse('show.notFinished', { phase: state.phase });
      const origin = originOf(platform, request);
      if (!origin.ok) return origin;
      const events = await eventsOf(show.stage.id, state);
      const digest = logDigest(await readStored(db, show.stage.id, state.seq));
      const made = await sheet(show, staff, `${state.config.name} 成绩确认单`, (paper, unitName) =>
        drawResult(paper, {
          state,
          unitName,
          startedAt: events.find(({ type }) => type === 'started')?.at ?? null,
          endedAt: events.findLast(({ type }) => type === 'finished')?.at ?? null,
          events: events.length,
          digest,
          replay: `${origin.value}${replayPath(secrets.screen, show.stage.id)}`,
        }),
      );
      if (made.ok) await exported(show, staff, 'result.pdf');
      return made;
    },
    'show.testSheet': async ({ params, staff }) => {
      const show = await shows.get(params.stageId);
      if (show === null) return refuse('notFound');
      const state = await show.owner.load();
      const made = await sheet(show, staff, `${state.config.name} 抢答器试按记录`, (paper, unitName) =>
        drawTest(paper, state, unitName),
      );
      if (made.ok) await exported(show, staff, 'test-sheet.pdf');
      return made;
    },
  };
}

/** SHA-256, hex, over the events as JSON with sorted keys, one a line (docs/record.md). */
const logDigest = (events: readonly unknown[]): string =>
  createHash('sha256')
    .update(events.map((event) => `${JSON.stringify(canonical(event))}\n`).join(''))
    .digest('hex');
