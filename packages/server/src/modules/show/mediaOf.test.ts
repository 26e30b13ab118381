import type { ShowConfig } from '@leitai/rules/show';
import {
  buzzerShow,
  fewUnits,
  mp4File,
  pngFile,
  sendMedia,
  showContest,
  signedIn,
  testHouse,
  type Client,
  type TestHouse,
} from '@leitai/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

describe('media of a show’s questions', () => {
  let test: TestHouse;
  let organizer: Client;
  let params: { stageId: string };
  let config: ShowConfig;
  let elsewhere: string;
  beforeAll(async () => {
    test = await testHouse();
    const { a } = await fewUnits(test);
    organizer = await signedIn(test, 'organizer', a);
    const show = await showContest(test.house, a, { code: 'media', teams: 2, preset: 'std-3' });
    params = { stageId: show.stageId };
    config = await buzzerShow(organizer, show);
    elsewhere = (await showContest(test.house, a, { code: 'other', teams: 2, preset: 'std-3' })).stageId;
  });
  afterAll(() => test.close());

  type Media = NonNullable<ShowConfig['rounds'][number]['questions'][number]['media']>;
  /** The show with this shown by its second question, or by the first one of the decider. */
  const withMedia = (media: Media, where: 'round' | 'decider' = 'round'): Record<string, unknown> => {
    const copy = structuredClone(config) as unknown as {
      rounds: { questions: object[] }[];
      decider: { round: { questions: object[] } };
    };
    const at = where === 'round' ? copy.rounds[0]!.questions[1]! : copy.decider.round.questions[0]!;
    Object.assign(at, { media });
    return copy as unknown as Record<string, unknown>;
  };
  const update = (changed: Record<string, unknown>) =>
    organizer.call('show.update', { params, body: { config: changed } });

  it('may be the stage’s own, as what they are, in rounds and decider', async () => {
    const picture = await sendMedia(organizer, params.stageId, pngFile());
    const film = await sendMedia(organizer, params.stageId, mp4File('a.mp4', 1_000));
    expect((await update(withMedia({ kind: 'image', url: picture.url }))).status).toBe(200);
    expect((await update(withMedia({ kind: 'video', url: film.url }, 'decider'))).status).toBe(200);
    expect((await update({ ...config })).status).toBe(200);
  });

  it('anything else is refused by its field: other addresses, another stage’s, another kind, not ready', async () => {
    const picture = await sendMedia(organizer, params.stageId, pngFile());
    const other = await sendMedia(organizer, elsewhere, pngFile());
    const begun = await organizer.call('media.start', {
      params,
      body: { name: 'x', type: 'image/png', bytes: 9 },
    });
    const wrong: Media[] = [
      { kind: 'image', url: 'https://example.org/a.png' },
      { kind: 'image', url: `https://example.org${picture.url}` },
      { kind: 'image', url: `//example.org${picture.url}` },
      { kind: 'image', url: `${picture.url}?x` },
      { kind: 'image', url: 'javascript:alert(1)' },
      { kind: 'image', url: '/media/00000000-0000-4000-8000-000000000000' },
      { kind: 'image', url: other.url },
      { kind: 'image', url: begun.body.url },
      { kind: 'video', url: picture.url },
    ];
    for (const media of wrong)
      for (const [where, field] of [
        ['round', 'rounds.0.questions.1.media.url'],
        ['decider', 'decider.round.questions.0.media.url'],
      ] as const)
        expect(await update(withMedia(media, where))).toMatchObject({
          status: 422,
          body: {
            code: 'show.configInvalid',
            facts: { field, problems: [{ path: field, code: 'show.config.media' }] },
          },
        });
  });

  it('every kind of decider is looked at, not sudden death alone', async () => {
    const { id, url } = await sendMedia(organizer, params.stageId, pngFile());
    const extra = (media: Media) => {
      const copy = withMedia(media, 'decider') as { decider: object };
      return { ...copy, decider: { ...copy.decider, rule: 'extraRound' } };
    };
    expect((await update(extra({ kind: 'image', url: 'https://example.org/a.png' }))).body).toMatchObject({
      code: 'show.configInvalid',
      facts: { field: 'decider.round.questions.0.media.url' },
    });
    expect((await update(extra({ kind: 'image', url }))).status).toBe(200);
    const item = { ...params, mediaId: id };
    expect((await organizer.call('media.remove', { params: item })).body).toMatchObject({
      code: 'media.inUse',
    });
    await update({ ...config });
  });

  it('an item that a question shows is not removed; one that none shows any more is', async () => {
    const { id, url } = await sendMedia(organizer, params.stageId, pngFile());
    const item = { ...params, mediaId: id };
    await update(withMedia({ kind: 'image', url }));
    expect(await organizer.call('media.remove', { params: item })).toMatchObject({
      status: 409,
      body: { code: 'media.inUse', facts: { round: config.rounds[0]!.title, no: 2 } },
    });
    await update({ ...config });
    expect((await organizer.call('media.remove', { params: item })).status).toBe(200);
  });

  it('saving a question and removing what it shows at the same moment: one of the two wins', async () => {
    for (let n = 0; n < 5; n += 1) {
      const { id, url } = await sendMedia(organizer, params.stageId, pngFile());
      const [saved, removed] = await Promise.all([
        update(withMedia({ kind: 'image', url })),
        organizer.call('media.remove', { params: { ...params, mediaId: id } }),
      ]);
      expect([saved.status, removed.status].sort()).not.toEqual([200, 200]);
      expect([saved.status, removed.status]).toContain(200);
      await update({ ...config });
    }
  });
});
