import {
  act,
  buzzerHall,
  fewUnits,
  liveHouse,
  playShow,
  signedIn,
  type Client,
  type Hall,
  type LiveHouse,
} from '@leitai/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { currentMarks } from '../marks/index.ts';

describe('reopening a finished show', () => {
  let test: LiveHouse;
  let organizer: Client;
  let units: Awaited<ReturnType<typeof fewUnits>>;
  beforeAll(async () => {
    test = await liveHouse();
    units = await fewUnits(test);
    organizer = await signedIn(test, 'organizer', units.a);
  });
  afterAll(() => test.close());

  async function finished(): Promise<Hall> {
    const hall = await buzzerHall(test, organizer, units.a, 2, { only: true });
    await playShow(hall.host, hall.teams);
    expect(hall.host.view!.phase).toBe('finished');
    return hall;
  }
  const close = ({ show }: Hall) => organizer.call('show.close', { params: { stageId: show.stageId } });
  const reopen = ({ host }: Hall) => host.cmd({ type: 'reopen', reason: '抗议成立', step: host.view!.step });
  const marks = ({ show }: Hall) => currentMarks(test.house.platform.db, show.stageId);

  it('QZ-03 goes on after a protest, is finished again, and stays finished once its scores are taken', async () => {
    const hall = await finished();
    const { show, host } = hall;
    expect(await reopen(hall)).toMatchObject({ ok: true });
    await host.until(({ phase }) => phase !== 'finished');
    expect((await close(hall)).body).toMatchObject({ code: 'show.notFinished' });
    const team = show.teams[0]!.id;
    await act(host, { type: 'adjust', team, delta: '7', reason: '抗议成立' });
    await playShow(host, hall.teams);
    expect((await close(hall)).body).toEqual({ entries: 2 });
    const total = host.view!.scores.find((line) => line.team === team)!.total;
    expect((await marks(hall)).find(({ entry }) => entry === team)!.score).toBe(total);
    expect(await reopen(hall)).toMatchObject({ ok: false, code: 'show.takenOver' });
    expect(host.view!.phase).toBe('finished');
    const { rows } = await test.house.platform.pool.query(
      "select detail from audit where action = 'show.reopen' and object = $1",
      [`stage:${show.stageId}`],
    );
    expect(rows).toEqual([{ detail: { reason: '抗议成立' } }]);
  });

  it('QZ-03 reopening and taking over at the same moment: exactly one of them', async () => {
    for (let i = 0; i < 6; i += 1) {
      const hall = await finished();
      const before = i % 2 ? reopen(hall) : null;
      const taken = close(hall);
      const opened = before ?? reopen(hall);
      const outcome = [(await taken).status, (await opened).ok];
      expect([
        [200, false],
        [409, true],
      ]).toContainEqual(outcome);
      expect((await marks(hall)).length).toBe(outcome[1] ? 0 : 2);
      const { rows } = await test.house.platform.pool.query('select status from stage where id = $1', [
        hall.show.stageId,
      ]);
      expect(rows).toEqual([{ status: outcome[1] ? 'open' : 'closed' }]);
    }
  });
});
