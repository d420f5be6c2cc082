import { expect, html, oneEvent } from '@open-wc/testing';

import type { BillingApi } from '../../src/api/billing-api.js';
import type { Balances } from '../../src/billing/types.js';
// What it draws with: here already, so that a turn of the event loop is enough.
import '../../src/elements/plan-usage/plan-usage.content.js';
import '../../src/elements/plan-usage/plan-usage.js';
import type {
  ContactRequestEvent,
  PlanUsageElement,
} from '../../src/elements/plan-usage/plan-usage.js';
import type { BillingErrorEvent } from '../../src/ui/faces.events.js';
import type { Face } from '../../src/ui/faces.js';
import { faces } from '../../src/ui/faces.js';
import { accessibleNodes } from '../support/browser-commands.js';
import { restoreClock, setClock, storyTime } from '../support/clock.js';
import { inState, mount, parts, press, settled, shownIn, texts } from '../support/mount.js';
import { failing, held, serving, unanswered } from '../support/serving.js';

const shown = (client: BillingApi) =>
  mount<PlanUsageElement>(html`<plan-usage .client=${client}></plan-usage>`);

const withBalance = async (change: object): Promise<BillingApi> => {
  const { items } = await serving().balances();
  return serving({
    balances: () => Promise.resolve({ items: items.map((item) => ({ ...item, ...change })) }),
  });
};

