import { readFile } from 'node:fs/promises';
import {
  validateConfig,
  type HostAct,
  type HostView,
  type LedgerRow,
  type ShowConfig,
  type TeamView,
} from '@leitai/rules/show';
import {
  act,
  chaowaiShow,
  cookieOf,
  hostPage,
  liveHouse,
  signedIn,
  teamPage,
  type Client,
  type LiveHouse,
  type LivePage,
  type PlannedPress,
} from '@leitai/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importSeasonFolder } from '../example/index.ts';

const FOLDER = new URL('../../../../../examples/beijing-2025/', import.meta.url);

/** The example season's own contest, by the steps of an organiser: taken up, entered, started, played. */
describe('the Chaowai Civil Code contest of the example', () => {
  let test: LiveHouse;
  let organizer: Client;
  let contestId: string;
  let params: { stageId: string };
  let config: ShowConfig;
  beforeAll(async () => {
    test = await liveHouse();
    const { platform } = test.house;
    await importSeasonFolder(platform, FOLDER);
    const planned = await platform.db
      .selectFrom('contest')
      .select(['season_id', 'unit_id', 'title'])
      .where('code', '=', chaowaiShow.contest)
      .executeTakeFirstOrThrow();
    organizer = await signedIn(test, 'organizer', planned.unit_id);
    const made = await organizer.call('contest.create', {
      body: {
        seasonId: planned.season_id,
        unitId: planned.unit_id,
        code: chaowaiShow.contest,
        title: planned.title,
        template: chaowaiShow.template,
        tier: 'unit',
        fieldCode: null,
        directionCode: null,
      },
    });
    expect(made.status).toBe(200);
    contestId = made.body.id;
  });
  afterAll(() => test.close());

  it('takes its eight teams and 24 entrants from the example', async () => {
    const bytes = await readFile(new URL(chaowaiShow.entrants, FOLDER));
    const file = { name: chaowaiShow.entrants, bytes };
    const imported = await organizer.call('entry.import', { params: { contestId }, file });
    expect(imported.body).toMatchObject({ committed: true, entries: 8, entrants: 24, faults: [] });
    expect((await organizer.call('ticket.issue', { params: { contestId } })).body.tickets).toHaveLength(24);
    const started = await organizer.call('contest.start', { params: { contestId } });
    expect(started.body).toMatchObject({ status: 'running' });
    params = { stageId: started.body.stages[0]!.id };
  });

  it('QZ-20 stands ready with the questions of the Civil Code, nothing to be mended', async () => {
    config = (await organizer.call('show.get', { params })).body.config as unknown as ShowConfig;
    expect(config.teams.map(({ name }) => name)).toEqual(
      ['一', '二', '三', '四', '五', '六', '七', '八'].map((no) => `第${no}社区代表队`),
    );
    expect(config.rounds.map(({ kind, questions }) => [kind, questions.length])).toEqual([
      ['mandatory', 28],
      ['buzzer', chaowaiShow.buzzer.length],
      ['audience', chaowaiShow.audience],
    ]);
    expect(config.decider.rule === 'suddenDeath' && config.decider.round.questions.length).toBe(6);
    expect(validateConfig(config)).toEqual([]);
  });

  it('QZ-11 QZ-31 QZ-50 QZ-51 is played as planned: totals, places, ledger and what falls to the audience', async () => {
    const host = await hostPage(test.url, params.stageId, cookieOf(organizer));
    const phones = await openPhones();
    const seen = await conduct(host, phones);
    const end = host.view!;

    const byTeam = (scores: HostView['scores'], key: 'total' | 'place') =>
      chaowaiShow.teams.map(({ no }) => scores.find(({ team }) => team === idOf(no))![key]);
    expect(byTeam(seen.before['buzzer']!, 'total')).toEqual(
      chaowaiShow.teams.map(({ afterMandatory }) => afterMandatory),
    );
    const totals = chaowaiShow.teams.map(({ total }) => total);
    expect(byTeam(seen.before['audience']!, 'total')).toEqual(totals);
    expect(byTeam(seen.before['decider']!, 'total')).toEqual(totals);
    expect(byTeam(end.scores, 'total')).toEqual(totals);
    expect(byTeam(end.scores, 'place')).toEqual(chaowaiShow.teams.map(({ place }) => place));
    const decided = end.scores.filter((line) => line.decided).map(({ team }) => numberOf(team));
    expect(decided.toSorted()).toEqual(chaowaiShow.decider.teams);

    const own = (round: string) => seen.questions.filter((id) => id.startsWith(round)).length;
    expect([own('mandatory'), own('buzzer'), own('audience'), own('decider')]).toEqual([
      24,
      chaowaiShow.buzzer.length,
      chaowaiShow.audience,
      chaowaiShow.decider.questions.length,
    ]);
    expect(seen.toAudience.mandatory.toSorted()).toEqual(
      chaowaiShow.toAudience.mandatory.map(([no, seat]) => `${no}.${seat}`),
    );
    expect(seen.toAudience.buzzer).toEqual(chaowaiShow.toAudience.buzzer);

    const record = (await organizer.call('show.record', { params })).body;
    const counts: Record<string, number> = {};
    for (const { reason } of record.ledger as unknown as LedgerRow[])
      counts[reason] = (counts[reason] ?? 0) + 1;
    expect(counts).toEqual(chaowaiShow.ledger);
    const late = [...chaowaiShow.buzzer, ...chaowaiShow.decider.questions].flatMap((plan) =>
      'first' in plan ? (plan.later ?? []) : [],
    );
    expect(record.presses.filter(({ verdict }) => verdict === 'notFirst')).toHaveLength(late.length);
    expect((await organizer.call('show.close', { params })).body).toEqual({ entries: 8 });
  });

  const idOf = (no: number): string => config.teams[no - 1]!.id;
  const numberOf = (team: string): number => config.teams.findIndex(({ id }) => id === team) + 1;

  /** Each team's phone, by the ticket that the links hold. */
  async function openPhones(): Promise<LivePage<TeamView>[]> {
    const { teams } = (await organizer.call('show.links', { params })).body;
    expect(teams).toHaveLength(chaowaiShow.teams.length);
    return Promise.all(
      chaowaiShow.teams.map(async ({ no }) => {
        const { path } = teams.find(({ teamId }) => teamId === idOf(no))!;
        const phone = test.client();
        const ticket = decodeURIComponent(path.slice('/t/'.length));
        expect((await phone.call('entrant.enter', { body: { ticket } })).status).toBe(200);
        return teamPage(test.url, params.stageId, cookieOf(phone));
      }),
    );
  }

  /** Plays the plan to the end; what was seen on the way. */
  async function conduct(host: LivePage<HostView>, phones: readonly LivePage<TeamView>[]): Promise<Seen> {
    const seen: Seen = { before: {}, questions: [], toAudience: { mandatory: [], buzzer: [] } };
    for (let acts = 0; host.view!.phase !== 'finished'; acts += 1) {
      expect(acts).toBeLessThan(500);
      const view = host.view!;
      note(view, seen);
      const pressing = pressers(view);
      for (const no of pressing) {
        const ack = await phones[no - 1]!.cmd({ type: 'press', question: view.question!.id });
        if (!ack.ok) throw new Error(`team ${no}: ${ack.code}`);
        await host.until(({ seq }) => seq >= ack.seq);
      }
      if (pressing.length === 0) await act(host, hostAct(view));
    }
    return seen;
  }

  function note(view: HostView, { before, questions, toAudience }: Seen): void {
    const { phase, round, question, turn, next } = view;
    if (next?.type === 'startRound') before[next.round] = view.scores;
    if (next?.type === 'startDecider') {
      before['decider'] = view.scores;
      expect(next.teams.map(numberOf).toSorted()).toEqual(chaowaiShow.decider.teams);
    }
    if (phase === 'audience' && round!.kind === 'mandatory')
      toAudience.mandatory.push(`${numberOf(turn!.team!)}.${turn!.seat}`);
    if (phase === 'audience' && round!.kind === 'buzzer') toAudience.buzzer.push(questionNo(view));
    if (phase !== 'reading') return;
    questions.push(question!.id);
    if (round!.kind !== 'mandatory') return;
    const { table } = view.scores.find(({ team }) => team === turn!.team)!;
    expect(questionNo(view)).toBe((turn!.seat! - 1) * chaowaiShow.teams.length + table!);
  }

  /** Who presses now, in this order. */
  function pressers(view: HostView): readonly number[] {
    const plan = planned(view);
    if (plan === null) return [];
    if (view.phase === 'reading') return 'foul' in plan ? [plan.foul] : [];
    return view.phase === 'open' && 'first' in plan ? [plan.first, ...(plan.later ?? [])] : [];
  }

  function hostAct(view: HostView): HostAct {
    if (view.phase === 'lobby' && view.next === null) return { type: 'drawTables', seed: 'chaowai' };
    if (view.phase !== 'ruling') return view.next!;
    const plan = planned(view);
    if (plan !== null) return { type: 'judge', verdict: 'first' in plan ? plan.verdict : 'void' };
    const { team, seat } = view.turn!;
    return { type: 'judge', verdict: chaowaiShow.teams[numberOf(team!) - 1]!.mandatory[seat! - 1]! };
  }

  const questionNo = ({ question }: HostView): number => Number(question!.id.split('-')[1]);

  /** The plan of the question on stage, if teams press for it. */
  function planned(view: HostView): PlannedPress | null {
    if (view.question === null || (view.round?.kind !== 'buzzer' && view.round?.kind !== 'decider'))
      return null;
    const plans = view.round.kind === 'decider' ? chaowaiShow.decider.questions : chaowaiShow.buzzer;
    return plans[questionNo(view) - 1]!;
  }
});

interface Seen {
  /** Scores when this round, or the decider, was about to start. */
  readonly before: Record<string, HostView['scores']>;
  readonly questions: string[];
  readonly toAudience: { readonly mandatory: string[]; readonly buzzer: number[] };
}
