import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

import type { BillingApi } from '../../src/api/billing-api.js';
import { BillingError } from '../../src/api/billing-error.js';
import type { AutoTopUpRequest, Balance } from '../../src/billing/types.js';
import type {
  AccountReloadedEvent,
  PlanUsageElement,
  ReloadRequestEvent,
} from '../../src/elements/plan-usage/plan-usage.js';
import { accessibleNodes } from '../support/browser-commands.js';
import { agree, shop } from '../support/checkout.js';
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
  type,
} from '../support/plan-usage.js';
import { failing, held, serving } from '../support/serving.js';

/** A client whose balance is another one. */
const holding = async (change: object, answers: Partial<BillingApi> = {}): Promise<BillingApi> => {
  const { items } = await serving().balances();
  const balances = items.map((item): Balance => ({ ...item, ...change }));
  return serving({ balances: () => Promise.resolve({ items: balances }), ...answers });
};

const usd = (amount: string) => ({ amount, currency: 'USD' });

const pick = async (el: PlanUsageElement, label: string): Promise<void> => {
  const amount = parts(el, 'amount-option').find(({ textContent }) => textContent.includes(label));
  amount?.querySelector('input')?.click();
  await settled(el);
};

const faults = (el: PlanUsageElement): string[] =>
  texts(el, 'problem').filter((text) => text !== '');

const checkbox = (el: PlanUsageElement): HTMLInputElement => {
  const found = el.shadowRoot?.querySelector<HTMLInputElement>('[type="checkbox"]');
  if (!found) throw new Error('There is no checkbox.');
  return found;
};

const tick = async (el: PlanUsageElement): Promise<void> => {
  checkbox(el).click();
  await settled(el);
};

const goOn = async (el: PlanUsageElement): Promise<void> => {
  press(el, 'continue');
  await settled(el);
};

/** Tab until something has the focus that a person would look for. */
const tabTo = async (el: PlanUsageElement, wanted: () => boolean): Promise<void> => {
  for (let times = 0; times < 40 && !wanted(); times += 1) await sendKeys({ press: 'Tab' });
  expect(wanted(), `found after ${focusedIn(el)}`).to.equal(true);
};

