import {
  examContest,
  fewUnits,
  signedIn,
  testHouse,
  type Client,
  type ExamContest,
  type TestHouse,
} from '@leitai/testkit';
import type { Endpoints, ReplyOf } from '@leitai/contract';

export type Paper = ReplyOf<Endpoints['exam.start']>;

/** For tests: a house with an exam, its officer, and entrants who have entered. */
export interface ExamRoom {
  readonly test: TestHouse;
  readonly contest: ExamContest;
  readonly stageId: string;
  readonly officer: Client;
  /** The entrant at a seat, with a fresh cookie jar. */
  entrant(at: number, of?: ExamContest): Promise<Client>;
  /** Opens the stage for 20 minutes. */
  open(stageId?: string): Promise<void>;
  start(client: Client): Promise<Paper>;
}

const MINUTES = 60_000;

export async function examRoom(
  options: { teams?: number; perType?: number; now?: number } = {},
): Promise<ExamRoom> {
  const test = await testHouse();
  if (options.now !== undefined) test.clock.set(options.now);
  const units = await fewUnits(test);
  const contest = await examContest(test.house, units.a, { code: 'law', teams: 3, ...options });
  const officer = await signedIn(test, 'organizer', units.r);
  const stageId = contest.stageIds[0]!;
  const tickets = async (contestId: string): Promise<Map<string, string>> => {
    await officer.call('ticket.issue', { params: { contestId } });
    const { body } = await officer.call('ticket.list', { params: { contestId } });
    return new Map(body.tickets.map(({ entrantId, path }) => [entrantId, path.slice('/t/'.length)]));
  };
  const issued = new Map([[contest.contestId, await tickets(contest.contestId)]]);
  return {
    test,
    contest,
    stageId,
    officer,
    entrant: async (at, of = contest) => {
      const client = test.client();
      const known = issued.get(of.contestId) ?? (await tickets(of.contestId));
      issued.set(of.contestId, known);
      const ticket = known.get(of.entrantIds[at]!)!;
      const { status } = await client.call('entrant.enter', { body: { ticket } });
      if (status !== 200) throw new Error(`enter answered ${status}`);
      return client;
    },
    open: async (of = stageId) => {
      const closesAt = test.clock.now() + 20 * MINUTES;
      const { status, body } = await officer.call('stage.open', {
        params: { stageId: of },
        body: { closesAt },
      });
      if (status !== 200) throw new Error(`open answered ${status} ${JSON.stringify(body)}`);
    },
    start: async (client) => {
      const { status, body } = await client.call('exam.start', { params: { stageId } });
      if (status !== 200) throw new Error(`start answered ${status} ${JSON.stringify(body)}`);
      return body;
    },
  };
}

/** A choice the question can take: the option at `pick`. */
export const choiceOf = (paper: Paper, no: number, pick = 0): number[] =>
  paper.questions[no - 1]?.type === 'multiple' ? [pick, pick + 1] : [pick];
