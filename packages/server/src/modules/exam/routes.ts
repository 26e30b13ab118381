import { ok } from '@leitai/rules';
import type { HandlersOf } from '../../platform/http/handler.ts';
import { entrantCookie, openTicket } from '../entry/index.ts';
import { closeStage } from './closeStage.ts';
import { entrantHome } from './entrantHome.ts';
import type { ExamDesk } from './examDesk.ts';
import { monitorStage } from './monitorStage.ts';
import { openStage } from './openStage.ts';
import { reviewAttempt } from './reviewAttempt.ts';
import { saveAnswer } from './saveAnswer.ts';
import { startAttempt } from './startAttempt.ts';
import { submitAttempt } from './submitAttempt.ts';

export type ExamHandlers = HandlersOf<
  | 'entrant.enter'
  | 'entrant.home'
  | 'exam.start'
  | 'exam.save'
  | 'exam.submit'
  | 'exam.review'
  | 'exam.monitor'
  | 'stage.open'
  | 'stage.close'
>;

export function examRoutes(desk: ExamDesk): ExamHandlers {
  const { clock } = desk.platform;
  return {
    'entrant.enter': async ({ body, setCookie }) => {
      const opened = await openTicket(desk.platform, body.ticket);
      if (!opened.ok) return opened;
      const home = await entrantHome(desk, opened.value);
      if (home.ok) setCookie(entrantCookie(desk.platform, opened.value));
      return home;
    },
    'entrant.home': ({ entrant }) => entrantHome(desk, entrant),
    'exam.start': ({ entrant, params }) => startAttempt(desk, entrant, params.stageId),
    'exam.save': async ({ entrant, params, body }) => {
      const saved = await saveAnswer(desk, entrant.entrantId, params.attemptId, body, clock.now());
      return saved.ok ? ok({ no: body.no, revision: body.revision, serverNow: clock.now() }) : saved;
    },
    'exam.submit': ({ entrant, params }) => submitAttempt(desk, entrant.entrantId, params.attemptId),
    'exam.review': ({ entrant, params }) => reviewAttempt(desk, entrant, params.stageId),
    'exam.monitor': ({ params }) => monitorStage(desk, params.stageId),
    'stage.open': ({ params, body, staff }) => openStage(desk, params.stageId, body, staff.username),
    'stage.close': ({ params, staff }) => closeStage(desk, params.stageId, staff.username),
  };
}