describe('Reloading in <plan-usage>', () => {
  let time: HeldTime;
  beforeEach(() => {
    localStorage.clear();
    time = holdTime(storyTime);
  });
  afterEach(() => {
    time.release();
    localStorage.clear();
  });

  describe('asks for an amount', () => {
    it('of those on offer, told in units, or any other', async () => {
      const el = await planUsage(serving());
      await openDialog(el, 'reload');
      expect(texts(el, 'dialog-heading')).to.eql(['Reload']);
      expect(texts(el, 'amount-option')).to.eql([
        '$100.00 500 Billing sessions',
        '$250.00 1,250 Billing sessions',
        '$500.00 2,500 Billing sessions',
        '$1,000.00 5,000 Billing sessions',
        'Other amount',
      ]);
      const radios = (await accessibleNodes()).filter(({ role }) => role === 'radio');
      expect(radios[0]?.name).to.equal('$100.00 500 Billing sessions');
    });

    it('with the words of the server for one on offer, and units computed where it sends none', async () => {
      const el = await planUsage(
        await holding({
          topUp: {
            unitPrice: usd('0.10'),
            options: [
              { id: 'a', price: usd('19.90') },
              { id: 'b', price: usd('0.30'), units: '4', label: 'A handful' },
            ],
          },
        }),
      );
      await openDialog(el, 'reload');
      expect(texts(el, 'amount-option')).to.eql(['$19.90 199 Billing sessions', '$0.30 A handful']);
    });

    it('at once where none is on offer', async () => {
      const custom = { min: usd('10.00'), max: usd('50.00') };
      const el = await planUsage(await holding({ topUp: { custom } }));
      await openDialog(el, 'reload');
      expect(texts(el, 'amount-option')).to.eql([]);
      expect(dialogText(el)).to.contain('$10.00 to $50.00');
      await type(el, 'free-amount', '20');
      await goOn(el);
      expect((await checkoutIn(el, time)).amount).to.equal('20.00');
    });

    it('and tells what a free amount pays for, exactly, while it is typed', async () => {
      const el = await planUsage(serving());
      await openDialog(el, 'reload');
      await pick(el, 'Other amount');
      expect(dialogText(el)).to.contain('$100.00 to $20,000.00, in steps of $1');
      await type(el, 'free-amount', '184.60');
      expect(dialogText(el)).to.contain('923 Billing sessions');
      await type(el, 'free-amount', 'much');
      expect(dialogText(el)).not.to.contain('923');
    });

    const refused = [
      ['', 'Enter an amount.'],
      ['much', 'Enter an amount such as 100.00.'],
      ['99.99', 'Enter $100.00 or more.'],
      ['20000.01', 'Enter $20,000.00 or less.'],
      ['100.005', 'Enter an amount with fewer digits, such as 100.00.'],
      ['100.50', 'Enter an amount in steps of $1, starting at $100.00.'],
      ['-100', 'Enter an amount such as 100.00.'],
    ] as const;
    for (const [typed, sentence] of refused) {
      it(`and says at the field what is wrong with "${typed}", and keeps it`, async () => {
        const client = serving({ topUp: () => Promise.reject(new Error('Nothing was bought.')) });
        const el = await planUsage(client);
        await openDialog(el, 'reload');
        await pick(el, 'Other amount');
        await type(el, 'free-amount', typed);
        expect(faults(el), 'while it is typed').to.eql([]);
        await goOn(el);
        expect(faults(el)).to.eql([sentence]);
        const field = el.shadowRoot?.querySelector<HTMLInputElement>('#free-amount');
        expect(field?.value).to.equal(typed);
        expect(el.shadowRoot?.activeElement?.id).to.equal('free-amount');
        const node = (await accessibleNodes()).find(({ name }) => name === 'Other amount');
        expect(node?.description ?? sentence).to.contain(sentence);
        await type(el, 'free-amount', '150');
        expect(faults(el)).to.eql([]);
      });
    }

    it('in the notation of the language', async () => {
      const el = await planUsage(serving());
      el.locale = 'de';
      await waitUntil(() => shownIn(el).includes('Tarif'), 'German');
      await openDialog(el, 'reload');
      await pick(el, 'Anderer Betrag');
      await type(el, 'free-amount', '1.250,00');
      await goOn(el);
      expect((await checkoutIn(el, time)).amount).to.equal('1250.00');
    });
  });

  describe('leads to the payment page', () => {
    it('and back with what was chosen and typed', async () => {
      const el = await planUsage(serving());
      await openDialog(el, 'reload');
      await pick(el, 'Other amount');
      await type(el, 'free-amount', '150');
      await tick(el);
      await type(el, 'threshold', '75');
      await goOn(el);
      const checkout = await checkoutIn(el, time);
      expect(checkout.amount).to.equal('150.00');
      expect(checkout.autoTopUp).to.eql({
        enabled: true,
        threshold: '75.00',
        amount: usd('100.00'),
      });
      press(el, 'back');
      await dialogSays(el, /Continue/u);
      const value = (id: string) => el.shadowRoot?.querySelector<HTMLInputElement>(`#${id}`)?.value;
      expect([value('free-amount'), value('threshold')]).to.eql(['150', '75']);
      expect(checkbox(el).checked).to.equal(true);
    });

    it('and loses nothing typed where that fails', async () => {
      const el = await planUsage(
        serving({ paymentOptions: failing('upstream_unavailable', { status: 503 }) }),
      );
      await openDialog(el, 'reload');
      await pick(el, 'Other amount');
      await type(el, 'free-amount', '333');
      await goOn(el);
      const checkout = await checkoutIn(el, time);
      expect(shownIn(checkout)).to.contain('The billing service is not available.');
      press(el, 'back');
      await dialogSays(el, /Continue/u);
      const field = el.shadowRoot?.querySelector<HTMLInputElement>('#free-amount');
      expect(field?.value).to.equal('333');
    });

    it('and shows the new balance once it is paid, without a mouse', async () => {
      const { client, engine } = shop();
      const el = await planUsage(client);
      const reloaded = oneEvent<AccountReloadedEvent>(el, 'account-reloaded');
      await tabTo(el, () => focusedIn(el) === 'reload');
      await sendKeys({ press: 'Enter' });
      await dialogSays(el, /Continue/u);
      const active = () => el.shadowRoot?.activeElement;
      await tabTo(el, () => active()?.getAttribute('type') === 'radio');
      await sendKeys({ press: 'ArrowDown' });
      await tabTo(el, () => focusedIn(el) === 'continue');
      await sendKeys({ press: 'Enter' });
      const checkout = await checkoutIn(el, time);
      expect(checkout.amount).to.equal('250.00');
      const inCheckout = () => checkout.shadowRoot?.activeElement;
      await tabTo(el, () => inCheckout()?.getAttribute('type') === 'checkbox');
      await sendKeys({ press: ' ' });
      await tabTo(el, () => inCheckout()?.part.contains('confirm') === true);
      await sendKeys({ press: 'Enter' });
      expect((await reloaded).balanceId).to.equal('credits');
      await waitUntil(() => parts(el, 'done').length === 1);
      await tabTo(el, () => focusedIn(el) === 'done');
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => dialogText(el) === '');
      expect(focusedIn(el)).to.equal('reload');
      expect(engine.ledger.map(({ amount, kind }) => [kind, amount?.amount])).to.eql([
        ['top_up', '250.00'],
      ]);
      await waitUntil(() => shownIn(el).includes('$434.60 left'));
    });

    it('by Enter in the field', async () => {
      const el = await planUsage(serving());
      await openDialog(el, 'reload');
      await pick(el, 'Other amount');
      el.shadowRoot?.querySelector<HTMLInputElement>('#free-amount')?.focus();
      await sendKeys({ type: '700' });
      await sendKeys({ press: 'Enter' });
      expect((await checkoutIn(el, time)).amount).to.equal('700.00');
    });
  });

  describe('with automatic reload', () => {
    it('does not send it along where nothing was changed about it', async () => {
      const el = await planUsage(serving());
      await openDialog(el, 'reload');
      await goOn(el);
      expect((await checkoutIn(el, time)).autoTopUp).to.equal(undefined);
    });

    it('takes it along with a first reload, and says when it starts', async () => {
      const el = await planUsage(serving({}, 'empty'));
      await openDialog(el, 'reload');
      expect(dialogText(el)).to.contain('It starts once this reload has gone through.');
      await tick(el);
      await goOn(el);
      const { autoTopUp } = await checkoutIn(el, time);
      expect(autoTopUp).to.eql({ enabled: true, threshold: '50.00', amount: usd('100.00') });
    });

    it('says that it fails, why, and what starts it again', async () => {
      const el = await planUsage(serving({}, 'past-due'));
      await openDialog(el, 'reload');
      expect(dialogText(el)).to.contain(
        'Not working. The last payment failed. It starts again after a payment that succeeds.',
      );
      expect(checkbox(el).checked).to.equal(true);
    });

    const conditions = [
      ['no_permission', 'Only an owner of this account can switch it on.'],
      ['limit_reached', 'Its limit for this period is reached.'],
      ['a_reason_of_tomorrow', 'a_reason_of_tomorrow'],
    ] as const;
    for (const [reason, sentence] of conditions) {
      it(`cannot be had where the server says ${reason}`, async () => {
        const autoTopUp = { status: 'unavailable', reason, min: usd('100.00') };
        const el = await planUsage(await holding({ autoTopUp }));
        expect(parts(el, 'change-auto-reload')).to.eql([]);
        await openDialog(el, 'reload');
        expect(checkbox(el).disabled).to.equal(true);
        expect(dialogText(el)).to.contain(sentence);
        await goOn(el);
        expect((await checkoutIn(el, time)).autoTopUp).to.equal(undefined);
      });
    }

    it('is not spoken of where the server knows none', async () => {
      const el = await planUsage(await holding({ autoTopUp: undefined }));
      await openDialog(el, 'reload');
      expect(dialogText(el)).not.to.contain('Automatic');
    });

    it('does not go on while its amounts are wrong', async () => {
      const el = await planUsage(serving());
      await openDialog(el, 'reload');
      await tick(el);
      await type(el, 'threshold', '');
      await type(el, 'auto-amount', '99');
      await goOn(el);
      expect(faults(el)).to.eql(['Enter an amount.', 'Enter $100.00 or more.']);
      expect(el.shadowRoot?.activeElement?.id).to.equal('threshold');
      await tick(el);
      await goOn(el);
      await checkoutIn(el, time);
    });
  });

  describe('lets the page take over', () => {
    it('by canceling the request, which says which balance is meant', async () => {
      const el = await planUsage(serving());
      const heard: ReloadRequestEvent[] = [];
      el.addEventListener('reload-request', (event) => heard.push(event));
      await openDialog(el, 'reload');
      await sendKeys({ press: 'Escape' });
      await waitUntil(() => dialogText(el) === '');
      expect(focusedIn(el)).to.equal('reload');
      el.addEventListener('reload-request', (event) => {
        event.preventDefault();
      });
      press(el, 'reload');
      await settled(el);
      expect(parts(el, 'dialog')).to.eql([]);
      expect(heard.map(({ balanceId }) => balanceId)).to.eql(['credits', 'credits']);
    });
  });

  describe('is not offered', () => {
    it('where nothing can be bought, or who asks may not', async () => {
      const bare = await planUsage(await holding({ topUp: { unitPrice: usd('0.20') } }));
      expect(parts(bare, 'reload')).to.eql([]);
      const account = await serving().account();
      const can = { topUp: { allowed: false, reason: 'no_permission' } };
      const client = serving({ account: () => Promise.resolve({ ...account, can }) });
      const el = await planUsage(client);
      expect([...parts(el, 'reload'), ...parts(el, 'change-auto-reload')]).to.eql([]);
      const trial = await planUsage(serving({}, 'trial'));
      expect(parts(trial, 'reload')).to.eql([]);
    });
  });

  it('is accessible in every step, also with what is wrong', async () => {
    const { client } = shop();
    const el = await planUsage(client);
    await openDialog(el, 'reload');
    await expect(el).to.be.accessible();
    await pick(el, 'Other amount');
    await tick(el);
    await type(el, 'threshold', 'x');
    await goOn(el);
    await expect(el).to.be.accessible();
    await pick(el, '$100.00');
    await type(el, 'threshold', '50');
    await goOn(el);
    const checkout = await checkoutIn(el, time);
    await expect(el).to.be.accessible();
    await agree(checkout);
    press(checkout, 'confirm');
    await waitUntil(() => parts(el, 'done').length === 1);
    await expect(el).to.be.accessible();
  }).timeout(20_000);
});

