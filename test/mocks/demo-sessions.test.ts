import { expect } from 'chai';

import { createDemoApi } from '../../mocks/demo-api.js';
import { onMemory } from '../../mocks/demo-backends/memory.js';
import { createMockBackend } from '../../mocks/mock-backend.js';

const origin = 'http://127.0.0.1';

const logOn = (person: string): Request =>
  new Request(`${origin}/api/session`, { method: 'POST', body: new URLSearchParams({ person }) });

/** The demo's log-on and what it opens. */
describe('the sessions of the demo', () => {
  const api = createDemoApi(onMemory(createMockBackend()));

  const cookieOf = async (person: string): Promise<string> => {
    const answer = await api(logOn(person));
    return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  };

  const accountFor = async (cookie: string): Promise<Response> =>
    api(new Request(`${origin}/api/billing/account`, { headers: { cookie } }));

  it('open the account of whoever has logged on', async () => {
    for (const [person, name] of [
      ['mara@harbor-travel.example', 'Harbor Travel'],
      ['jonas@meridian-bank.example', 'Meridian Bank'],
    ] as const) {
      const answer = await accountFor(await cookieOf(person));
      const { name: shown } = (await answer.json()) as { readonly name: string };
      expect(shown).to.contain(name);
    }
  });

  it('open nothing for a stranger, nor for a made-up cookie', async () => {
    const answer = await api(logOn('nobody@example.com'));
    expect(answer.status).to.equal(403);
    expect(answer.headers.get('set-cookie')).to.equal(null);
    expect((await accountFor('')).status).to.equal(401);
    expect((await accountFor('tern-session=guess')).status).to.equal(401);
  });

  it('end when the person logs off', async () => {
    const cookie = await cookieOf('mara@harbor-travel.example');
    expect((await accountFor(cookie)).status).to.equal(200);
    await api(new Request(`${origin}/api/session`, { method: 'DELETE', headers: { cookie } }));
    expect((await accountFor(cookie)).status).to.equal(401);
  });

  it('cannot be read by scripts, and are sent by this site alone', async () => {
    const answer = await api(logOn('mara@harbor-travel.example'));
    expect(answer.headers.get('set-cookie'))
      .to.contain('HttpOnly')
      .and.to.contain('SameSite=Strict');
  });
});
