import {
  act,
  buzzerHall,
  fewUnits,
  guestPage,
  liveHouse,
  LivePage,
  signedIn,
  type Client,
  type Hall,
  type LiveHouse,
} from '@leitai/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ShowOwner } from './owner.ts';
import { readConfig } from './store.ts';

/** Well-formed JSON, and nothing that a `jsonb` or `text` of PostgreSQL can hold. */
const BAD = ['a\0b', '\ud800', 'x\udc00y'];

describe('texts that cannot be stored', () => {
  let test: LiveHouse;
  let organizer: Client;
  let hall: Hall;
  beforeAll(async () => {
    test = await liveHouse();
    const units = await fewUnits(test);
    organizer = await signedIn(test, 'organizer', units.a);
    hall = await buzzerHall(test, organizer, units.a, 2);
  });
  afterAll(() => test.close());
  const invalid = (field: string) => ({ ok: false, code: 'request.invalid', facts: { field } });

  it.each(BAD)(
    'a command with %j is refused by its field, from every audience, and no other suffers',
    async (bad) => {
      const { host, pages, show } = hall;
      const [a, b] = pages;
      const team = show.teams[0]!.id;
      const { step } = host.view!;
      const { page: guest } = await guestPage(test.url, show.stageId);
      const said = [
        a!.cmd({ type: 'answer', question: 'q1', answer: bad }),
        a!.cmd({ type: 'press', question: bad }),
        host.cmd({ type: 'fileProtest', team, question: null, text: bad, step }),
        host.cmd({ type: 'fileProtest', team: bad, question: null, text: '错', step }),
        host.cmd({ type: 'startPoll', id: 'p', title: bad, options: ['1', '2'], step }),
        host.cmd({ type: 'startPoll', id: 'p', title: 'p', options: ['1', bad], step }),
        host.cmd({ type: 'startPoll', id: bad, title: 'p', options: ['1', '2'], step }),
        host.cmd({ type: 'adjust', team, delta: '1', reason: bad, step }),
        host.cmd({ type: 'voidQuestion', reason: bad, step }),
        host.cmd({ type: 'pause', reason: 'other', note: bad, step }),
        host.cmd({ type: 'openBuzzers', seed: bad, step }),
        host.cmd({ type: 'mapInput', input: bad, team, step }),
        guest.cmd({ type: 'crowdAnswer', id: bad, choice: 0 }),
        guest.cmd({ type: 'cheer', team: bad }),
      ];
      const other = b!.cmd({ type: 'stake', question: 'q1', stake: '1' });
      const fields = [
        'answer',
        'question',
        'text',
        'team',
        'title',
        'options.1',
        'id',
        'reason',
        'reason',
        'note',
      ];
      expect(await Promise.all(said)).toMatchObject(
        [...fields, 'seed', 'input', 'id', 'team'].map((field) => invalid(field)),
      );
      expect(await other).toMatchObject({ ok: false, code: 'show.notNow' });
      expect(host.view!.step).toBe(step);
      guest.close();
    },
  );

  it.each(BAD)('a frame whose own texts hold %j ends the visit of its sender alone', async (bad) => {
    const query = `show=${hall.show.stageId}&as=audience`;
    const frames = [
      { t: 'hello', v: 1, console: bad },
      { t: 'hello', v: 1, guest: bad },
      { t: 'cmd', id: bad, command: { type: 'cheer', team: 'x' } },
    ];
    for (const frame of frames) {
      const page = await LivePage.open(test.url, query);
      page.send(frame);
      expect((await page.closed).bye).toBe('frame.invalid');
    }
    expect(hall.host.ws.readyState).toBe(1);
  });

  it('a depth that no stack can follow is no harm: a claim that is no number is none', async () => {
    const { host, pages } = hall;
    await act(host, { type: 'openBuzzers' });
    const deep = `{"t":"cmd","id":"deep","command":{"type":"press","question":"q1","claimedAt":${'['.repeat(8_000)}${']'.repeat(8_000)}}}`;
    pages[0]!.ws.send(deep);
    await pages[0]!.until(({ buzzer }) => buzzer === 'first');
  });

  it('an event that the database refuses is refused alone; what waited beside it is stored', async () => {
    const { platform } = test.house;
    const { stageId } = hall.show;
    const owner = new ShowOwner(stageId, {
      platform,
      config: async () => (await readConfig(platform.db, stageId))!,
      guard: () => null,
      changed: () => {},
    });
    const { seq } = await owner.load();
    const take = (console: string) =>
      owner.submit(
        { type: 'takeConsole', actor: { kind: 'host', user: 'x', desk: 'jury', console, step: 0 }, now: 1 },
        { actor: 'host:x', commandId: null },
      );
    const answers = await Promise.all([take('one'), take('a\0b'), take('two')]);
    expect(answers).toMatchObject([
      { ok: true, value: { seq: seq + 1 } },
      { ok: false, refusal: { code: 'request.invalid' } },
      { ok: true, value: { seq: seq + 2 } },
    ]);
    expect(owner.state!.consoles.jury).toBe('two');
    owner.stop();
  });
});
