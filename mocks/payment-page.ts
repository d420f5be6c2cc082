/**
 * A stand-in for a payment provider, on an origin of its own: the payer approves (after a step of
 * strong authentication), declines, or goes back without having decided.
 */
import { readFileSync } from 'node:fs';

import { isZero } from '../src/billing/decimal.js';
import type { InvoiceDetail, Money } from '../src/billing/types.js';
import type { BillingHandler } from '../src/server/index.js';
import { invoicePdf } from './generate/pdf.js';
import type { PaymentOutcome } from './memory-engine.js';

export interface PaymentPageOptions {
  /** What an operation costs; `undefined` where it waits for no payment. */
  readonly amountOf: (account: string, operationId: string) => Money | undefined;
  readonly settle: (
    account: string,
    operationId: string,
    outcome: PaymentOutcome,
  ) => void | Promise<void>;
  /** The invoices whose files are here, where they are the provider's. */
  readonly invoiceOf?: (
    account: string,
    id: string,
  ) => Promise<InvoiceDetail | undefined> | undefined;
}

interface Visit {
  readonly account: string;
  readonly operationId: string;
  readonly returnUrl: string;
}

const looks = readFileSync(new URL('./demo/payment-page.css', import.meta.url), 'utf8');

const page = (body: string): Response =>
  new Response(
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Quayside Pay</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="stylesheet" href="/looks.css"></head><body><main>
    <p class="brand">Quayside Pay</p>${body}
    <p class="note">A stand-in for a payment provider. No money moves.</p></main></body></html>`,
    {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': "default-src 'none'; style-src 'self'",
      },
    },
  );

/** What comes from an address is text, wherever it stands on the page. */
function escaped(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');
}

/** The provider's page, with what it does behind it. */
export function paymentPage({ amountOf, invoiceOf, settle }: PaymentPageOptions): BillingHandler {
  return async (request) => {
    const url = new URL(request.url);
    if (url.pathname === '/looks.css') {
      return new Response(looks, { headers: { 'content-type': 'text/css' } });
    }
    const [, owner = '', id = ''] = /^\/files\/([\w-]+)\/([\w-]+)\.pdf$/.exec(url.pathname) ?? [];
    const invoice = await invoiceOf?.(owner, id);
    if (invoice) return fileOf(invoice);
    const visit = visitOf(url.searchParams);
    if (url.pathname !== '/pay' || !visit) return new Response('Not found.', { status: 404 });
    const amount = amountOf(visit.account, visit.operationId);
    if (!amount) return page('<h1>Nothing to pay</h1><p>This payment is no longer open.</p>');
    const step =
      request.method === 'POST' ? new URLSearchParams(await request.text()).get('step') : null;
    switch (step) {
      case 'authenticate':
        return page(authentication(amount));
      case 'approve':
        await settle(visit.account, visit.operationId, 'approved');
        return back(visit);
      case 'decline':
        await settle(visit.account, visit.operationId, 'declined');
        return back(visit);
      case 'leave':
        return back(visit);
      default:
        return page(review(amount));
    }
  };
}

/** A file that pages of other origins may fetch, as those behind the links of vendors are. */
const fileOf = (invoice: InvoiceDetail): Response =>
  new Response(invoicePdf(invoice), {
    headers: { 'content-type': 'application/pdf', 'access-control-allow-origin': '*' },
  });

/** The address of the page for one payment. */
export function paymentAddress(
  origin: string,
  account: string,
  operationId: string,
  returnUrl: string | undefined,
): string {
  const query = new URLSearchParams({
    account,
    operation: operationId,
    returnUrl: returnUrl ?? '',
  });
  return `${origin}/pay?${query.toString()}`;
}

/** Only who comes from a page of this machine can be sent back there. */
function visitOf(query: URLSearchParams): Visit | undefined {
  const [account, operationId, returnUrl] = [
    query.get('account'),
    query.get('operation'),
    query.get('returnUrl') ?? '',
  ];
  if (!account || !operationId || !URL.canParse(returnUrl)) return undefined;
  const { hostname, protocol } = new URL(returnUrl);
  const isHere = hostname === '127.0.0.1' || hostname === 'localhost';
  return isHere && protocol === 'http:' ? { account, operationId, returnUrl } : undefined;
}

const back = ({ returnUrl }: Visit): Response =>
  new Response(null, { status: 303, headers: { location: returnUrl } });

const told = ({ amount, currency }: Money): string => `${escaped(amount)} ${escaped(currency)}`;

const button = (step: string, text: string, look = ''): string =>
  `<button class="${look}" name="step" value="${step}">${text}</button>`;

const review = (amount: Money): string => (isZero(amount.amount) ? details : payment(amount));

const details = `
  <h1>Payment details</h1>
  <p>For Harbor Travel. Nothing is charged.</p>
  <form method="post">
    ${button('approve', 'Save', 'first')}
    ${button('leave', 'Go back', 'quiet')}
  </form>`;

const payment = (amount: Money): string => `
  <h1>Pay ${told(amount)}</h1>
  <p>To Tern, for Harbor Travel.</p>
  <form method="post">
    ${button('authenticate', 'Continue', 'first')}
    ${button('decline', 'Decline the payment')}
    ${button('leave', 'Go back without paying', 'quiet')}
  </form>`;

const authentication = (amount: Money): string => `
  <h1>Is this you?</h1>
  <p>Your bank asks you to confirm a payment of ${told(amount)}.</p>
  <form method="post">
    ${button('approve', 'Approve', 'first')}
    ${button('decline', 'That is not me')}
  </form>`;
