import {
  examContest,
  fewUnits,
  FakeClock,
  signedIn,
  Client,
  type ExamContest,
  type TestHouse,
} from '@leitai/testkit';
import { open } from '@leitai/server/main';
import { connect } from '@leitai/server/platform/database';

interface Seat {
  readonly entrantId: string;
  readonly cookie: string;
}

export interface Hall {
  readonly databaseUrl: string;
  readonly contest: ExamContest;
  readonly stageId: string;
  readonly seats: readonly Seat[];
  readonly test: TestHouse;
}

/** A hall of entrants who have scanned their tickets; the exam of 60 questions is open. Everything over the real routes. */
export async function fillHall(clusterUrl: string, entrants: number): Promise<Hall> {
  const admin = connect(clusterUrl, 1);
  await admin.pool.query('create database hall');
  await admin.close();
  const databaseUrl = clusterUrl.replace(/\/postgres$/, '/hall');
  const clock = new FakeClock(Date.now());
  const house = await open({ databaseUrl, clock });
  const test: TestHouse = { house, clock, client: () => new Client(house), close: () => house.close() };
  const units = await fewUnits(test);
  const contest = await examContest(house, units.a, {
    code: 'hall',
    teams: entrants / 2,
    perType: 20,
    each: 100,
  });
  const officer = await signedIn(test, 'organizer', units.r);
  const stageId = contest.stageIds[0]!;
  const { body } = await officer.call('ticket.issue', { params: { contestId: contest.contestId } });
  const seats: Seat[] = [];
  for (const { entrantId, path } of body.tickets) {
    const client = test.client();
    await client.call('entrant.enter', { body: { ticket: path.slice('/t/'.length) } });
    seats.push({ entrantId, cookie: client.cookies.get('leitai_entrant')! });
  }
  const closesAt = Date.now() + 3_600_000 * 5;
  const opened = await officer.call('stage.open', { params: { stageId }, body: { closesAt } });
  if (opened.status !== 200) throw new Error(JSON.stringify(opened.body));
  return { databaseUrl, contest, stageId, seats, test };
}
