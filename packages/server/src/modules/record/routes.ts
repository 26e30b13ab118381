import { ok } from '@leitai/rules';
import type { HandlersOf } from '../../platform/http/handler.ts';
import type { Platform } from '../../platform/platform.ts';
import { exportRecord } from './exportRecord.ts';

export function recordRoutes(platform: Platform): HandlersOf<'contest.export'> {
  return {
    'contest.export': async ({ params, staff }) => {
      const record = await exportRecord(platform, params.contestId, staff.username);
      if (!record.ok) return record;
      const bytes = Buffer.from(`${JSON.stringify(record.value, null, 1)}\n`);
      return ok({ fileName: `${record.value.contest.code}.record.json`, bytes });
    },
  };
}
