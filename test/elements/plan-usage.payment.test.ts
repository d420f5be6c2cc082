import { expect, waitUntil } from '@open-wc/testing';

import type { BillingApi } from '../../src/api/billing-api.js';
import type { Account, Operation } from '../../src/billing/types.js';
import type {
  CheckoutRedirectEvent,
  InvoicePayRequestEvent,
  PlanUsageElement,
} from '../../src/elements/plan-usage/plan-usage.js';
import '../../src/elements/shared/pay-invoice.dialog.js';
import type { BillingErrorEvent } from '../../src/ui/faces.events.js';
import { accessibleNodes } from '../support/browser-commands.js';
import { agree, shop } from '../support/checkout.js';
import { storyTime } from '../support/clock.js';
import { holdTime } from '../support/held-time.js';
import type { HeldTime } from '../support/held-time.js';
import { parts, press, settled, shownIn, texts } from '../support/mount.js';
import { checkoutIn, dialogSays, planUsage } from '../support/plan-usage.js';
import { failing, held, serving } from '../support/serving.js';

/** An account whose rights are others than those of its world. */
const allowing = async (can: Account['can'], world: 'standard' | 'past-due' = 'past-due') => {
  const account = await serving({}, world).account();
  return { account: () => Promise.resolve({ ...account, can: { ...account.can, ...can } }) };
};

/** What is asked for the provider's page, and answered. */
const sessions = (operation: Partial<Operation>) => {
  const asked: unknown[] = [];
  const createPaymentSession: BillingApi['createPaymentSession'] = (request) => {
    asked.push(request);
    return Promise.resolve({ id: 'op_1', status: 'redirect', ...operation });
  };
  return { asked, client: serving({ createPaymentSession }) };
};

/** Listens to the way out, and stays. */
const staying = (el: PlanUsageElement): CheckoutRedirectEvent[] => {
  const left: CheckoutRedirectEvent[] = [];
  el.addEventListener('checkout-redirect', (event) => {
    event.preventDefault();
    left.push(event);
  });
  return left;
};