describe('<plan-usage>', () => {
  beforeEach(() => {
    setClock(storyTime);
  });
  afterEach(restoreClock);

  it('shows plan, price, period, renewal and what is left', async () => {
    const el = await shown(serving());
    const text = shownIn(el);
    for (const expected of [
      'Plan & Usage',
      'Standard',
      '$0.00',
      'per month',
      'Mar 1 – 31, 2026',
      'Renews on April 1, 2026',
      '$184.60 left',
      '$615.40 of $800.00 used',
      '923',
    ]) {
      expect(text).to.contain(expected);
    }
  });

  it('tells grants in the order in which they are used up, with their expiry', async () => {
    const el = await shown(serving());
    parts<HTMLDetailsElement>(el, 'grants').forEach((grants) => {
      grants.open = true;
    });
    expect(texts(el, 'grant')).to.eql([
      'Free credits Expires on March 28, 2026 $12.40 left of $500.00',
      'Reload of 1 Dec 2025 $172.20 left of $300.00',
    ]);
  });

  it('warns of a grant that soon lapses, counting from when the balance was taken', async () => {
    const el = await shown(serving());
    expect(texts(el, 'notice')).to.eql([
      'Free credits: $12.40 expires on March 28, 2026, in 10 days.',
    ]);
  });

  it('says in words what is low, used up or expired', async () => {
    const states = {
      low: 'Credits: running low.',
      exhausted: 'Credits: used up.',
      expired: 'Credits: expired.',
    };
    for (const [status, sentence] of Object.entries(states)) {
      const el = await shown(await withBalance({ status, grants: [] }));
      expect(texts(el, 'notice'), status).to.eql([sentence]);
      expect(parts(el, 'balance')[0]?.part.contains(status), status).to.equal(true);
    }
  });

  it('warns from the share that the page asks for, and ignores a share that is none', async () => {
    const client = await withBalance({ status: 'ok', granted: '100', used: '75', grants: [] });
    const el = await shown(client);
    expect(texts(el, 'notice')).to.eql([]);
    el.setAttribute('warn-at', '0.75');
    await settled(el);
    expect(texts(el, 'notice')).to.eql(['Credits: running low.']);
    el.setAttribute('warn-at', '75%');
    await settled(el);
    expect(texts(el, 'notice')).to.eql([]);
  });

  it('keeps the sign of an overdrawn balance, and the meter within its ends', async () => {
    const el = await shown(serving({}, 'past-due'));
    expect(shownIn(el)).to.contain('-$3.40');
    for (const meter of parts<HTMLMeterElement>(el, 'meter')) {
      expect(meter.value).to.be.within(0, meter.max);
    }
  });

  it('says unlimited without a meter', async () => {
    const client = await withBalance({ remaining: null, currency: undefined, grants: [] });
    const el = await shown(client);
    expect(shownIn(el)).to.contain('Unlimited');
    expect(parts(el, 'meter')).to.eql([]);
  });

  it('shows digits as sent, also those of a currency that nobody knows', async () => {
    const client = await withBalance({ remaining: '1234.5678', currency: 'USDT', granted: '2000' });
    expect(shownIn(await shown(client))).to.contain('USDT 1,234.5678 left');
  });

  it('passes a word of the server through that it does not know', async () => {
    const { plan, ...rest } = await serving().subscription('plan');
    const subscription = { ...rest, plan, status: 'in_review' };
    const el = await shown(serving({ subscription: () => Promise.resolve(subscription) }));
    expect(texts(el, 'badge')).to.eql(['in_review']);
  });

  it('names each meter, with the amount in words', async () => {
    await shown(serving());
    const meters = (await accessibleNodes()).filter(({ role }) => role === 'meter');
    expect(meters.map(({ name }) => name)).to.eql(['Credits']);
  });

  it('keeps names of the server in one direction of their own', async () => {
    const el = await shown(serving({}, 'huge'));
    const names = [
      ...(el.shadowRoot?.querySelectorAll('.name bdi, [part~="balance"] h3 bdi') ?? []),
    ];
    expect(names.length).to.be.greaterThan(1);
  });

  describe('of an account that may not act', () => {
    it('offers the support team and nothing else', async () => {
      const el = await shown(serving({}, 'enterprise'));
      const controls = [...(el.shadowRoot?.querySelectorAll('button, a') ?? [])];
      expect(controls.map(({ textContent }) => textContent.trim())).to.eql(['Contact support']);
      expect(shownIn(el)).to.contain('By agreement');
    });

    it('asks the page first, which may take over', async () => {
      const el = await shown(serving({}, 'enterprise'));
      const heard: (string | undefined)[] = [];
      el.addEventListener('contact-request', (event: ContactRequestEvent) => {
        event.preventDefault();
        heard.push(event.reason);
      });
      const [link] = parts(el, 'contact');
      const click = new MouseEvent('click', { bubbles: true, cancelable: true });
      link?.dispatchEvent(click);
      expect(heard).to.eql(['contact_support']);
      expect(click.defaultPrevented).to.equal(true);
    });

    it('leaves the link to the browser where the page does not', async () => {
      const el = await shown(serving({}, 'enterprise'));
      const [link] = parts<HTMLAnchorElement>(el, 'contact');
      expect(link?.protocol).to.equal('https:');
      expect(link?.rel).to.equal('noopener noreferrer');
    });

    it('never links to an address that is not safe, and says so to the page', async () => {
      const account = await serving({}, 'enterprise').account();
      const { changePlan } = account.can;
      const can = {
        changePlan: { allowed: false, ...changePlan, contactUrl: 'javascript:alert(1)' },
      };
      const client = serving(
        { account: () => Promise.resolve({ ...account, can, contact: {} }) },
        'enterprise',
      );
      const el = document.createElement('plan-usage');
      el.client = client;
      const heard = oneEvent<BillingErrorEvent>(el, 'billing-error');
      document.body.append(el);
      expect((await heard).code).to.equal('unsafe_url');
      expect(parts(el, 'contact').map(({ localName }) => localName)).to.eql(['button']);
      press(el, 'contact');
      await settled(el);
      expect(shownIn(el)).to.contain('ask the people who gave you access');
      el.remove();
    });

    it('tells who can, where it is a matter of rights', async () => {
      const account = await serving().account();
      const refused = { allowed: false, reason: 'no_permission' };
      const can = { changePlan: refused, topUp: refused };
      const el = await shown(serving({ account: () => Promise.resolve({ ...account, can }) }));
      expect(texts(el, 'support')).to.eql([
        'Only an owner of this account can change the plan or add credits.',
      ]);
      expect(parts(el, 'contact')).to.eql([]);
    });
  });

  it("never shows one account's figures for another", async () => {
    const el = await shown(serving());
    el.client = serving({ account: failing('upstream_unavailable') }, 'trial');
    await el.updateComplete;
    expect(texts(el, 'plan'), 'on its way').to.eql([]);
    expect(shownIn(el), 'on its way').not.to.contain('184.60');
    await settled(el);
    expect(texts(el, 'plan'), 'failed').to.eql([]);
    expect(shownIn(el), 'failed').not.to.contain('184.60');
  });

  it('keeps what it shows when a reload fails, and its focus on the way on', async () => {
    const client = serving();
    const el = await shown(client);
    Object.assign(client, { subscription: failing('upstream_unavailable') });
    el.reload();
    await settled(el);
    expect(el.matches(':state(stale)')).to.equal(true);
    expect(shownIn(el)).to.contain('$184.60 left');

    Object.assign(client, serving());
    press(el, 'retry');
    await settled(el);
    expect(texts(el, 'retry')).to.eql([]);
    expect(document.activeElement?.localName).to.equal('plan-usage');
  });

  it('removes what it showed once the server refuses', async () => {
    const client = serving();
    const el = await shown(client);
    Object.assign(client, { account: failing('unauthenticated', { status: 401 }) });
    el.reload();
    await inState(el, 'signed-out');
    expect(shownIn(el)).not.to.contain('184.60');
  });

  it('tells the page of a failure once, without names or amounts', async () => {
    const el = document.createElement('plan-usage');
    const heard: BillingErrorEvent[] = [];
    document.body.addEventListener('billing-error', (event) => heard.push(event));
    el.client = serving({
      account: failing('upstream_unavailable', { status: 503, requestId: 'req_1' }),
    });
    document.body.append(el);
    await inState(el, 'error');
    el.requestUpdate();
    await settled(el);
    const [event, ...others] = heard;
    expect(others).to.eql([]);
    expect(event).to.include({
      code: 'upstream_unavailable',
      requestId: 'req_1',
      tag: 'plan-usage',
    });
    el.remove();
  });

  it('draws what it has while the balances are missing', async () => {
    const el = await shown(serving({ balances: failing('upstream_unavailable') }));
    expect(el.matches(':state(partial)')).to.equal(true);
    expect(texts(el, 'plan')).to.have.length(1);
    expect(shownIn(el)).to.contain('Some of this could not be loaded.');
  });

  it('keeps the plan where it is read while the balances come, warnings included', async () => {
    const { promise, resolve } = held<Balances>();
    const el = await shown(serving({ balances: () => promise }));
    const top = (): number | undefined => parts(el, 'plan')[0]?.getBoundingClientRect().top;
    const before = top();
    resolve(await serving().balances());
    await inState(el, 'ready');
    expect(texts(el, 'notice')).to.have.length(1);
    expect(before).to.be.a('number');
    expect(top()).to.equal(before);
  });

  it('says how many rows it could not read', async () => {
    const { items } = await serving().balances();
    const el = await shown(serving({ balances: () => Promise.resolve({ items, setAside: 2 }) }));
    expect(el.matches(':state(partial)')).to.equal(true);
    expect(shownIn(el)).to.contain('2 entries could not be shown.');
  });

  it('takes the texts of the page', async () => {
    const el = await shown(serving());
    el.messages = { planAndUsage: 'Tariff', left: (amount) => `${amount} übrig` };
    await settled(el);
    expect(shownIn(el)).to.contain('Tariff');
    expect(shownIn(el)).to.contain('$184.60 übrig');
  });

  it('takes its language from the nearest lang, also when that changes', async () => {
    const el = await shown(serving());
    el.lang = 'de';
    await settled(el);
    await settled(el);
    expect(shownIn(el)).to.contain('184,60');
    el.lang = 'en_US';
    await settled(el);
    await settled(el);
    expect(shownIn(el)).to.contain('$184.60');
  });

  const clients: Partial<Record<Face, () => BillingApi>> = {
    loading: () => serving({ account: unanswered }),
    ready: () => serving(),
    empty: () =>
      serving({
        subscription: (slot) => Promise.resolve({ slot, status: 'none', plan: null }),
      }),
    partial: () => serving({ balances: failing('upstream_unavailable') }),
    error: () => serving({ account: failing('upstream_unavailable') }),
    denied: () => serving({ account: failing('forbidden', { status: 403 }) }),
    'signed-out': () => serving({ account: failing('unauthenticated', { status: 401 }) }),
  };
  for (const [face, client] of Object.entries(clients)) {
    it(`is accessible and not blank when ${face}`, async () => {
      const el = await shown(client());
      expect(faces.filter((name) => el.matches(`:state(${name})`))).to.eql([face]);
      expect(shownIn(el)).not.to.equal('');
      await expect(el).to.be.accessible();
    });
  }

  for (const world of [
    'trial',
    'low-balance',
    'past-due',
    'enterprise',
    'empty',
    'huge',
  ] as const) {
    it(`is accessible in the ${world} world, with no raw value on screen`, async () => {
      const el = await shown(serving({}, world));
      expect(shownIn(el)).not.to.match(/undefined|NaN|Invalid Date|\[object|null/);
      await expect(el).to.be.accessible();
    });
  }
});