describe('Automatic reload in <plan-usage>', () => {
  let time: HeldTime;
  beforeEach(() => {
    localStorage.clear();
    time = holdTime(storyTime);
  });
  afterEach(() => {
    time.release();
  });

  /** A client that notes what automatic reload is set to. */
  const noting = (answers: Partial<BillingApi> = {}) => {
    const sent: AutoTopUpRequest[] = [];
    const api = serving(answers);
    const client: BillingApi = {
      ...api,
      setAutoTopUp: (id, settings, options) => {
        sent.push(settings);
        return api.setAutoTopUp(id, settings, options);
      },
    };
    return { client, sent };
  };

  const openSettings = async (client: BillingApi): Promise<PlanUsageElement> => {
    const el = await planUsage(client);
    await openDialog(el, 'change-auto-reload');
    await time.pass(500);
    await settled(el);
    return el;
  };

  const save = async (el: PlanUsageElement): Promise<void> => {
    press(el, 'save');
    await settled(el);
    await settled(el);
  };

  it('is switched on, changed and off again, and says what the server made of it', async () => {
    const { client, sent } = noting();
    const el = await openSettings(client);
    expect(texts(el, 'auto-reload')[0]).to.match(/^Automatic reload Off Change/u);
    expect(dialogText(el)).not.to.contain('charged without asking');
    await tick(el);
    expect(dialogText(el)).to.contain('charged without asking again, until you switch it off');
    await type(el, 'auto-amount', '250');
    await save(el);
    expect(dialogText(el)).to.equal('');
    expect(shownIn(el)).to.contain(
      'Automatic reload is on: it adds $250.00 when the balance drops below $50.00.',
    );
    expect(texts(el, 'auto-reload')[0]).to.contain('Adds $250.00');
    expect(focusedIn(el)).to.contain('change-auto-reload');

    await openDialog(el, 'change-auto-reload');
    await time.pass(500);
    await settled(el);
    expect(checkbox(el).checked).to.equal(true);
    await type(el, 'threshold', '60.5');
    await save(el);

    await openDialog(el, 'change-auto-reload');
    await time.pass(500);
    await settled(el);
    await tick(el);
    await save(el);
    expect(shownIn(el)).to.contain('Automatic reload is off.');
    expect(sent).to.eql([
      { enabled: true, threshold: '50.00', amount: usd('250.00') },
      { enabled: true, threshold: '60.50', amount: usd('250.00') },
      { enabled: false },
    ]);
  });

  it('is named by what it changes, and of which balance', async () => {
    await planUsage(serving());
    const button = (await accessibleNodes()).find(({ name }) => name === 'Change automatic reload');
    expect(button?.description).to.equal('Credits');
  });

  it('is not saved by the second click of a double click', async () => {
    const el = await planUsage(serving());
    await openDialog(el, 'change-auto-reload');
    const [button] = parts<HTMLButtonElement>(el, 'save');
    expect(button?.disabled).to.equal(true);
    await time.pass(500);
    await settled(el);
    expect(button?.disabled).to.equal(false);
  });

  it('is saved once, and keeps what was typed where that fails', async () => {
    const { promise, reject } = held<never>();
    let calls = 0;
    const el = await openSettings(
      serving({
        setAutoTopUp: () => {
          calls += 1;
          return promise;
        },
      }),
    );
    await tick(el);
    await type(el, 'auto-amount', '123');
    const form = el.shadowRoot?.querySelector('form');
    form?.requestSubmit();
    await settled(el);
    expect(parts(el, 'save')[0]?.getAttribute('aria-disabled')).to.equal('true');
    form?.requestSubmit();
    expect(calls).to.equal(1);
    const failed = oneEvent(el, 'billing-error');
    reject(new BillingError('network', { retryable: true }));
    await failed;
    await dialogSays(el, /The billing service cannot be reached/u);
    const field = el.shadowRoot?.querySelector<HTMLInputElement>('#auto-amount');
    expect(field?.value).to.equal('123');
    expect(checkbox(el).checked).to.equal(true);
  });

  it('says at the field what the server did not accept', async () => {
    const problem = {
      type: 'about:blank',
      status: 422,
      code: 'invalid_request',
      errors: [{ pointer: '/amount/amount', detail: 'Is not below your limit of 80.' }],
    };
    const refuse = () =>
      Promise.reject(new BillingError('invalid_request', { status: 422, problem }));
    const el = await openSettings(serving({ setAutoTopUp: refuse }));
    await tick(el);
    await save(el);
    expect(faults(el)).to.eql(['This was not accepted: Is not below your limit of 80.']);
    expect(el.shadowRoot?.activeElement?.id).to.equal('auto-amount');
    await type(el, 'auto-amount', '110');
    expect(faults(el)).to.eql([]);
  });

  it('is told in the unit of the balance where that is no money', async () => {
    const el = await openSettings(
      await holding({
        kind: 'credits',
        currency: undefined,
        remaining: '900',
        lowAt: '100',
        autoTopUp: { status: 'off', min: usd('10.00'), max: usd('90.00') },
      }),
    );
    await tick(el);
    await type(el, 'threshold', '100.5');
    await save(el);
    expect(faults(el)).to.eql(['Enter an amount with fewer digits, such as 50.']);
  });

  it('is not offered before the first reload', async () => {
    const el = await planUsage(serving({}, 'empty'));
    expect(parts(el, 'change-auto-reload')).to.eql([]);
    expect(shownIn(el)).to.contain('It can be switched on after the first reload.');
  });

  it('is accessible, on and off', async () => {
    const el = await openSettings(serving());
    await expect(el).to.be.accessible();
    await tick(el);
    await type(el, 'threshold', '');
    await save(el);
    await expect(el).to.be.accessible();
  }).timeout(20_000);
});
