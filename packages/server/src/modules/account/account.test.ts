import { fewUnits, signedIn, testHouse, type TestHouse } from '@leitai/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureFirstAdmin } from './index.ts';

describe('accounts', () => {
  let test: TestHouse;
  let units: Awaited<ReturnType<typeof fewUnits>>;
  beforeAll(async () => {
    test = await testHouse({ addresses: () => ['http://192.0.2.7:8080'] });
    units = await fewUnits(test);
  });
  afterAll(() => test.close());

  it('the first administrator must change the password before anything else', async () => {
    const first = await ensureFirstAdmin(test.house.platform, units.r);
    expect(first?.password).toMatch(/^\w{16}$/);
    expect(await ensureFirstAdmin(test.house.platform, units.r)).toBeNull();
    const client = test.client();
    const signed = await client.call('session.signIn', {
      body: { username: 'admin', password: first!.password },
    });
    expect(signed.body?.mustChangePassword).toBe(true);
    expect((await client.call('unit.list')).body).toMatchObject({ code: 'auth.mustChangePassword' });
    const other = test.client();
    await other.call('session.signIn', { body: { username: 'ADMIN', password: first!.password } });
    const body = { current: first!.password, next: 'a new and longer one' };
    const changed = await client.call('session.changePassword', { body });
    expect(changed.body).toMatchObject({ username: 'admin', mustChangePassword: false });
    expect((await client.call('unit.list')).status).toBe(200);
    expect((await other.call('session.get')).body).toBeNull();
  });

  it('who is signed in is told where phones reach the house, nobody else is', async () => {
    expect((await test.client().call('session.get')).body).toBeNull();
    const officer = await signedIn(test, 'organizer', units.r);
    expect((await officer.call('session.get')).body?.addresses).toEqual(['http://192.0.2.7:8080']);
  });

  it('DP-30 ten wrong passwords lock the user name for a while, not the address', async () => {
    const client = test.client();
    for (let i = 0; i < 10; i += 1)
      await client.call('session.signIn', { body: { username: 'nobody', password: 'x' } });
    const locked = await client.call('session.signIn', { body: { username: 'Nobody', password: 'x' } });
    expect(locked.body).toMatchObject({ code: 'auth.locked' });
    const neighbour = await client.call('session.signIn', { body: { username: 'other', password: 'x' } });
    expect(neighbour.body).toMatchObject({ code: 'auth.wrongPassword' });
    test.clock.advance(15 * 60_000 + 1);
    const later = await client.call('session.signIn', { body: { username: 'nobody', password: 'x' } });
    expect(later.body).toMatchObject({ code: 'auth.wrongPassword' });
  });

  it('DP-30 guesses made at the same moment are counted too', async () => {
    const guess = () =>
      test.client().call('session.signIn', { body: { username: 'guessed', password: 'x' } });
    const answers = await Promise.all(Array.from({ length: 30 }, guess));
    const codes = answers.map(({ body }) => (body as unknown as { code: string }).code);
    expect(codes.filter((code) => code === 'auth.wrongPassword')).toHaveLength(10);
    expect(codes.filter((code) => code === 'auth.locked')).toHaveLength(20);
  });

  it('DP-30 a session does not help to guess its password; a change has one record, in its transaction', async () => {
    const client = await signedIn(test, 'organizer', units.b);
    const change = (current: string) =>
      client.call('session.changePassword', { body: { current, next: 'quite another phrase' } });
    for (let i = 0; i < 10; i += 1)
      expect((await change(`no ${i}`)).body).toMatchObject({ code: 'auth.wrongPassword' });
    expect((await change('correct horse battery')).body).toMatchObject({ code: 'auth.locked' });
    test.clock.advance(15 * 60_000 + 1);
    const twice = await Promise.all([change('correct horse battery'), change('correct horse battery')]);
    expect(twice.map(({ status }) => status).sort()).toEqual([200, 401]);
    const { rows } = await test.house.platform.pool.query(
      `select actor from audit where action = 'account.changePassword' and actor like 'organizer%'`,
    );
    expect(rows).toHaveLength(1);
    expect((await client.call('unit.list')).status).toBe(200);
  });

  it('a session cookie is HttpOnly and SameSite, and Secure where the request came over https', async () => {
    const signed = await signedIn(test, 'organizer', units.b);
    const { username } = (await signed.call('session.get')).body!;
    const setCookie = async (headers: Record<string, string>, remoteAddress?: string) => {
      const response = await test.house.app.inject({
        method: 'POST',
        url: '/api/session',
        headers: { 'x-leitai': '1', ...headers },
        payload: { username, password: 'correct horse battery' },
        ...(remoteAddress === undefined ? {} : { remoteAddress }),
      });
      return String(response.headers['set-cookie']);
    };
    expect(await setCookie({})).toMatch(/^leitai_session=.*HttpOnly; SameSite=Lax$/);
    expect(await setCookie({ 'x-forwarded-proto': 'https' })).toMatch(/HttpOnly; SameSite=Lax; Secure$/);
    // Only a proxy on this machine is believed.
    expect(await setCookie({ 'x-forwarded-proto': 'https' }, '203.0.113.7')).not.toContain('Secure');
  });

  it('an administrator manages only accounts inside the own units', async () => {
    const admin = await signedIn(test, 'systemAdmin', units.a);
    const body = { username: 'zhang', name: '张三', unitId: units.x, role: 'organizer' };
    const made = await admin.call('account.create', { body });
    expect(made.status).toBe(200);
    expect((await admin.call('account.create', { body })).body).toMatchObject({
      code: 'account.usernameTaken',
    });
    const elsewhere = await admin.call('account.create', {
      body: { ...body, username: 'li', unitId: units.b },
    });
    expect(elsewhere.status).toBe(404);
    const listed = await admin.call('account.list');
    expect(listed.body.accounts.map((account) => account.username)).toContain('zhang');
    expect(listed.body.accounts.map((account) => account.username)).not.toContain('admin');
    const stranger = await signedIn(test, 'systemAdmin', units.b);
    const params = { accountId: made.body.account.id };
    expect((await stranger.call('account.resetPassword', { params })).status).toBe(404);
    expect((await admin.call('account.disable', { params, body: { disabled: true } })).status).toBe(200);
    const signIn = { username: 'zhang', password: made.body.oneTimePassword };
    expect((await test.client().call('session.signIn', { body: signIn })).status).toBe(401);
  });

  it('a request from another site is refused before anything is read', async () => {
    const response = await test.house.app.inject({ method: 'POST', url: '/api/session', payload: {} });
    expect(response.json()).toMatchObject({ code: 'request.crossSite', status: 403 });
  });

  it('malformed and oversized bodies get a refusal, never a 500', async () => {
    const headers = { 'x-leitai': '1', 'content-type': 'application/json' };
    const send = (payload: string) =>
      test.house.app.inject({ method: 'POST', url: '/api/session', headers, payload });
    expect((await send('{')).json()).toMatchObject({ code: 'request.malformed' });
    expect((await send('{"username":5,"password":"x"}')).json()).toMatchObject({
      code: 'request.invalid',
      facts: { field: 'username' },
    });
    expect((await send(JSON.stringify({ username: 'x'.repeat(2_000_000) }))).statusCode).toBe(413);
  });
});
