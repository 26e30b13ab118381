import { certificateNo, checkCertificateNo, noticeEnd, shanghaiDayEnd, shanghaiTime } from '@leitai/rules';
import { firstDifference } from './compare.ts';
import type { ContestRecord, RecordCertificate } from './format.ts';
import { fingerprint } from './hashes.ts';
import { cutAt, resultAt } from './rebuild.ts';

/** Every confirmed cut follows from the marks of its moment, and exactly those who advanced are in the next stage. */
export function* checkCuts(record: ContestRecord): Iterable<string> {
  for (const stage of record.stages) {
    const rule = stage.settings.cut;
    if (stage.cut === null) {
      const next = record.stages.find(({ ordinal }) => ordinal === stage.ordinal + 1);
      if (next !== undefined && next.entries.length > 0)
        yield `${next.name}: entries without a cut before it`;
      continue;
    }
    if (rule === undefined) {
      yield `${stage.name}: a cut without a rule`;
      continue;
    }
    const { rows, confirmedAt } = stage.cut;
    const difference = firstDifference(rows, cutAt(stage, rule, record, confirmedAt));
    if (difference !== null) yield `${stage.name}, rows.${difference}`;
    if (fingerprint(rows) !== stage.cut.fingerprint)
      yield `${stage.name}: the fingerprint is not of these rows`;
    const next = record.stages.find(({ ordinal }) => ordinal === stage.ordinal + 1);
    const advanced = rows.filter(({ advances }) => advances).map(({ entryId }) => entryId);
    const moved = firstDifference(next?.entries.toSorted() ?? [], advanced.toSorted());
    if (moved !== null) yield `${next?.name ?? 'no next stage'}, entries.${moved}`;
  }
}

/** Every sealed version follows from the marks of its moment (SK-84). */
export function* checkStandings(record: ContestRecord): Iterable<string> {
  for (const { version, standings, awards, sealedAt, ...result } of record.results) {
    const difference = firstDifference(standings, resultAt(record, sealedAt).standings);
    if (difference !== null) yield `version ${version}, standings.${difference}`;
    if (fingerprint({ standings, awards }) !== result.fingerprint)
      yield `version ${version}: the fingerprint is not of these standings and awards`;
  }
}

export function* checkAwards(record: ContestRecord): Iterable<string> {
  for (const { version, awards, sealedAt } of record.results) {
    const rebuilt = resultAt(record, sealedAt);
    if (rebuilt.refusal !== null) yield `version ${version}: ${rebuilt.refusal.code}`;
    const difference = firstDifference(awards, rebuilt.awards);
    if (difference !== null) yield `version ${version}, awards.${difference}`;
  }
}

/** The days of each notice by the calendar in the record (SE-31), and none final before its notice had ended. */
export function* checkNotices(record: ContestRecord): Iterable<string> {
  for (const { version, state, notice, sealedAt, finalAt } of record.results) {
    if (notice === null) {
      if (state !== 'sealed') yield `version ${version}: ${state} without a notice`;
      continue;
    }
    const end = noticeEnd(record.contest.settings.notice, shanghaiTime(notice.postedAt), record.calendar);
    const { firstDay, lastDay, days } = notice;
    const difference = end.ok
      ? firstDifference({ firstDay, lastDay, days }, end.value)
      : `${end.refusal.code} ${JSON.stringify(end.refusal.facts)}`;
    if (difference !== null) yield `version ${version}, notice.${difference}`;
    if (notice.postedAt < sealedAt) yield `version ${version}: posted before it was sealed`;
    if (finalAt !== null && finalAt < shanghaiDayEnd(lastDay))
      yield `version ${version}: final before the notice had ended`;
    if ((finalAt !== null) !== (state === 'final')) yield `version ${version}: ${state}, final at ${finalAt}`;
  }
}

/** One certificate a member of every awarded entry, each with a number of this contest and none besides. */
export function* checkCertificates(record: ContestRecord): Iterable<string> {
  if (record.certificates.length === 0) return;
  const final = record.results.at(-1);
  if (final?.state !== 'final') {
    yield 'certificates without a final result';
    return;
  }
  const { season, code, title, unit, settings } = record.contest;
  const entries = new Map(record.entries.map((entry) => [entry.id, entry]));
  const wanted = new Map<string, Omit<RecordCertificate, 'no' | 'issuedAt' | 'revoked'>>();
  for (const { entryId, tier, name, unitName } of final.awards) {
    const shared = { entryId, award: tier, contestTitle: title, issuer: unit.name };
    const members = entries.get(entryId)?.members ?? [];
    if (members.length === 0)
      wanted.set(`${entryId}/null`, { ...shared, entrantId: null, holder: name, team: '', unitName });
    for (const member of members)
      wanted.set(`${entryId}/${member.id}`, {
        ...shared,
        entrantId: member.id,
        holder: member.name,
        team: settings.ranked.kind === 'team' ? name : '',
        unitName: member.unitName,
      });
  }
  const seen = new Set<string>();
  for (const { no, issuedAt, revoked: _revoked, ...certificate } of record.certificates) {
    const n = Number(/-(\d{4,9})-[0-9A-Z]$/.exec(no)?.[1]);
    if (!checkCertificateNo(no) || no !== certificateNo(season.year, code, n))
      yield `${no} is not a number of this contest`;
    if (seen.has(no)) yield `${no} was given twice`;
    seen.add(no);
    const key = `${certificate.entryId}/${certificate.entrantId}`;
    const difference = firstDifference(certificate, wanted.get(key) ?? null);
    if (difference !== null) yield `${no}, ${difference}`;
    if (issuedAt < (final.finalAt ?? Number.POSITIVE_INFINITY))
      yield `${no} was issued before the result was final`;
    wanted.delete(key);
  }
  for (const { holder } of wanted.values()) yield `${holder} has no certificate`;
}
