import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';

import type { BillingApi } from '../../src/api/billing-api.js';
import { BillingError } from '../../src/api/billing-error.js';
import type { Operation } from '../../src/billing/types.js';
import type { BillingHost } from '../../src/state/connection.js';
import { OperationWatch } from '../../src/state/operation-watch.js';
import { storyTime } from '../support/clock.js';
import { holdTime } from '../support/held-time.js';
import type { HeldTime } from '../support/held-time.js';
import { settled } from '../support/mount.js';
import { serving } from '../support/serving.js';

@customElement('watching-host')
class WatchingHost extends LitElement implements BillingHost {
  @property({ attribute: 'api-base' }) apiBase: string | null = null;
  @property() locale: string | null = null;
  @property({ attribute: 'time-zone' }) timeZone: string | null = null;
  @property({ type: Boolean, attribute: 'read-only' }) readOnly = false;
  @property({ attribute: false }) client: BillingApi | undefined;
  @property({ attribute: false }) messages: object | undefined;
  @property({ attribute: false }) watched: string | undefined = 'op_1';
  @property({ attribute: false }) known: Operation | undefined;

  readonly ended: string[] = [];
  readonly watch = new OperationWatch(this, {
    id: () => this.watched,
    known: () => this.known,
    touches: ['account'],
    ended: ({ id, status }) => this.ended.push(`${id} ${status}`),
  });
}

/** A server that tells the seconds at which it was asked, and what the test wants it to say. */
function server() {
  const asked: number[] = [];
  const begin = Date.now();
  const says: { status: string; error?: BillingError } = { status: 'pending' };
  const client = serving({
    operation: (id) => {
      asked.push((Date.now() - begin) / 1000);
      return says.error ? Promise.reject(says.error) : Promise.resolve({ id, status: says.status });
    },
  });
  return { asked, client, says };
}

async function watching(client: BillingApi, known?: Operation): Promise<WatchingHost> {
  const el = await fixture<WatchingHost>(
    html`<watching-host .client=${client} .known=${known}></watching-host>`,
  );
  await settled(el);
  return el;
}

function setHidden(isHidden: boolean): void {
  Object.defineProperty(document, 'visibilityState', {
    configurable: true,
    get: () => (isHidden ? 'hidden' : 'visible'),
  });
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('OperationWatch', () => {
  let time: HeldTime;
  beforeEach(() => {
    time = holdTime(storyTime);
  });
  afterEach(() => {
    time.release();
    Reflect.deleteProperty(document, 'visibilityState');
  });

  it('asks at once, then less and less often, and not for ever', async () => {
    const { asked, client } = server();
    const el = await watching(client);
    await time.pass(125_000);
    expect(asked).to.eql([0, 1, 3, 7, 15, 31, 61, 91, 121]);
    expect(el.watch.hasGivenUp).to.equal(false);
    await time.pass(3_600_000);
    await settled(el);
    expect(el.watch.hasGivenUp).to.equal(true);
    expect(asked.at(-1)).to.be.within(270, 300);
    expect(time.due).to.eql([]);
  });

  it('begins anew when somebody wants it', async () => {
    const { asked, client, says } = server();
    const el = await watching(client);
    await time.pass(3_600_000);
    const before = asked.length;
    says.status = 'completed';
    el.watch.reload();
    await settled(el);
    expect(asked.length).to.equal(before + 1);
    expect(el.ended).to.eql(['op_1 completed']);
    expect(el.watch.hasGivenUp).to.equal(false);
  });

  for (const status of ['completed', 'scheduled', 'failed']) {
    it(`stops at ${status}, and tells it once`, async () => {
      const { asked, client, says } = server();
      const el = await watching(client);
      says.status = status;
      await time.pass(600_000);
      await settled(el);
      expect(asked).to.eql([0, 1]);
      expect(el.ended).to.eql([`op_1 ${status}`]);
      expect(el.watch.value?.status).to.equal(status);
    });
  }

  it('takes the answer of the write for what it is, and asks a moment later', async () => {
    const { asked, client } = server();
    const el = await watching(client, { id: 'op_1', status: 'redirect', url: 'https://a.example' });
    expect(asked).to.eql([]);
    expect(el.watch.value?.status).to.equal('redirect');
    await time.pass(1_000);
    await settled(el);
    expect(asked).to.eql([1]);
    expect(el.watch.value?.status).to.equal('pending');
  });

  it('asks nothing about what the write has ended already', async () => {
    const { asked, client } = server();
    const el = await watching(client, { id: 'op_1', status: 'completed' });
    await time.pass(600_000);
    expect(asked).to.eql([]);
    expect(el.ended).to.eql(['op_1 completed']);
  });

  it('asks nothing while nobody sees the page, and at once when somebody does', async () => {
    const { asked, client } = server();
    const el = await watching(client);
    setHidden(true);
    await time.pass(600_000);
    expect(asked).to.eql([0]);
    setHidden(false);
    await settled(el);
    expect(asked).to.eql([0, 600]);
    await time.pass(1_000);
    expect(asked).to.eql([0, 600, 601]);
  });

  it('goes on through failures, and keeps what it knew', async () => {
    const { asked, client, says } = server();
    const el = await watching(client);
    says.error = new BillingError('network', { retryable: true });
    await time.pass(1_000);
    await settled(el);
    expect(el.watch.error?.code).to.equal('network');
    expect(el.watch.value?.status).to.equal('pending');
    delete says.error;
    says.status = 'completed';
    await time.pass(2_000);
    await settled(el);
    expect(asked).to.eql([0, 1, 3]);
    expect(el.watch.error).to.equal(undefined);
    expect(el.ended).to.eql(['op_1 completed']);
  });

  for (const [code, status] of [
    ['not_found', 404],
    ['forbidden', 403],
    ['unauthenticated', 401],
  ] as const) {
    it(`stops at ${code}: asking again would not help`, async () => {
      const { asked, client, says } = server();
      says.error = new BillingError(code, { status });
      const el = await watching(client);
      await time.pass(600_000);
      await settled(el);
      expect(asked).to.eql([0]);
      expect(el.watch.error?.code).to.equal(code);
    });
  }

  it('stops when the element leaves, and goes on when it is back', async () => {
    const { asked, client } = server();
    const el = await watching(client);
    const parent = el.parentElement;
    el.remove();
    await settled(el);
    await time.pass(600_000);
    expect(asked).to.eql([0]);
    parent?.append(el);
    await settled(el);
    await time.pass(1_000);
    expect(asked.length).to.be.greaterThan(1);
  });

  it('watches another operation from its beginning', async () => {
    const { client, says } = server();
    const el = await watching(client);
    await time.pass(31_000);
    el.watched = 'op_2';
    await settled(el);
    says.status = 'failed';
    await time.pass(1_000);
    await settled(el);
    expect(el.ended).to.eql(['op_2 failed']);
  });
});
