import { ok, refuse } from '@leitai/rules';
import type { HandlersOf } from '../../platform/http/handler.ts';
import type { Platform } from '../../platform/platform.ts';
import { readStage } from '../contest/index.ts';
import { confirmCut } from './confirmCut.ts';
import { readField } from './field.ts';
import { presentStanding } from './present.ts';
import { previewCut } from './previewCut.ts';
import { stageStanding } from './stageStanding.ts';

type Names = 'standings.get' | 'cut.preview' | 'cut.confirm';

export function standingsRoutes(platform: Platform): HandlersOf<Names> {
  const { db } = platform;
  return {
    'standings.get': async ({ params }) => {
      const stage = await readStage(db, params.stageId);
      if (stage === undefined) return refuse('notFound');
      const field = await readField(db, stage.contestId);
      const { rows, marks } = await stageStanding(db, stage, field);
      const stillOpen = stage.status === 'planned' || stage.status === 'open';
      return ok({ rows: presentStanding(rows, marks, field), stillOpen });
    },
    'cut.preview': ({ params }) => previewCut(db, params.stageId),
    'cut.confirm': ({ params, body, staff }) =>
      confirmCut(platform, params.stageId, body.fingerprint, staff.username),
  };
}
