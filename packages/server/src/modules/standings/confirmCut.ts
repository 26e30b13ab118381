import { ok, refuse, type Result } from '@leitai/rules';
import { audit } from '../../platform/audit.ts';
import type { Platform } from '../../platform/platform.ts';
import { enterStage, lockStage, nextStage, setStageStatus } from '../contest/index.ts';
import { computeCut, viewOf } from './previewCut.ts';
import type { CutView } from './present.ts';
import { insertCut } from './store.ts';

/**
 * Confirms the cut with the fingerprint that was previewed: the stage is decided and the next one receives the
 * entries that go on. Confirming the same again answers the stored cut.
 * Refuses `cut.none`, `cut.stageOpen`, `cut.changed` (the rows are no longer those previewed), `cut.nobody`.
 */
export async function confirmCut(
  { db, clock }: Platform,
  stageId: string,
  expected: string,
  actor: string,
): Promise<Result<CutView>> {
  return db.transaction().execute(async (tx) => {
    const stage = await lockStage(tx, stageId);
    if (stage === undefined) return refuse('notFound');
    const computed = await computeCut(tx, stage);
    if (!computed.ok) return computed;
    const view = computed.value;
    if (view.fingerprint !== expected) return refuse('cut.changed');
    if (view.confirmedAt !== null) return computed;
    if (view.advancing === 0) return refuse('cut.nobody');
    const next = await nextStage(tx, stage);
    if (next === undefined) return refuse('cut.none');

    const rows = [...view.rows];
    const advancing = rows.filter(({ advances }) => advances).map(({ entryId }) => entryId);
    const confirmed = { confirmedAt: clock.now(), confirmedBy: actor };
    await insertCut(tx, stageId, { rows, fingerprint: view.fingerprint, ...confirmed });
    await setStageStatus(tx, stageId, 'decided');
    await enterStage(tx, next.id, advancing);
    await audit(tx, confirmed.confirmedAt, {
      actor,
      action: 'cut.confirm',
      object: `stage:${stageId}`,
      unitPath: stage.unitPath,
      detail: { fingerprint: view.fingerprint, advancing, next: next.id },
    });
    return ok(viewOf(stage.settings.cut!, rows, view.fingerprint, confirmed));
  });
}
