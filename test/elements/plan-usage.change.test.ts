import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';

import type { BillingApi } from '../../src/api/billing-api.js';
import type { Plan, Subscription } from '../../src/billing/types.js';
import type { CheckoutRedirectEvent } from '../../src/elements/billing-checkout/billing-checkout.js';
import type {
  ContactRequestEvent,
  PlanChangedEvent,
  PlanChangeRequestEvent,
  PlanUsageElement,
} from '../../src/elements/plan-usage/plan-usage.js';
import type { BillingErrorEvent } from '../../src/ui/faces.events.js';
import { accessibleNodes } from '../support/browser-commands.js';
import { agree, choose, shop } from '../support/checkout.js';
import { storyTime } from '../support/clock.js';
import { holdTime } from '../support/held-time.js';
import type { HeldTime } from '../support/held-time.js';
import { parts, press, settled, shownIn, texts } from '../support/mount.js';
import {
  checkoutIn,
  dialogSays,
  dialogText,
  focusedIn,
  openDialog,
  planUsage,
} from '../support/plan-usage.js';
import { failing, held, serving, unanswered } from '../support/serving.js';

/** A client whose catalogue is another one. */
const offering = async (
  change: (plan: Plan, index: number) => object,
  answers: Partial<BillingApi> = {},
): Promise<BillingApi> => {
  const { items } = await serving().plans('plan');
  const plans: Plan[] = items.map((plan, index) => ({ ...plan, ...change(plan, index) }));
  return serving({ plans: () => Promise.resolve({ items: plans }), ...answers });
};

/** A client of an account on Advanced that goes down to Standard when its month is over. */
const goingDown = async (answers: Partial<BillingApi> = {}) => {
  const made = shop(answers);
  const key = (name: string) => ({ idempotencyKey: `key-of-the-arrangement-${name}` });
  const order = { when: 'now', paymentOptionId: 'pm_visa_4242' } as const;
  await made.engine.changePlan('plan', { planId: 'plan_advanced', ...order }, key('up'));
  await made.engine.changePlan(
    'plan',
    { planId: 'plan_standard', when: 'period_end' },
    key('down'),
  );
  return made;
};

const pressKey = async (key: string, times = 1): Promise<void> => {
  for (let count = 0; count < times; count += 1) await sendKeys({ press: key });
};

/** Tab until something has the focus that a person would look for. */
const tabTo = async (el: PlanUsageElement, wanted: () => boolean): Promise<void> => {
  for (let times = 0; times < 40 && !wanted(); times += 1) await sendKeys({ press: 'Tab' });
  expect(wanted(), `found after ${focusedIn(el)}`).to.equal(true);
};

