import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';

import type { BillingApi, CallOptions } from '../../src/api/billing-api.js';
import type { Operation } from '../../src/billing/types.js';
import type { BillingHost } from '../../src/state/connection.js';
import { BillingQuery } from '../../src/state/query.js';
import { restoreClock, setClock } from '../support/clock.js';
import { holdTime } from '../support/held-time.js';
import { settled } from '../support/mount.js';
import { failing, held, serving, unanswered } from '../support/serving.js';

@customElement('query-host')
class QueryHost extends LitElement implements BillingHost {
  @property({ attribute: 'api-base' }) apiBase: string | null = null;
  @property() locale: string | null = null;
  @property({ attribute: 'time-zone' }) timeZone: string | null = null;
  @property({ type: Boolean, attribute: 'read-only' }) readOnly = false;
  @property({ attribute: false }) client: BillingApi | undefined;
  @property({ attribute: false }) messages: object | undefined;
  @property() topic: string | undefined = 'a';

  readonly query = new BillingQuery(this, {
    args: () => (this.topic === undefined ? undefined : [this.topic]),
    load: (client, options, [topic]) => client.operation(topic, options),
  });
}

const named = (id: string): Operation => ({ id, status: 'pending' });

/** A client whose answers the test lets go one by one. */
function waiting() {
  const calls: (ReturnType<typeof held<Operation>> & {
    readonly signal: AbortSignal | undefined;
  })[] = [];
  const client = serving({
    operation: (_id: string, options?: CallOptions) => {
      const call = { ...held<Operation>(), signal: options?.signal };
      options?.signal?.addEventListener('abort', () => {
        call.reject(options.signal?.reason);
      });
      calls.push(call);
      return call.promise;
    },
  });
  return { calls, client };
}

const host = (client: BillingApi) =>
  fixture<QueryHost>(html`<query-host .client=${client}></query-host>`);

const shownName = (el: QueryHost) => el.query.value?.id;