describe('What is paid in <plan-usage>', () => {
  let time: HeldTime;
  beforeEach(() => {
    localStorage.clear();
    time = holdTime(storyTime);
  });
  afterEach(() => {
    time.release();
    localStorage.clear();
  });

  describe('the overdue invoice', () => {
    it('is paid from the notice that tells of it, and then the plan may be changed again', async () => {
      const { client, engine } = shop({}, 'past-due');
      const el = await planUsage(client);
      await waitUntil(() => parts(el, 'pay').length === 1, 'the way to pay it');
      expect(texts(el, 'pay')).to.eql(['Pay $270.63']);
      expect(texts(el, 'notice')[0]).to.contain('Pay the open invoice to keep the plan.');
      press(el, 'pay');
      await dialogSays(el, /Pay invoice/);
      const checkout = await checkoutIn(el, time);
      await agree(checkout);
      await settled(checkout);
      const paid: string[] = [];
      el.addEventListener('invoice-paid', ({ invoiceId }) => paid.push(invoiceId));
      press(checkout, 'confirm');
      await waitUntil(() => parts(el, 'pay').length === 0, 'no longer overdue');
      expect(shownIn(el)).not.to.contain('Payment overdue');
      expect(paid).to.eql(['inv-2026-0007']);
      expect(engine.ledger.map(({ kind }) => kind)).to.eql(['invoice_payment']);
      expect(parts<HTMLButtonElement>(el, 'change')[0]?.disabled).to.equal(false);
    });

    it('is left to the page where it takes over', async () => {
      const el = await planUsage(serving({}, 'past-due'));
      await waitUntil(() => parts(el, 'pay').length === 1, 'the way to pay it');
      el.addEventListener('invoice-pay-request', (event: InvoicePayRequestEvent) => {
        event.preventDefault();
      });
      press(el, 'pay');
      await settled(el);
      expect(parts(el, 'dialog')).to.eql([]);
    });

    const without: readonly (readonly [who: string, can: Account['can']])[] = [
      ['may not pay', { payInvoice: { allowed: false, reason: 'no_permission' } }],
      ['may not see invoices', { viewInvoices: { allowed: false, reason: 'no_permission' } }],
    ];
    for (const [who, can] of without) {
      it(`is not offered, nor asked for, to somebody who ${who}`, async () => {
        let asked = 0;
        const engine = serving({}, 'past-due');
        const el = await planUsage({
          ...engine,
          ...(await allowing(can)),
          invoices: (...args) => {
            asked += 1;
            return engine.invoices(...args);
          },
        });
        await settled(el);
        expect(parts(el, 'pay')).to.eql([]);
        expect(asked).to.equal(0);
      });
    }

    it('is not looked for while the plan is paid', async () => {
      let asked = 0;
      const engine = serving();
      const invoices: BillingApi['invoices'] = (...args) => {
        asked += 1;
        return engine.invoices(...args);
      };
      const el = await planUsage({ ...engine, invoices });
      await settled(el);
      expect(asked).to.equal(0);
    });

    it('leaves the words alone where it cannot be found', async () => {
      const el = await planUsage(
        serving({ invoices: failing('upstream_unavailable') }, 'past-due'),
      );
      await settled(el);
      expect(parts(el, 'pay')).to.eql([]);
      expect(shownIn(el)).to.contain('Pay the open invoice to keep the plan.');
      expect(el.matches(':state(ready)')).to.equal(true);
    });
  });

  describe('the way to pay on file', () => {
    it('is named with the month in which it ends, and a button that says what it changes', async () => {
      const el = await planUsage(serving());
      expect(texts(el, 'payment-method')[0])
        .to.contain('Payment method Visa •••• 4242')
        .and.to.contain('Expires April 2028');
      const names = (await accessibleNodes())
        .filter(({ role }) => role === 'button')
        .map(({ name }) => name);
      expect(names).to.include('Change Payment method');
    });

    it('is changed at the provider’s page, and people come back to this one', async () => {
      const { asked, client } = sessions({ url: 'https://pay.example/details' });
      const el = await planUsage(client);
      const left = staying(el);
      press(el, 'change-method');
      await waitUntil(() => left.length === 1, 'the way out');
      expect(asked).to.eql([{ purpose: 'payment_method', returnUrl: location.href }]);
      expect(left[0]).to.include({ url: 'https://pay.example/details', operationId: 'op_1' });
    });

    it('is asked for once, however often the button is pressed', async () => {
      const wait = held<Operation>();
      let asked = 0;
      const el = await planUsage(
        serving({
          createPaymentSession: () => {
            asked += 1;
            return wait.promise;
          },
        }),
      );
      staying(el);
      press(el, 'change-method');
      press(el, 'change-method');
      await settled(el);
      expect(parts(el, 'change-method')[0]?.getAttribute('aria-disabled')).to.equal('true');
      wait.resolve({ id: 'op_1', status: 'completed' });
      await settled(el);
      expect(asked).to.equal(1);
    });

    it('is left to the page where it takes over', async () => {
      const { asked, client } = sessions({ url: 'https://pay.example/details' });
      const el = await planUsage(client);
      el.addEventListener('payment-method-request', (event) => {
        event.preventDefault();
      });
      press(el, 'change-method');
      await settled(el);
      expect(asked).to.eql([]);
    });

    const wrong: readonly (readonly [what: string, client: BillingApi, says: string])[] = [
      [
        'an address that is not safe',
        sessions({ url: 'javascript:alert(1)' }).client,
        'not safe to open',
      ],
      [
        'a service that does not answer',
        serving({ createPaymentSession: failing('upstream_unavailable') }),
        'The billing service is not available.',
      ],
      ['a failed operation', sessions({ status: 'failed' }).client, 'is not available'],
    ];
    for (const [what, client, says] of wrong) {
      it(`stays, and says why, with ${what}`, async () => {
        const el = await planUsage(client);
        const left = staying(el);
        const codes: string[] = [];
        el.addEventListener('billing-error', ({ code }: BillingErrorEvent) => codes.push(code));
        press(el, 'change-method');
        await waitUntil(() => texts(el, 'payment-method')[0]?.includes(says), says);
        expect(left).to.eql([]);
        expect(codes).to.have.length(1);
      });
    }

    it('is only named where the person may not change it, or the page is read only', async () => {
      const managePayment = { allowed: false, reason: 'no_permission' };
      const el = await planUsage(serving(await allowing({ managePayment }, 'standard')));
      expect(texts(el, 'payment-method')[0]).to.contain('Visa •••• 4242');
      expect(parts(el, 'change-method')).to.eql([]);
      const other = await planUsage(serving());
      other.readOnly = true;
      await settled(other);
      expect(parts(other, 'change-method')).to.eql([]);
    });

    it('says where there is none yet, and lets it be given', async () => {
      const { paymentMethod: _, ...account } = await serving().account();
      const el = await planUsage(serving({ account: () => Promise.resolve(account) }));
      expect(texts(el, 'payment-method')[0]).to.contain('There is no way to pay on file');
      expect(parts(el, 'change-method')).to.have.length(1);
    });
  });
});
