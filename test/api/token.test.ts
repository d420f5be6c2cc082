import { expect } from 'chai';

import { tokenSourceOf } from '../../src/api/token.js';
import type { TokenProvider } from '../../src/api/token.js';
import { errorOf } from './support/outcome.js';

/** A provider that counts how often it was asked. */
function counting(give: (count: number) => ReturnType<TokenProvider>) {
  const provider = Object.assign(() => give((provider.asked += 1)), { asked: 0 });
  return provider;
}

const minute = 60_000;

describe('tokenSourceOf', () => {
  it('asks a provider once, for all who ask at a time and later', async () => {
    const provider = counting((count) => Promise.resolve(`t${count}`));
    const clients = Array.from({ length: 20 }, () => tokenSourceOf(provider));
    const tokens = await Promise.all(clients.map((source) => source.current(0)));
    expect(new Set(tokens.map(({ token }) => token))).to.eql(new Set(['t1']));
    await tokenSourceOf(provider).current(minute);
    expect(provider.asked).to.equal(1);
  });

  it('keeps providers apart', async () => {
    const [one, other] = [async () => 'one', async () => 'other'];
    expect((await tokenSourceOf(one).current(0)).token).to.equal('one');
    expect((await tokenSourceOf(other).current(0)).token).to.equal('other');
  });

  it('renews once for all whose token was refused, however late they learn it', async () => {
    const source = tokenSourceOf(counting((count) => Promise.resolve(`t${count}`)));
    const refused = await source.current(0);
    const [first, second] = await Promise.all([source.after(refused, 0), source.after(refused, 0)]);
    expect([first.token, second.token]).to.eql(['t2', 't2']);
    expect((await source.after(refused, 0)).token, 'much later').to.equal('t2');
  });

  it('renews once even where the provider gives the refused text again', async () => {
    const provider = counting(() => Promise.resolve('same'));
    const source = tokenSourceOf(provider);
    const refused = await source.current(0);
    await source.after(refused, 0);
    await source.after(refused, 0);
    expect(provider.asked).to.equal(2);
  });

  for (const [kind, expiresAt] of Object.entries({
    milliseconds: 10 * minute,
    'a date-time': new Date(10 * minute).toISOString(),
    'a Date': new Date(10 * minute),
  })) {
    it(`renews a little before it runs out, told in ${kind}`, async () => {
      const provider = counting((count) => Promise.resolve({ token: `t${count}`, expiresAt }));
      const source = tokenSourceOf(provider);
      await source.current(0);
      await source.current(9.4 * minute);
      expect(provider.asked, 'still good').to.equal(1);
      await source.current(9.6 * minute);
      expect(provider.asked, 'nearly run out').to.equal(2);
    });
  }

  for (const expiresAt of [0, 1700, 'never', '', NaN]) {
    it(`leaves it to the server where a token runs out at ${expiresAt}`, async () => {
      const provider = counting(() => Promise.resolve({ token: 't', expiresAt }));
      const source = tokenSourceOf(provider);
      await source.current(10 * minute);
      await source.current(20 * minute);
      expect(provider.asked).to.equal(1);
    });
  }

  it('asks again after a failure', async () => {
    const source = tokenSourceOf(
      counting((count) => (count === 1 ? Promise.reject(new Error('no')) : Promise.resolve('t'))),
    );
    expect((await errorOf(source.current(0))).code).to.equal('unauthenticated');
    expect((await source.current(0)).token).to.equal('t');
  });

  it('tells a dead line from a missing session', async () => {
    const down = tokenSourceOf(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await errorOf(down.current(0))).to.include({ code: 'network', retryable: true });
    const out = tokenSourceOf(() => Promise.reject(new Error('Signed out')));
    expect(await errorOf(out.current(0))).to.include({ code: 'unauthenticated', status: 401 });
  });

  it('takes a provider that throws at once like one that rejects', async () => {
    const source = tokenSourceOf(() => {
      throw new Error('no');
    });
    expect((await errorOf(source.current(0))).code).to.equal('unauthenticated');
  });

  it('never waits for a hanging provider for good', async () => {
    const provider = counting((count) =>
      count === 1 ? new Promise(() => undefined) : Promise.resolve('t2'),
    );
    const source = tokenSourceOf(provider);
    void source.current(0);
    void source.current(14_000);
    expect(provider.asked).to.equal(1);
    expect((await source.current(15_000)).token).to.equal('t2');
  });

  it('refuses what no header can carry, without quoting it', async () => {
    for (const token of ['', 'two words', 'line\nbreak', 'ключ']) {
      const error = await errorOf(tokenSourceOf(() => Promise.resolve(token)).current(0));
      expect(error.code).to.equal('unauthenticated');
      expect(`${error.message} ${String(error.cause)}`).not.to.include('line');
    }
    for (const given of ['null', '{}', '{"token":7}', '5']) {
      const provider: TokenProvider = () => Promise.resolve(JSON.parse(given));
      expect((await errorOf(tokenSourceOf(provider).current(0))).code).to.equal('unauthenticated');
    }
  });
});