describe('BillingQuery', () => {
  afterEach(restoreClock);

  it('hides the answer to another question at once, and shows only the answer to the last', async () => {
    const { calls, client } = waiting();
    const el = await host(client);
    calls[0]?.resolve(named('first'));
    await settled(el);
    expect(shownName(el)).to.equal('first');

    el.topic = 'b';
    expect(shownName(el), 'before any update').to.equal(undefined);
    await settled(el);
    el.topic = 'c';
    await settled(el);
    calls[2]?.resolve(named('third'));
    calls[1]?.resolve(named('second'));
    await settled(el);
    expect(shownName(el)).to.equal('third');
  });

  it('gives up a question that nobody asks any more', async () => {
    const { calls, client } = waiting();
    const el = await host(client);
    el.topic = 'b';
    await settled(el);
    expect(calls.map(({ signal }) => signal?.aborted)).to.eql([true, false]);
  });

  it('keeps the answer while the same question is asked again, and after that failed', async () => {
    const { calls, client } = waiting();
    const el = await host(client);
    calls[0]?.resolve(named('first'));
    await settled(el);
    el.query.reload();
    await settled(el);
    expect(shownName(el), 'while').to.equal('first');
    calls[1]?.reject(new TypeError('gone'));
    await settled(el);
    expect(shownName(el), 'after').to.equal('first');
    expect(el.query.error?.code).to.equal('bad_response');
  });

  it('drops the answer when the server refuses', async () => {
    const client = serving({ operation: () => Promise.resolve(named('first')) });
    const el = await host(client);
    await settled(el);
    expect(shownName(el)).to.equal('first');
    Object.assign(client, { operation: failing('forbidden', { status: 403 }) });
    el.query.reload();
    await settled(el);
    expect(el.query.value).to.equal(undefined);
  });

  it('aborts on departure, and asks again on return', async () => {
    const { calls, client } = waiting();
    const el = await host(client);
    const parent = el.parentElement;
    el.remove();
    await settled(el);
    expect(calls[0]?.signal?.aborted).to.equal(true);
    expect(calls).to.have.length(1);
    parent?.append(el);
    await settled(el);
    expect(calls).to.have.length(2);
    calls[1]?.resolve(named('back'));
    await settled(el);
    expect(shownName(el)).to.equal('back');
  });

  it('asks again also when it is back a few microtasks after it left', async () => {
    const { calls, client } = waiting();
    const el = await host(client);
    const parent = el.parentElement;
    el.remove();
    await Promise.resolve();
    await Promise.resolve();
    parent?.append(el);
    await settled(el);
    calls.at(-1)?.resolve(named('back'));
    await settled(el);
    expect(shownName(el)).to.equal('back');
  });

  it('takes a move within the document for no departure', async () => {
    const { calls, client } = waiting();
    const el = await host(client);
    const other = await fixture<HTMLDivElement>(html`<div></div>`);
    for (let move = 0; move < 1000; move += 1) {
      other.append(el);
      document.body.append(el);
    }
    other.append(el);
    await settled(el);
    expect(calls).to.have.length(1);
    expect(calls[0]?.signal?.aborted).to.equal(false);
  });

  it('asks nothing while there is nothing to ask', async () => {
    const { calls, client } = waiting();
    const el = await host(client);
    el.topic = undefined;
    await settled(el);
    expect(calls).to.have.length(1);
    expect(el.query.value).to.equal(undefined);
    expect(el.query.error).to.equal(undefined);
  });

  it('asks again when the person comes back after a minute, not before', async () => {
    setClock('2026-03-18T15:30:00Z');
    const { calls, client } = waiting();
    const el = await host(client);
    calls[0]?.resolve(named('first'));
    await settled(el);
    setClock('2026-03-18T15:30:59Z');
    document.dispatchEvent(new Event('visibilitychange'));
    await settled(el);
    expect(calls, 'soon').to.have.length(1);
    setClock('2026-03-18T15:31:01Z');
    document.dispatchEvent(new Event('visibilitychange'));
    await settled(el);
    expect(calls, 'later').to.have.length(2);
  });

  it('asks nothing again for a page that is just hidden', async () => {
    setClock('2026-03-18T15:30:00Z');
    const { calls, client } = waiting();
    const el = await host(client);
    calls[0]?.resolve(named('first'));
    await settled(el);
    setClock('2026-03-18T16:30:00Z');
    const visibility = { get: () => 'hidden', configurable: true };
    Object.defineProperty(document, 'visibilityState', visibility);
    document.dispatchEvent(new Event('visibilitychange'));
    Reflect.deleteProperty(document, 'visibilityState');
    await settled(el);
    expect(calls).to.have.length(1);
  });

  const outages: readonly (readonly [code: string, status: number, asksAgain: boolean])[] = [
    ['network', 0, true],
    ['upstream_unavailable', 503, false],
  ];
  for (const [code, status, asksAgain] of outages) {
    it(`${asksAgain ? 'asks again' : 'does not ask again'} after ${code} once the network is back`, async () => {
      const time = holdTime('2026-03-18T15:30:00Z', 1);
      let asked = 0;
      const answer = failing(code, { status, retryable: true });
      const operation = () => {
        asked += 1;
        return answer();
      };
      const el = await host(serving({ operation }));
      await el.updateComplete;
      const before = asked;
      dispatchEvent(new Event('online'));
      await time.pass(30_000);
      time.release();
      await settled(el);
      expect(asked - before).to.equal(asksAgain ? 1 : 0);
    });
  }

  for (const [asksFor, waits] of [
    [12, 12],
    [0, 5],
  ] as const) {
    it(`asks again by itself ${waits} s after a server that named ${asksFor} s`, async () => {
      const time = holdTime('2026-11-24T12:00:00Z');
      let asked = 0;
      const fail = failing('rate_limited', { status: 429, retryable: true, retryAfter: asksFor });
      const operation = () => {
        asked += 1;
        return asked === 1 ? fail() : Promise.resolve(named('later'));
      };
      const el = await host(serving({ operation }));
      await time.pass(waits * 1000 - 1);
      const before = asked;
      await time.pass(1);
      time.release();
      await settled(el);
      expect([before, asked]).to.eql([1, 2]);
      expect(el.query.error).to.equal(undefined);
      expect(shownName(el)).to.equal('later');
    });
  }

  it('waits twice as long after each further failure, a minute at most, and no less than was named', async () => {
    const time = holdTime('2026-11-24T12:00:00Z');
    const named = [0, 0, 12, 0, 0, 0];
    const waits: number[] = [];
    let last = Date.now();
    const operation = () => {
      waits.push((Date.now() - last) / 1000);
      last = Date.now();
      const retryAfter = named[waits.length - 1] ?? Infinity;
      return failing('rate_limited', { status: 429, retryable: true, retryAfter })();
    };
    await host(serving({ operation }));
    await time.pass(600_000);
    time.release();
    expect(waits).to.eql([0, 5, 10, 20, 40, 60, 60]);
  });

  it('counts no failure that nothing was sent again after', async () => {
    const time = holdTime('2026-11-24T12:00:00Z');
    const asked: number[] = [];
    const operation = () => {
      asked.push(Date.now());
      const repeated = asked.length > 2 ? { retryAfter: 0 } : {};
      return failing('network', { status: 0, retryable: true, ...repeated })();
    };
    const el = await host(serving({ operation }));
    for (const pass of [1000, 6000]) {
      el.query.reload();
      await settled(el);
      await time.pass(pass);
    }
    time.release();
    const [, , third = 0, fourth = 0] = asked;
    expect(asked).to.have.length(4);
    expect(fourth - third).to.equal(5000);
  });

  it('tells a wait from an answer', async () => {
    const el = await host(serving({ operation: unanswered }));
    await settled(el);
    expect(el.query.pending).to.equal(true);
    expect(el.query.value).to.equal(undefined);
  });
});
