import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

import type { BillingApi } from '../../src/api/billing-api.js';
import { BillingError } from '../../src/api/billing-error.js';
import type { BillingCheckoutElement } from '../../src/elements/billing-checkout/billing-checkout.js';
import { accessibleNodes, emulate } from '../support/browser-commands.js';
import {
  checkout,
  choose,
  order,
  readyCheckout,
  reload,
  shop,
  upgrade,
} from '../support/checkout.js';
import { storyTime } from '../support/clock.js';
import { holdTime } from '../support/held-time.js';
import type { HeldTime } from '../support/held-time.js';
import { parts, press, settled, shownIn, texts } from '../support/mount.js';
import { failing, held } from '../support/serving.js';

const focused = (el: BillingCheckoutElement): string => {
  const active = el.shadowRoot?.activeElement;
  return active?.part[0] ?? active?.getAttribute('value') ?? active?.localName ?? '';
};

describe('Everybody can use <billing-checkout>', () => {
  let time: HeldTime;
  beforeEach(() => {
    localStorage.clear();
    time = holdTime(storyTime);
  });
  afterEach(async () => {
    time.release();
    localStorage.clear();
    await emulate({});
  });

  const stay = (el: BillingCheckoutElement) => {
    el.addEventListener('checkout-redirect', (event) => {
      event.preventDefault();
    });
  };

  /** Each step, as somebody comes to it. */
  const steps: Record<string, () => Promise<BillingCheckoutElement>> = {
    loading: () => checkout(shop({ account: () => held<never>().promise }).client, upgrade),
    failing: () => checkout(shop({ account: failing('upstream_unavailable') }).client, upgrade),
    'the review of a plan': () => readyCheckout(time, shop().client, upgrade),
    'the review of a reload that repeats itself': () =>
      readyCheckout(time, shop().client, {
        ...reload,
        autoTopUp: {
          enabled: true,
          threshold: '50.00',
          amount: { amount: '100.00', currency: 'USD' },
        },
      }),
    'the review of an invoice': () =>
      readyCheckout(time, shop({}, 'past-due').client, {
        purpose: 'invoice',
        invoiceId: 'inv-2026-0007',
      }),
    'no figures': () =>
      readyCheckout(
        time,
        shop({ previewChange: failing('not_supported', { status: 404 }) }).client,
        upgrade,
      ),
    'something missing': async () => {
      const el = await readyCheckout(time, shop().client, upgrade);
      press(el, 'confirm');
      await settled(el);
      return el;
    },
    'an order on its way': async () => {
      const { client } = shop({ topUp: () => held<never>().promise });
      const el = await readyCheckout(time, client, reload);
      await order(el);
      return el;
    },
    'a refusal': async () => {
      const { client } = shop({ topUp: failing('conflict', { status: 409 }) });
      const el = await readyCheckout(time, client, reload);
      await order(el);
      await settled(el);
      return el;
    },
    'a lost answer': async () => {
      const { client } = shop({ topUp: failing('network') });
      const el = await readyCheckout(time, client, reload);
      await order(el);
      await time.pass(500);
      await settled(el);
      return el;
    },
    completed: async () => {
      const el = await readyCheckout(time, shop().client, upgrade);
      await order(el);
      return el;
    },
    scheduled: async () => {
      const effectiveAt = '2026-04-01T04:00:00Z';
      const { client } = shop({
        changePlan: () => Promise.resolve({ id: 'op_1', status: 'scheduled', effectiveAt }),
      });
      const el = await readyCheckout(time, client, upgrade);
      await order(el);
      return el;
    },
    'the way to a provider': async () => {
      const el = await readyCheckout(time, shop().client, reload);
      stay(el);
      await choose(el, 'PayPal');
      await order(el);
      return el;
    },
    'an open payment': async () => {
      const el = await readyCheckout(time, shop().client, reload);
      stay(el);
      await choose(el, 'PayPal');
      await order(el);
      await time.pass(1_000);
      await settled(el);
      return el;
    },
    'a transfer': async () => {
      const el = await readyCheckout(time, shop().client, reload);
      await choose(el, 'Wire');
      await order(el);
      return el;
    },
    failed: async () => {
      const { client, engine } = shop();
      engine.simulate.decline(true);
      const el = await readyCheckout(time, client, reload);
      await order(el);
      return el;
    },
    'no permission': () => checkout(shop({}, 'enterprise').client, upgrade),
    'nothing to pay': () => checkout(shop().client, { purpose: 'plan', planId: 'plan_standard' }),
    'names of any length': () => readyCheckout(time, shop({}, 'huge').client, reload),
  };

  for (const [step, reach] of Object.entries(steps)) {
    it(`at ${step}, in light and dark, without a raw value on screen`, async () => {
      const el = await reach();
      expect(shownIn(el)).not.to.equal('');
      expect(shownIn(el)).not.to.match(/undefined|NaN|Invalid Date|\[object|\bnull\b/);
      await expect(el).to.be.accessible();
      await emulate({ colorScheme: 'dark', reducedMotion: 'reduce' });
      await expect(el).to.be.accessible();
    });
  }

  it('by its names: the figures as a table, the ways as radios of one group', async () => {
    await readyCheckout(time, shop().client, upgrade);
    const nodes = await accessibleNodes();
    const named = (role: string) =>
      nodes.filter((node) => node.role === role).map(({ name }) => name);
    expect(named('table')).to.eql(['What it costs']);
    expect(named('columnheader')).to.eql(['Item', 'Amount']);
    expect(named('rowheader')).to.include.members(['Tax', 'Due now']);
    expect(named('group')).to.eql(['Way to pay']);
    expect(named('radio').map((name) => name?.split(' ')[0])).to.eql([
      'Visa',
      'PayPal',
      'Credit',
      'Wire',
    ]);
    expect(named('checkbox')).to.eql(['I agree: Visa •••• 4242 is charged $122.21 now.']);
    expect(named('button')).to.eql(['Pay $122.21']);
  });

  it('with the keyboard alone, from the review to the end', async () => {
    const { client, engine } = shop();
    const el = await readyCheckout(time, client, reload);
    await sendKeys({ press: 'Tab' });
    expect(focused(el), 'the chosen way').to.equal('pm_visa_4242');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ArrowUp' });
    expect(focused(el)).to.equal('pm_visa_4242');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Tab' });
    expect(focused(el)).to.equal('confirm');
    await sendKeys({ press: 'Enter' });
    await settled(el);
    expect(focused(el), 'what is missing').to.equal('notice');
    await sendKeys({ press: 'Tab' });
    expect(focused(el)).to.equal('go-to-field');
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: ' ' });
    await settled(el);
    await sendKeys({ press: 'Tab' });
    expect(focused(el)).to.equal('confirm');
    await sendKeys({ press: 'Enter' });
    await settled(el);
    await settled(el);
    expect(focused(el)).to.equal('outcome-heading');
    expect(engine.ledger.length).to.equal(1);
  });

  it('with the keyboard alone, after a decline', async () => {
    const { client, engine } = shop();
    engine.simulate.decline(true);
    const el = await readyCheckout(time, client, reload);
    await order(el);
    await sendKeys({ press: 'Tab' });
    expect(focused(el)).to.equal('try-again');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await settled(el);
    expect(focused(el), 'the page from its top').to.equal('heading');
    await time.pass(500);
    await settled(el);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: ' ' });
    await settled(el);
    expect(texts(el, 'consent')[0]).to.contain('Visa');
  });

  it('with the keyboard alone, through the details of a transfer', async () => {
    const el = await readyCheckout(time, shop().client, reload);
    await choose(el, 'Wire');
    await order(el);
    const stops: string[] = [];
    for (let stop = 0; stop < 6; stop += 1) {
      await sendKeys({ press: 'Tab' });
      stops.push(focused(el));
    }
    expect(stops).to.eql(['copy', 'copy', 'copy', 'copy', 'copy', 'start-anew']);
  });

  it('without losing the place when the page comes back and everything is asked again', async () => {
    const el = await readyCheckout(time, shop().client, reload);
    parts(el, 'confirm')[0]?.focus();
    el.reload();
    await settled(el);
    await settled(el);
    expect(focused(el)).to.equal('confirm');
  });

  it('without a jump out of the page when an order is refused while it is read', async () => {
    const broken: Partial<BillingApi> = {
      topUp: () => Promise.reject(new BillingError('forbidden', { status: 403 })),
    };
    const el = await readyCheckout(time, shop(broken).client, reload);
    await order(el);
    await settled(el);
    expect(document.activeElement === el).to.equal(true);
    expect(focused(el)).to.equal('notice');
  });

  it('at 320 px and with long names, without sideways scrolling', async () => {
    const el = await readyCheckout(time, shop({}, 'huge').client, upgrade);
    Object.assign(el.parentElement?.style ?? {}, { width: '320px' });
    await settled(el);
    expect(el.scrollWidth).to.be.at.most(320);
    expect(parts(el, 'summary')[0]?.scrollWidth).to.be.at.most(320);
    expect(parts(el, 'payment')[0]?.scrollWidth).to.be.at.most(320);
  });
});
