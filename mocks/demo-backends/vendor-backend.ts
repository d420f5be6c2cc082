import type { BillingApi } from '../../src/api/billing-api.js';
import { BillingError } from '../../src/api/billing-error.js';
import type { Money } from '../../src/billing/types.js';
import { createBillingHandler } from '../../src/server/index.js';
import type { BillingHandler } from '../../src/server/index.js';
import type { PaymentOutcome } from '../memory-engine.js';
import { paymentAddress } from '../payment-page.js';
import { isWorldName } from '../worlds/index.js';
import type { DemoBackend, DemoSurroundings } from './demo-backend.js';
import { historyOf } from './history.js';
import type { History } from './history.js';

/** The engine for one customer of a vendor's stand-in, and what happens there without its doing. */
interface VendorAccount {
  readonly engine: BillingApi;
  /** What waits for its payer; zero where details alone are asked for. */
  readonly amountOf: (payment: string) => Money | undefined;
  readonly settle: (payment: string, outcome: PaymentOutcome) => void;
}

/** Pages and files of the vendor's, all of them on this machine. */
export interface VendorPlaces {
  /** Where something is paid. Vendors that know no way back lead to the console. */
  readonly pay: (payment: string, returnUrl?: string) => string;
  readonly file: (invoice: string) => string;
}

/** What stands between an engine and the vendor's stand-in. */
export type Through = (standIn: typeof globalThis.fetch) => typeof globalThis.fetch;

export type OpenVendorAccount = (
  history: History,
  places: VendorPlaces,
  through: Through,
) => VendorAccount;

/**
 * Where the vendors' pages seem to be: engines take secure addresses alone, and the provider of this
 * machine has none.
 */
const madeUp = 'https://provider.test';

/** Leads to the provider of this machine instead. */
const withAddressOf =
  (provider: () => string, handle: BillingHandler): BillingHandler =>
  async (request) => {
    const response = await handle(request);
    const type = response.headers.get('Content-Type') ?? '';
    if (!response.ok || !type.startsWith('application/json')) return response;
    const text = (await response.text()).replaceAll(madeUp, provider());
    return new Response(text, { status: response.status, headers: response.headers });
  };

/** An engine of `src/engines` over the vendor's stand-in, with a customer for every account. */
export function vendorBackend(
  open: OpenVendorAccount,
  { provider }: DemoSurroundings,
  through: Through = (standIn) => standIn,
): DemoBackend {
  const accounts = new Map<string, Promise<VendorAccount>>();
  const opened = new Map<string, VendorAccount>();

  const made = async (account: string, origin: string): Promise<VendorAccount> => {
    const places: VendorPlaces = {
      pay: (payment, returnUrl) =>
        paymentAddress(madeUp, account, payment, returnUrl ?? `${origin}/?account=${account}`),
      file: (invoice) => `${madeUp}/files/${account}/${invoice}.pdf`,
    };
    const one = open(await historyOf(account, Date.now()), places, through);
    opened.set(account, one);
    return one;
  };

  const accountOf = (account: string, origin: string): Promise<VendorAccount> => {
    if (!isWorldName(account)) throw new BillingError('not_found', { status: 404 });
    const known = accounts.get(account) ?? made(account, origin);
    accounts.set(account, known);
    return known;
  };

  return {
    handle: withAddressOf(
      provider,
      createBillingHandler({
        basePath: '/api/billing/accounts/{account}',
        authorize: ({ url }, claimed) =>
          claimed === undefined ? null : { account: claimed, origin: new URL(url).origin },
        engine: async ({ account, origin }) => (await accountOf(account, origin)).engine,
        onFailure: ({ error, operation }) => {
          console.error(operation, error);
        },
      }),
    ),
    play: (_account, scene) => {
      if (scene !== 'start-over') return;
      accounts.clear();
      opened.clear();
    },
    payments: {
      amountOf: (account, payment) => opened.get(account)?.amountOf(payment),
      settle: (account, payment, outcome) => {
        opened.get(account)?.settle(payment, outcome);
      },
      invoiceOf: (account, invoice) =>
        opened
          .get(account)
          ?.engine.invoice(invoice)
          .catch((error: unknown) => {
            const isNowhere =
              error instanceof BillingError && ['not_found', 'not_supported'].includes(error.code);
            if (isNowhere) return undefined;
            throw error;
          }),
    },
  };
}