describe('Changing the plan in <plan-usage>', () => {
  let time: HeldTime;
  beforeEach(() => {
    localStorage.clear();
    time = holdTime(storyTime);
  });
  afterEach(() => {
    time.release();
    localStorage.clear();
    history.replaceState(null, '', location.pathname + location.search);
  });

  describe('offers the plans', () => {
    it('in the order of the server, with price or "By agreement" and what they include', async () => {
      const el = await planUsage(serving());
      await openDialog(el, 'change');
      expect(texts(el, 'dialog-heading')).to.eql(['Change plan']);
      expect(texts(el, 'offer')).to.eql([
        'Standard Current plan $0.00 per month Prepaid: you pay for what you use. Billing sessions $0.20 each',
        'Essential Recommended $250.00 per month 1,500 sessions a month. Covers your use of the last 30 days ' +
          'Billing sessions 1,500 included, then $0.18 each Upgrade to Essential',
        'Advanced $900.00 per month 6,000 sessions a month. Billing sessions 6,000 included, then $0.16 each ' +
          'Upgrade to Advanced',
        'Enterprise By agreement By agreement, with a contract. Billing sessions Unlimited Contact support',
      ]);
    });

    it('with the way that the server says, also one that it may say tomorrow', async () => {
      const ways = ['current', 'downgrade', 'switch', 'sideways'];
      const el = await planUsage(await offering((_plan, index) => ({ change: ways[index] })));
      await openDialog(el, 'change');
      expect(texts(el, 'choose')).to.eql([
        'Downgrade to Essential',
        'Switch to Advanced',
        'Switch to Enterprise',
      ]);
    });

    it('with no reason where the server recommends without one, or gives one without recommending', async () => {
      const el = await planUsage(
        await offering((_plan, index) => ({
          recommended: index === 2,
          recommendedReason: index === 1 ? 'For no reason' : undefined,
        })),
      );
      await openDialog(el, 'change');
      expect(dialogText(el)).not.to.contain('For no reason');
      expect(parts(el, 'recommended')).to.have.length(1);
    });

    it('and says so where there is no other', async () => {
      const { items } = await serving().plans('plan');
      const plans = () => Promise.resolve({ items: items.slice(0, 1) });
      const el = await planUsage(serving({ plans }));
      await openDialog(el, 'change');
      expect(dialogText(el)).to.contain('There is no other plan to change to.');
    });

    it('and to plans by agreement a safe link, which the page may take over', async () => {
      const el = await planUsage(serving());
      await openDialog(el, 'change');
      const [link] = parts<HTMLAnchorElement>(el, 'contact');
      expect(link?.href).to.equal('https://support.example.com/billing');
      expect(link?.rel).to.equal('noopener noreferrer');
      const heard: (string | undefined)[] = [];
      el.addEventListener('contact-request', (event: ContactRequestEvent) => {
        event.preventDefault();
        heard.push(event.planId);
      });
      const click = new MouseEvent('click', { bubbles: true, cancelable: true });
      link?.dispatchEvent(click);
      expect(heard).to.eql(['plan_enterprise']);
      expect(click.defaultPrevented).to.equal(true);
    });

    it('and never follows an address that is not safe', async () => {
      const account = await serving().account();
      const client = await offering(() => ({ contactUrl: 'javascript:alert(1)' }), {
        account: () => Promise.resolve({ ...account, contact: {} }),
      });
      const el = await planUsage(client);
      const heard = oneEvent<BillingErrorEvent>(el, 'billing-error');
      await openDialog(el, 'change');
      expect((await heard).code).to.equal('unsafe_url');
      expect(parts(el, 'contact').map(({ localName }) => localName)).to.eql(['button']);
      press(el, 'contact');
      await settled(el);
      expect(dialogText(el)).to.contain('ask the people who gave you access');
    });

    it('and says when they cannot be had, and tries again', async () => {
      const client = serving({ plans: failing('upstream_unavailable', { requestId: 'req_7' }) });
      const heard: BillingErrorEvent[] = [];
      const el = await planUsage(client);
      el.addEventListener('billing-error', (event) => heard.push(event));
      press(el, 'change');
      await dialogSays(el, /The billing service is not available\. Request req_7/u);
      expect(heard.map(({ code }) => code)).to.eql(['upstream_unavailable']);
      Object.assign(client, serving());
      press(el, 'retry');
      await dialogSays(el, /Upgrade to Essential/u);
      expect(focusedIn(el)).to.equal('dialog-heading');
    });

    it('and says that they are on their way', async () => {
      const el = await planUsage(serving({ plans: unanswered }));
      press(el, 'change');
      await dialogSays(el, /Loading/u);
    });
  });

  describe('compares features', () => {
    it('as a table whose headers belong to their rows, columns and groups', async () => {
      const el = await planUsage(serving());
      await openDialog(el, 'change');
      const nodes = await accessibleNodes();
      const named = (role: string) =>
        nodes.filter((node) => node.role === role).map(({ name }) => name);
      expect(named('columnheader')).to.eql([
        'Feature',
        'Standard Current plan',
        'Essential',
        'Advanced',
        'Enterprise',
      ]);
      expect(named('rowheader')).to.include.members(['Build', 'Dialog tasks', 'Run']);
      expect(named('table')).to.eql(['Compare features']);
    });

    it('with yes, no and nothing said as words', async () => {
      const el = await planUsage(
        await offering((_plan, index) => ({
          features: [
            { name: 'Sign-on', value: true },
            ...(index === 1 ? [] : [{ name: 'Audit', value: index === 0 ? false : '90 days' }]),
          ],
        })),
      );
      await openDialog(el, 'change');
      const rows = [...(el.shadowRoot?.querySelectorAll('tbody tr') ?? [])];
      const cells = rows.map((row) =>
        [...row.children].map((cell) =>
          [...cell.querySelectorAll('bdi, .visually-hidden')]
            .map((part) => part.textContent)
            .join(),
        ),
      );
      expect(cells).to.eql([
        ['Sign-on', 'Included', 'Included', 'Included', 'Included'],
        ['Audit', 'Not included', 'not available', '90 days', '90 days'],
      ]);
    });

    it('of two plans that one may choose, and never of one with itself', async () => {
      const el = await planUsage(serving());
      await openDialog(el, 'change');
      const columns = () =>
        [...(el.shadowRoot?.querySelectorAll('thead th:not(.aside) bdi') ?? [])].map(
          ({ textContent }) => textContent,
        );
      const selects = [...(el.shadowRoot?.querySelectorAll('select') ?? [])];
      const pick = async (which: number, value: string) => {
        const select = selects[which];
        if (!select) throw new Error('There is nothing to choose from.');
        select.value = value;
        select.dispatchEvent(new Event('change'));
        await settled(el);
      };
      expect(columns()).to.eql(['Standard', 'Essential']);
      await pick(1, 'plan_enterprise');
      expect(columns()).to.eql(['Standard', 'Enterprise']);
      await pick(0, 'plan_enterprise');
      expect(columns()).to.eql(['Standard', 'Enterprise']);
      expect(selects.map(({ value }) => value)).to.eql(['plan_enterprise', 'plan_standard']);
    });

    it('not at all where no plan names any', async () => {
      const el = await planUsage(await offering(() => ({ features: undefined })));
      await openDialog(el, 'change');
      expect(parts(el, 'comparison')).to.eql([]);
    });
  });

  describe('leads to the payment page', () => {
    it('and back, and shows the new truth once it is done', async () => {
      const { client, engine } = shop();
      const el = await planUsage(client);
      const heard: PlanChangedEvent[] = [];
      el.addEventListener('plan-changed', (event) => heard.push(event));
      await openDialog(el, 'change');
      press(el, 'choose');
      const checkout = await checkoutIn(el, time);
      expect(focusedIn(el)).to.equal('dialog-heading');
      expect(shownIn(checkout)).to.contain('$122.21');
      press(el, 'back');
      await dialogSays(el, /Compare features/u);
      expect(focusedIn(el)).to.equal('dialog-heading');

      press(el, 'choose');
      const again = await checkoutIn(el, time);
      await agree(again);
      press(again, 'confirm');
      await waitUntil(() => parts(el, 'done').length === 1);
      expect(parts(el, 'back')).to.eql([]);
      expect(heard.map(({ planId, status }) => [planId, status])).to.eql([
        ['plan_essential', 'completed'],
      ]);
      expect(engine.ledger.map(({ kind }) => kind)).to.eql(['plan_change']);
      press(el, 'done');
      await waitUntil(() => texts(el, 'plan')[0]?.includes('Essential'));
      expect(shownIn(el)).to.contain('$250.00 per month');
      expect(focusedIn(el)).to.equal('change');
    });

    it('with the same connection and texts as the widget', async () => {
      const client = serving();
      const el = await planUsage(client);
      el.messages = { checkout: 'Kasse' };
      el.timeZone = 'Europe/Berlin';
      await openDialog(el, 'change');
      press(el, 'choose');
      const checkout = await checkoutIn(el, time);
      expect(checkout.client).to.equal(client);
      expect(checkout.timeZone).to.equal('Europe/Berlin');
      expect(shownIn(checkout)).to.contain('Kasse');
    });

    it('from the first key to the last without a mouse', async () => {
      const { client, engine } = shop();
      const el = await planUsage(client);
      await tabTo(el, () => focusedIn(el) === 'change');
      await pressKey('Enter');
      await dialogSays(el, /Upgrade to Essential/u);
      await tabTo(el, () => focusedIn(el).startsWith('choose'));
      await pressKey('Enter');
      const checkout = await checkoutIn(el, time);
      const focusedPart = () => checkout.shadowRoot?.activeElement;
      await tabTo(el, () => focusedPart()?.getAttribute('type') === 'checkbox');
      await pressKey(' ');
      await tabTo(el, () => focusedPart()?.part.contains('confirm') === true);
      await pressKey('Enter');
      await waitUntil(() => engine.ledger.length === 1);
      await waitUntil(() => parts(el, 'done').length === 1);
      await tabTo(el, () => focusedIn(el) === 'done');
      await pressKey('Enter');
      await waitUntil(() => dialogText(el) === '');
      expect(focusedIn(el)).to.equal('change');
    });

    it('and buys nothing by a double click on any of its buttons', async () => {
      const { client, engine, received } = shop();
      const el = await planUsage(client);
      const doubleClick = async (part: string) => {
        const { bottom, left, right, top } = parts(el, part)[0]!.getBoundingClientRect();
        const position: [number, number] = [
          Math.round((left + right) / 2),
          Math.round((top + bottom) / 2),
        ];
        await sendMouse({ type: 'click', position });
        await sendMouse({ type: 'click', position });
        await settled(el);
      };
      await doubleClick('change');
      await dialogSays(el, /Upgrade to Essential/u);
      await doubleClick('choose');
      await checkoutIn(el, time);
      expect(received).to.eql([]);
      expect(engine.ledger).to.eql([]);
    });

    describe('at which its outcome waits for who comes back from the provider', () => {
      /** Somebody has left for the provider, has paid there, and stands before the page again. */
      const comeBack = async (outcome: 'approved' | 'abandoned' = 'approved') => {
        const { client, engine } = shop();
        const el = await planUsage(client);
        el.addEventListener('checkout-redirect', (event) => {
          event.preventDefault();
        });
        await openDialog(el, 'change');
        press(el, 'choose');
        const checkout = await checkoutIn(el, time);
        await choose(checkout, 'PayPal');
        await agree(checkout);
        const redirect = oneEvent<CheckoutRedirectEvent>(checkout, 'checkout-redirect');
        press(checkout, 'confirm');
        const { operationId, url } = await redirect;
        el.remove();
        await settled(el);
        const back = new URL(new URL(url).searchParams.get('returnUrl') ?? '');
        history.replaceState(null, '', back.pathname + back.search);
        if (outcome === 'approved') engine.simulate.settle(operationId, outcome);
        return client;
      };

      it('until they have seen it', async () => {
        const client = await comeBack();
        const heard: PlanChangedEvent[] = [];
        const listen = (event: PlanChangedEvent) => heard.push(event);
        document.body.addEventListener('plan-changed', listen);
        const el = await planUsage(client);
        await waitUntil(() => parts(el, 'done').length === 1, 'the outcome');
        expect(heard.map(({ planId }) => planId)).to.eql(['plan_essential']);
        expect(location.search, 'the mark of the return').not.to.contain('billing-return');
        press(el, 'done');
        await settled(el);
        expect(dialogText(el)).to.equal('');
        el.reload();
        await settled(el);
        expect(dialogText(el), 'once seen, it is not shown again').to.equal('');
        document.body.removeEventListener('plan-changed', listen);
      });

      it('also where the widget went before there was one', async () => {
        const client = await comeBack('abandoned');
        const el = await planUsage(client);
        expect(parts(await checkoutIn(el, time), 'outcome')).to.have.length(1);
        el.remove();
        await settled(el);
        const again = await planUsage(client);
        expect(parts(await checkoutIn(again, time), 'outcome')).to.have.length(1);
        expect(location.search).to.contain('billing-return');
      });

      it('in one widget, and for nobody else', async () => {
        const client = await comeBack('abandoned');
        const other = await planUsage(serving({}, 'trial'));
        const first = await planUsage(client);
        await checkoutIn(first, time);
        const second = await planUsage(client);
        await settled(second);
        expect([other, second].map(dialogText)).to.eql(['', '']);
      });

      it('and not where the page has a payment page of its own, which tells it', async () => {
        const client = await comeBack();
        const own = document.createElement('billing-checkout');
        document.body.append(own);
        const el = await planUsage(client);
        await settled(el);
        expect(dialogText(el)).to.equal('');
        own.remove();
      });
    });
  });

  describe('lets the page take over', () => {
    it('by canceling the request, which says which plan there is', async () => {
      const el = await planUsage(serving());
      const heard: PlanChangeRequestEvent[] = [];
      el.addEventListener('plan-change-request', (event) => heard.push(event));
      await openDialog(el, 'change');
      await pressKey('Escape');
      await waitUntil(() => dialogText(el) === '');
      el.addEventListener('plan-change-request', (event) => {
        event.preventDefault();
      });
      press(el, 'change');
      await settled(el);
      expect(parts(el, 'dialog')).to.eql([]);
      expect(heard.map(({ planId }) => planId)).to.eql(['plan_standard', 'plan_standard']);
    });
  });

  describe('keeps the current plan', () => {
    it('after a change that was scheduled', async () => {
      const { client, engine } = await goingDown();
      const el = await planUsage(client);
      expect(texts(el, 'notice')).to.contain('Changes to Standard on April 1, 2026.');
      expect(parts<HTMLButtonElement>(el, 'change')[0]?.disabled).to.equal(true);
      expect(shownIn(el)).to.contain('A change is already on its way.');
      const changed = oneEvent<PlanChangedEvent>(el, 'plan-changed');
      press(el, 'keep');
      expect(await changed).to.include({ planId: 'plan_advanced', status: 'completed' });
      await waitUntil(() => parts(el, 'keep').length === 0);
      expect(engine.ledger.at(-1)?.kind).to.equal('resumption');
      expect(shownIn(el)).to.contain('The current plan is kept.');
      expect(focusedIn(el)).to.equal('heading');
      expect(parts<HTMLButtonElement>(el, 'change')[0]?.disabled).to.equal(false);
    });

    it('once, however often it is pressed, also where the answer is lost', async () => {
      const { client, engine } = await goingDown();
      const resume = client.resumeSubscription;
      const el = await planUsage(
        Object.assign(client, {
          resumeSubscription: async (...[slot, options]: Parameters<typeof resume>) => {
            await resume(slot, options);
            return failing('timeout', { retryable: true })();
          },
        }),
      );
      const heard: PlanChangedEvent[] = [];
      el.addEventListener('plan-changed', (event) => heard.push(event));
      const [button] = parts(el, 'keep');
      button?.click();
      button?.click();
      await waitUntil(() => parts(el, 'keep').length === 0);
      expect(heard).to.have.length(1);
      expect(engine.ledger.filter(({ kind }) => kind === 'resumption')).to.have.length(1);
    });

    it('under the same key, where nothing tells what became of it', async () => {
      const keys: string[] = [];
      const { client, engine } = await goingDown();
      const { resumeSubscription: resume, subscription } = client;
      let isLost = false;
      const el = await planUsage(
        Object.assign(client, {
          subscription: (...args: Parameters<typeof subscription>) =>
            isLost ? failing('timeout', { retryable: true })() : subscription(...args),
          resumeSubscription: async (...[slot, options]: Parameters<typeof resume>) => {
            keys.push(options.idempotencyKey);
            const operation = await resume(slot, options);
            isLost = keys.length === 1;
            if (isLost) return failing('timeout', { retryable: true })();
            return operation;
          },
        }),
      );
      press(el, 'keep');
      await waitUntil(() => shownIn(el).includes('did not answer in time'));
      isLost = false;
      press(el, 'keep');
      await waitUntil(() => parts(el, 'keep').length === 0);
      expect(keys).to.have.length(2);
      expect(new Set(keys).size).to.equal(1);
      expect(engine.ledger.filter(({ kind }) => kind === 'resumption')).to.have.length(1);
    });

    it('not while it is being done, and says why where it fails', async () => {
      const { client } = await goingDown();
      const { promise, reject } = held<never>();
      Object.assign(client, { resumeSubscription: () => promise });
      const el = await planUsage(client);
      press(el, 'keep');
      await settled(el);
      expect(parts(el, 'keep')[0]?.getAttribute('aria-disabled')).to.equal('true');
      await failing('rate_limited', { status: 429 })().catch(reject);
      await waitUntil(() => shownIn(el).includes('The billing service is busy.'));
      expect(parts(el, 'keep')[0]?.getAttribute('aria-disabled')).to.equal(null);
    });

    it("and never says of one account why another's could not be kept", async () => {
      const [first, second] = [await goingDown(), await goingDown()];
      Object.assign(first.client, { resumeSubscription: failing('rate_limited') });
      const el = await planUsage(first.client);
      press(el, 'keep');
      await waitUntil(() => shownIn(el).includes('The billing service is busy.'));
      el.client = second.client;
      await settled(el);
      expect(parts(el, 'keep')).to.have.length(1);
      expect(shownIn(el)).not.to.contain('The billing service is busy.');
    });

    it('only for who may', async () => {
      const { client } = await goingDown();
      const account = await client.account();
      const can = { changePlan: { allowed: false, reason: 'no_permission' } };
      Object.assign(client, { account: () => Promise.resolve({ ...account, can }) });
      const el = await planUsage(client);
      expect(parts(el, 'keep')).to.eql([]);
      expect(parts(el, 'change')).to.eql([]);
    });
  });

  describe('is not offered', () => {
    it('to an account that is managed by people', async () => {
      const el = await planUsage(serving({}, 'enterprise'));
      expect([...parts(el, 'change'), ...parts(el, 'reload')]).to.eql([]);
      expect(texts(el, 'contact')).to.eql(['Contact support']);
    });

    it('while a payment is overdue, and the button says why', async () => {
      const el = await planUsage(serving({}, 'past-due'));
      expect(parts<HTMLButtonElement>(el, 'change')[0]?.disabled).to.equal(true);
      const buttons = (await accessibleNodes()).filter(({ role }) => role === 'button');
      const change = buttons.find(({ name }) => name === 'Change plan');
      expect(change?.description).to.contain('Pay the open invoice first');
    });

    it('where the server leaves it out, or the page wants no actions', async () => {
      const account = await serving().account();
      const bare = await planUsage(
        serving({ account: () => Promise.resolve({ ...account, can: {} }) }),
      );
      expect(bare.shadowRoot?.querySelectorAll('button').length).to.equal(0);
      const { client } = await goingDown();
      const el = await planUsage(client);
      el.readOnly = true;
      await settled(el);
      expect(el.shadowRoot?.querySelectorAll('button').length).to.equal(0);
    });
  });

  it("never shows one account's plans for another", async () => {
    const el = await planUsage(serving());
    await openDialog(el, 'change');
    el.client = serving({}, 'trial');
    await el.updateComplete;
    expect(dialogText(el)).to.equal('');
    await settled(el);
    expect(parts(el, 'dialog')).to.eql([]);
  });

  it('keeps the dialog when the answers behind it fail', async () => {
    const client = serving();
    const el = await planUsage(client);
    await openDialog(el, 'change');
    Object.assign(client, { subscription: failing('upstream_unavailable') });
    el.reload();
    await settled(el);
    expect(dialogText(el)).to.contain('Upgrade to Essential');
  });

  it('offers a first plan to an account without one', async () => {
    const none = (): Promise<Subscription> =>
      Promise.resolve({ slot: 'plan', status: 'none', plan: null });
    const el = await planUsage(serving({ subscription: none }));
    const request = oneEvent<PlanChangeRequestEvent>(el, 'plan-change-request');
    press(el, 'change');
    expect((await request).planId).to.equal(undefined);
    await dialogSays(el, /Upgrade to Essential/u);
  });

  it('is accessible in every step', async () => {
    const { client } = shop();
    const el = await planUsage(client);
    await openDialog(el, 'change');
    await expect(el).to.be.accessible();
    press(el, 'choose');
    const checkout = await checkoutIn(el, time);
    await expect(el).to.be.accessible();
    await agree(checkout);
    press(checkout, 'confirm');
    await waitUntil(() => parts(el, 'done').length === 1);
    await expect(el).to.be.accessible();
  }).timeout(20_000);

  it('is accessible with a change that is scheduled', async () => {
    const { client } = await goingDown();
    await expect(await planUsage(client)).to.be.accessible();
  }).timeout(20_000);
});
