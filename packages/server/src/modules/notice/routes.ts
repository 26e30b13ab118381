import type { HandlersOf } from '../../platform/http/handler.ts';
import type { Platform } from '../../platform/platform.ts';
import { finaliseResult } from './finaliseResult.ts';
import { postNotice } from './postNotice.ts';

export function noticeRoutes(platform: Platform): HandlersOf<'result.post' | 'result.finalise'> {
  return {
    'result.post': ({ params, body, staff }) =>
      postNotice(platform, params.contestId, body.contact, staff.username),
    'result.finalise': ({ params, staff }) => finaliseResult(platform, params.contestId, staff.username),
  };
}
