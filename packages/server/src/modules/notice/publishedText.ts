import { findPersonalData, refuse, type Refusal } from '@leitai/rules';
import type { Notice, StoredResult } from '../awards/index.ts';
import type { ContestRow } from '../contest/index.ts';

/** Everything a posted result shows, by the field it stands in. */
function* texts(
  contest: ContestRow,
  { standings, awards }: StoredResult,
  notice: Notice,
): Iterable<[string, string]> {
  yield ['title', notice.title];
  yield ['postedBy', notice.postedBy];
  yield ['season', contest.seasonTitle];
  yield ['settings.notice.shorterReason', contest.settings?.notice.shorterReason ?? ''];
  for (const stage of contest.settings?.stages ?? []) yield ['stages', stage.name];
  for (const [i, line] of standings.entries()) {
    yield [`standings[${i}].name`, line.name];
    yield [`standings[${i}].unitName`, line.unitName];
  }
  for (const [i, line] of awards.entries()) {
    yield [`awards[${i}].tier`, line.tier];
    for (const member of line.members) yield [`awards[${i}].members`, member];
  }
}

/**
 * `notice.personalData {field, kind}` when what is about to be published holds an ID number or a mobile number
 * (DP-24); the number itself is not repeated. The office's own contact may be a mobile, never an ID number.
 */
export function personalDataRefusal(
  contest: ContestRow,
  result: StoredResult,
  notice: Notice,
): { ok: false; refusal: Refusal } | null {
  for (const [field, text] of texts(contest, result, notice)) {
    const [found] = findPersonalData(text);
    if (found !== undefined) return refuse('notice.personalData', { field, kind: found.kind });
  }
  for (const [field, text] of Object.entries(notice.contact)) {
    const found = findPersonalData(text).find(({ kind }) => kind === 'idNumber');
    if (found !== undefined)
      return refuse('notice.personalData', { field: `contact.${field}`, kind: found.kind });
  }
  return null;
}
