import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

import { BillingError } from '../../src/api/billing-error.js';
import type {
  ContactRequestEvent,
  SupportCancelRequestEvent,
  SupportChangedEvent,
  SupportChangeRequestEvent,
  SupportPlanElement,
} from '../../src/elements/support-plan/support-plan.js';
import type { BillingErrorEvent } from '../../src/ui/faces.events.js';
import { accessibleNodes } from '../support/browser-commands.js';
import { storyTime } from '../support/clock.js';
import { holdTime } from '../support/held-time.js';
import type { HeldTime } from '../support/held-time.js';
import { inState, parts, press, settled, shownIn, textOf, texts } from '../support/mount.js';
import { failing, held, serving, unanswered } from '../support/serving.js';
import { holding, openDialog, supportDesk, supportPlan } from '../support/support-plan.js';

const ended = (el: SupportPlanElement): boolean => parts(el, 'dialog').length === 0;

describe('<support-plan>', () => {
  let time: HeldTime;
  beforeEach(() => {
    localStorage.clear();
    time = holdTime(storyTime);
  });
  afterEach(() => {
    time.release();
    localStorage.clear();
  });

  /** The dialog that ends the plan, once its final button can be pressed. */
  const openCancel = async (el: SupportPlanElement): Promise<HTMLElement> => {
    const dialog = await openDialog(el, 'cancel');
    await time.pass(500);
    await settled(el);
    return dialog;
  };

  const finalButton = (el: SupportPlanElement): HTMLButtonElement => {
    const button = parts<HTMLButtonElement>(el, 'cancel').find((part) => part.closest('dialog'));
    if (!button) throw new Error('There is no final button.');
    return button;
  };

  describe('shows the plan that the account has', () => {
    it('with its fee, since when it is active and when it renews', async () => {
      const el = await supportPlan(serving());
      expect(el.matches(':state(ready)')).to.equal(true);
      expect(shownIn(el)).to.contain('Current support plan Standard Support');
      expect(texts(el, 'price')).to.eql(['$1,000.00 per month']);
      expect(shownIn(el)).to.contain('Active since March 5, 2026');
      expect(shownIn(el)).to.contain('Renews on April 5, 2026');
    });

    it('with channels, hours and answer times in groups, each said in words too', async () => {
      const el = await supportPlan(serving());
      const [features] = parts(el, 'features');
      expect(features && textOf(features)).to.contain('Availability 8×5 local time');
      expect(features && textOf(features)).to.contain('First answer 24 hours Resolution 30 days');
      const nodes = await accessibleNodes();
      const names = nodes.map(({ name }) => name);
      expect(names).to.include('Included').and.to.include('Not included');
    });

    it('with Basic where none was bought: nothing to cancel, and no renewal', async () => {
      const el = await supportPlan(serving({}, 'past-due'));
      expect(shownIn(el)).to.contain('Basic').and.not.to.contain('Renew');
      expect(parts(el, 'cancel')).to.eql([]);
    });

    it('as empty where there never was one', async () => {
      const el = await supportPlan(serving({}, 'empty'));
      expect(el.matches(':state(empty)')).to.equal(true);
      expect(shownIn(el)).to.contain('There is no support plan yet.');
    });

    it('as not offered where the account has no such slot, even if the server knows none', async () => {
      const { client, engine } = supportDesk({
        subscription: failing('not_found', { status: 404 }),
      });
      const account = { ...(await engine.account()), slots: ['plan'] };
      const el = await supportPlan({ ...client, account: () => Promise.resolve(account) });
      expect(el.matches(':state(empty)')).to.equal(true);
      expect(shownIn(el)).to.contain('This is not offered here.');
    });
  });

  describe('says what should be known first', () => {
    const cases: readonly (readonly [what: string, change: object, words: string])[] = [
      [
        'an overdue payment',
        { status: 'past_due' },
        'The last payment for support has not arrived',
      ],
      ['a pause', { status: 'paused' }, 'Support is paused.'],
      [
        'a renewal in five days',
        { renewsAt: '2026-03-23T12:00:00Z' },
        'The support plan renews on March 23, 2026, in 5 days.',
      ],
      [
        'an end',
        { renewsAt: null, scheduled: { type: 'cancel', at: '2026-04-05T04:00:00Z' } },
        'The support plan ends on April 5, 2026.',
      ],
    ];
    for (const [what, change, words] of cases) {
      it(what, async () => {
        const el = await supportPlan(await holding(change));
        expect(texts(el, 'notice').join(' ')).to.contain(words);
      });
    }

    it('and nothing of a renewal in six days', async () => {
      const el = await supportPlan(await holding({ renewsAt: '2026-03-24T12:00:00Z' }));
      expect(parts(el, 'notice')).to.eql([]);
    });
  });

  describe('offers what the account may do', () => {
    it('to people who may not: whom to turn to, and no button', async () => {
      const el = await supportPlan(serving({}, 'enterprise'));
      expect([...parts(el, 'change'), ...parts(el, 'cancel')]).to.eql([]);
      expect(texts(el, 'support')).to.eql([
        'Your support plan is managed with our support team. Contact support',
      ]);
    });

    it('asks the page before it turns to anybody', async () => {
      const el = await supportPlan(serving({}, 'enterprise'));
      el.addEventListener('contact-request', (event) => {
        event.preventDefault();
      });
      setTimeout(() => {
        press(el, 'contact');
      });
      const event = await oneEvent<ContactRequestEvent>(el, 'contact-request');
      expect(event.reason).to.equal('contact_support');
    });

    it('to nobody where the page wants it read only', async () => {
      const el = await supportPlan(serving());
      el.readOnly = true;
      await settled(el);
      expect([...parts(el, 'change'), ...parts(el, 'cancel')]).to.eql([]);
    });

    const reasons: readonly (readonly [reason: string, words: string, isOff: boolean])[] = [
      ['no_permission', 'Only an owner of this account can change the support plan.', false],
      ['past_due', 'Pay the open invoice first; then the support plan can be changed again.', true],
      ['pending_change', 'A change of the support plan is already on its way.', true],
    ];
    for (const [reason, words, isOff] of reasons) {
      it(`not, because of ${reason}, which it says`, async () => {
        const { client, engine } = supportDesk();
        const account = await engine.account();
        const refused = { allowed: false, reason };
        const can = { ...account.can, changeSupport: refused, cancelSupport: refused };
        const el = await supportPlan({
          ...client,
          account: () => Promise.resolve({ ...account, can }),
        });
        expect(texts(el, 'support').join(' ')).to.contain(words);
        const change = parts<HTMLButtonElement>(el, 'change');
        expect(change.map(({ disabled }) => disabled)).to.eql(isOff ? [true] : []);
      });
    }
  });

  describe('changes the plan', () => {
    it('asks the page first, which may take over', async () => {
      const el = await supportPlan(serving());
      el.addEventListener('support-change-request', (event) => {
        event.preventDefault();
      });
      setTimeout(() => {
        press(el, 'change');
      });
      const event = await oneEvent<SupportChangeRequestEvent>(el, 'support-change-request');
      await settled(el);
      expect(event.planId).to.equal('support_standard_monthly');
      expect(parts(el, 'dialog')).to.eql([]);
    });

    it('offers a plan of several cycles once, in the cycle that is chosen', async () => {
      const el = await supportPlan(serving());
      await openDialog(el, 'change');
      expect(texts(el, 'cycle')).to.eql(['per month', 'per year']);
      expect(texts(el, 'choose')).to.eql(['Downgrade to Basic']);
      parts(el, 'cycle')[1]?.querySelector('input')?.click();
      await settled(el);
      expect(texts(el, 'choose')).to.eql(['Downgrade to Basic', 'Switch to Standard Support']);
      expect(textOf(parts(el, 'plans')[0] ?? el)).to.contain('$10,800.00 per year');
    });

    it('leads to people for the plan that is sold by people', async () => {
      const el = await supportPlan(serving());
      await openDialog(el, 'change');
      expect(texts(el, 'offer').at(-1))
        .to.contain('By agreement')
        .and.to.contain('Contact support');
    });

    it('leads to the payment page for the support plan that was chosen', async () => {
      const el = await supportPlan(serving());
      await openDialog(el, 'change');
      parts(el, 'cycle')[1]?.querySelector('input')?.click();
      await settled(el);
      parts(el, 'choose')[1]?.click();
      await waitUntil(() => parts(el, 'checkout').length === 1, 'the payment page');
      const [checkout] = parts(el, 'checkout');
      expect(checkout?.getAttribute('purpose')).to.equal('support');
      expect(checkout?.getAttribute('plan-id')).to.equal('support_standard_yearly');
    });
  });

  describe('cancels the plan', () => {
    it('asks the page first, which may take over', async () => {
      const el = await supportPlan(serving());
      el.addEventListener('support-cancel-request', (event) => {
        event.preventDefault();
      });
      setTimeout(() => {
        press(el, 'cancel');
      });
      const event = await oneEvent<SupportCancelRequestEvent>(el, 'support-cancel-request');
      await settled(el);
      expect(event.planId).to.equal('support_standard_monthly');
      expect(parts(el, 'dialog')).to.eql([]);
    });

    it('says from when, and what is lost beside what every account has', async () => {
      const el = await supportPlan(serving());
      const dialog = await openCancel(el);
      expect(textOf(dialog)).to.contain('On April 5, 2026, when what is paid for ends');
      await waitUntil(() => !textOf(dialog).includes('Academy'), 'what Basic has as well');
      const [losses] = parts(el, 'losses');
      expect(losses && textOf(losses)).to.equal(
        'What you will no longer have Email Video conference Incident tickets ' +
          'Availability 8×5 local time First answer 24 hours Resolution 30 days',
      );
    });

    it('at the end of what is paid for, with reason and comment as they were said', async () => {
      const wishes: unknown[] = [];
      const { client, engine } = supportDesk();
      const el = await supportPlan({
        ...client,
        cancelSubscription: (slot, wish, options) => {
          wishes.push(wish);
          return engine.cancelSubscription(slot, wish, options);
        },
      });
      const dialog = await openCancel(el);
      const reason = dialog.querySelector<HTMLInputElement>('input[value="not_used"]');
      const comment = dialog.querySelector('textarea');
      if (!reason || !comment) throw new Error('There is no form.');
      reason.click();
      comment.value = ' We moved. ';
      comment.dispatchEvent(new InputEvent('input'));
      finalButton(el).click();
      await waitUntil(() => ended(el), 'the end of the dialog');
      expect(wishes).to.eql([{ when: 'period_end', reason: 'not_used', comment: 'We moved.' }]);
      await settled(el);
      expect(texts(el, 'notice')).to.eql(['The support plan ends on April 5, 2026.']);
      expect(shownIn(el)).to.contain('Does not renew');
      expect(parts(el, 'cancel'), 'it cannot be canceled twice').to.eql([]);
    });

    it('at once, where the person wants that, and Basic is left', async () => {
      const { client, engine } = supportDesk();
      const el = await supportPlan(client);
      const dialog = await openCancel(el);
      dialog.querySelector<HTMLInputElement>('input[value="now"]')?.click();
      await settled(el);
      finalButton(el).click();
      await waitUntil(() => ended(el), 'the end of the dialog');
      await settled(el);
      expect(shownIn(el)).to.contain('Basic');
      expect(engine.ledger.map(({ kind }) => kind)).to.eql(['cancellation']);
    });

    it('tells the page and the person, and gives the focus to the title', async () => {
      const el = await supportPlan(serving());
      await openCancel(el);
      const told = oneEvent<SupportChangedEvent>(el, 'support-changed');
      finalButton(el).click();
      const { action, planId, status } = await told;
      expect({ action, planId, status }).to.eql({
        action: 'cancel',
        planId: 'support_standard_monthly',
        status: 'scheduled',
      });
      await waitUntil(() => ended(el), 'the end of the dialog');
      await settled(el);
      expect(shownIn(el)).to.contain('The support plan is canceled. It ends on April 5, 2026.');
      expect(el.shadowRoot?.activeElement?.part[0]).to.equal('heading');
    });

    it('not by a double click on the button that asks', async () => {
      const { client, engine } = supportDesk();
      const el = await supportPlan(client);
      await openDialog(el, 'cancel');
      expect(finalButton(el).disabled).to.equal(true);
      finalButton(el).click();
      await settled(el);
      expect(engine.ledger).to.eql([]);
    });

    it('once, however often the final button is pressed while the answer is on its way', async () => {
      const { client, engine } = supportDesk();
      const wait = held<undefined>();
      const keys: string[] = [];
      const el = await supportPlan({
        ...client,
        cancelSubscription: async (slot, wish, options) => {
          keys.push(options.idempotencyKey);
          await wait.promise;
          return engine.cancelSubscription(slot, wish, options);
        },
      });
      await openCancel(el);
      finalButton(el).click();
      finalButton(el).click();
      await settled(el);
      finalButton(el).click();
      wait.resolve(undefined);
      await waitUntil(() => ended(el), 'the end of the dialog');
      expect(keys).to.have.length(1);
      expect(engine.ledger.map(({ kind }) => kind)).to.eql(['cancellation']);
    });

    it('once, and says so, where the answer was lost: the plan itself tells that it ends', async () => {
      const { client, engine } = supportDesk();
      const el = await supportPlan({
        ...client,
        cancelSubscription: async (slot, wish, options) => {
          await engine.cancelSubscription(slot, wish, options);
          throw new BillingError('network', { retryable: true });
        },
      });
      await openCancel(el);
      finalButton(el).click();
      await waitUntil(() => ended(el), 'the end of the dialog');
      expect(engine.ledger.map(({ kind }) => kind)).to.eql(['cancellation']);
    });

    it('under the same key, where nothing tells what became of it and the person tries again', async () => {
      const { client, engine } = supportDesk();
      const keys: string[] = [];
      let isLost = false;
      const el = await supportPlan({
        ...client,
        subscription: (slot, options) =>
          isLost
            ? Promise.reject(new BillingError('network', { retryable: true }))
            : engine.subscription(slot, options),
        cancelSubscription: async (slot, wish, options) => {
          keys.push(options.idempotencyKey);
          const operation = await engine.cancelSubscription(slot, wish, options);
          isLost = keys.length === 1;
          if (isLost) throw new BillingError('network', { retryable: true });
          return operation;
        },
      });
      const dialog = await openCancel(el);
      finalButton(el).click();
      await waitUntil(() => textOf(dialog).includes('is not certain'), 'that it is not known');
      isLost = false;
      finalButton(el).click();
      await waitUntil(() => ended(el), 'the end of the dialog');
      expect(new Set(keys).size).to.equal(1);
      expect(engine.ledger.map(({ kind }) => kind)).to.eql(['cancellation']);
    });

    it('says why not, tells the page, and loses nothing that was typed', async () => {
      const el = await supportPlan(
        serving({ cancelSubscription: failing('upstream_unavailable') }),
      );
      const dialog = await openCancel(el);
      const comment = dialog.querySelector('textarea');
      if (!comment) throw new Error('There is no comment.');
      comment.value = 'Kept';
      comment.dispatchEvent(new InputEvent('input'));
      const told = oneEvent<BillingErrorEvent>(el, 'billing-error');
      finalButton(el).click();
      expect((await told).code).to.equal('upstream_unavailable');
      await settled(el);
      expect(texts(el, 'problem')).to.eql([
        'The billing service is not available. Whether the cancellation has arrived is not certain. Try again: it takes effect only once.',
      ]);
      expect(comment.value).to.equal('Kept');
      expect(finalButton(el).disabled).to.equal(false);
    });

    it('stays as it is where the person keeps it, or presses Escape', async () => {
      const { client, engine } = supportDesk();
      const el = await supportPlan(client);
      const dialog = await openCancel(el);
      dialog.querySelector<HTMLButtonElement>('[part~="keep"]')?.click();
      await waitUntil(() => ended(el), 'the end of the dialog');
      await openCancel(el);
      await sendKeys({ press: 'Escape' });
      await waitUntil(() => ended(el), 'the end of the dialog');
      expect(engine.ledger).to.eql([]);
      expect(el.shadowRoot?.activeElement?.part[0]).to.equal('cancel');
    });
  });

  describe('keeps a plan that was canceled', () => {
    const canceled = async () => {
      const desk = supportDesk();
      await desk.engine.cancelSubscription(
        'support',
        { when: 'period_end' },
        { idempotencyKey: 'the-key-of-an-earlier-day' },
      );
      return desk;
    };

    it('with one cancellation and one resumption in the server’s ledger', async () => {
      const { client, engine } = await canceled();
      const el = await supportPlan(client);
      press(el, 'keep');
      press(el, 'keep');
      await waitUntil(() => shownIn(el).includes('The support plan is kept.'), 'that it is kept');
      await settled(el);
      expect(engine.ledger.map(({ kind }) => kind)).to.eql(['cancellation', 'resumption']);
      expect(shownIn(el)).to.contain('Renews on April 5, 2026');
      expect(el.shadowRoot?.activeElement?.part[0]).to.equal('heading');
    });

    it('and says why it could not be kept', async () => {
      const { client } = await canceled();
      const el = await supportPlan({
        ...client,
        resumeSubscription: failing('upstream_unavailable'),
      });
      press(el, 'keep');
      await waitUntil(() => shownIn(el).includes('not available'), 'why not');
      expect(parts(el, 'keep')[0]?.getAttribute('aria-disabled')).to.equal(null);
    });
  });

  it('shows at once in every widget of the page what was done in one', async () => {
    const { client } = supportDesk();
    const [one, other] = [await supportPlan(client), await supportPlan(client)];
    await openCancel(one);
    finalButton(one).click();
    await waitUntil(() => texts(other, 'notice').length === 1, 'the news in the other one');
    expect(texts(other, 'notice')).to.eql(['The support plan ends on April 5, 2026.']);
  });

  it('waits, fails and is refused as every widget is', async () => {
    const waiting = await supportPlan(serving({ subscription: unanswered }));
    expect(waiting.matches(':state(loading)')).to.equal(true);
    const failed = await supportPlan(serving({ subscription: failing('upstream_unavailable') }));
    await inState(failed, 'error');
    const denied = await supportPlan(
      serving({ subscription: failing('forbidden', { status: 403, retryable: false }) }),
    );
    await inState(denied, 'denied');
  });
});
