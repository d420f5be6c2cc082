import type { InvoicePayment, Operation, PaymentSessionRequest } from '../../src/billing/types.js';
import { mustAllow } from './account.js';
import { amountDueOf, invoiceRecord } from './invoices.js';
import { keepOperation, nextOperationId } from './operations.js';
import { pay } from './payments.js';
import { conflict } from './refusals.js';
import { settleInvoice } from './reloads.js';
import type { AccountState, InvoiceRecord } from './state.js';

export function payInvoice(
  state: AccountState,
  invoiceId: string,
  payment: InvoicePayment,
  idempotencyKey: string,
): Operation {
  mustAllow(state, 'payInvoice');
  const invoice = payable(state, invoiceId);
  const amount = { amount: amountDueOf(invoice), currency: 'USD' };
  return pay(
    state,
    {
      amount,
      announce: (method) => {
        invoice.method = method;
        invoice.payment = { canPay: false };
      },
      complete: (operationId, way) => {
        // Two payments that were both under way: the first one has paid it.
        if (invoice.status === 'paid') return;
        settleInvoice(invoice);
        invoice.method = way?.label;
        if (invoice.kind === 'plan' && state.holdings.plan?.status === 'past_due') {
          state.holdings.plan.status = 'active';
        }
        state.ledger.push({ kind: 'invoice_payment', amount, idempotencyKey, operationId });
      },
    },
    payment,
  );
}

function payable(state: AccountState, invoiceId: string): InvoiceRecord {
  const invoice = invoiceRecord(state, invoiceId);
  const isOpen = invoice.status === 'open' || invoice.status === 'past_due';
  if (!isOpen || invoice.payment?.canPay === false) throw conflict();
  // One of the many is made anew whenever it is looked at: what changes has to be kept.
  if (!state.invoices.includes(invoice)) state.invoices.push(invoice);
  return invoice;
}

/** A page of the provider's where payment details are kept. */
export function paymentSession(state: AccountState, wish: PaymentSessionRequest): Operation {
  mustAllow(state, 'managePayment');
  const id = nextOperationId(state);
  return keepOperation(
    state,
    { id, status: 'redirect', url: state.paymentPage(id, wish.returnUrl) },
    {
      amount: { amount: '0.00', currency: 'USD' },
      announce: () => undefined,
      complete: () => undefined,
    },
  );
}
