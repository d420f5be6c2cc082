/**
 * Kore.ai: billing sessions and their like, per day or month of UTC, and the single sessions. Plans,
 * credits, invoices and support have no public API there: join them by `compose`.
 */
import type { BillingApi } from '../api/billing-api.js';
import { koreContext } from './kore/context.js';
import type { KoreOptions } from './kore/options.js';
import { listUsageRecords } from './kore/records.js';
import { metersOf, queryUsage, ZONE } from './kore/usage.js';
import { wholePort } from './shared/engine.js';
import { notSupported } from './shared/refusals.js';
import { requireServer } from './shared/secrets.js';

export type { KoreMeter, KoreMeterId, KoreOptions, KoreRecords } from './kore/options.js';

/**
 * The usage of one bot of Kore.ai.
 * @throws {TypeError} in a page, where anyone could read its token
 */
export function kore(options: KoreOptions): BillingApi {
  requireServer('Kore.ai');
  const context = koreContext(options);
  const { accountId, bot, contact, currency, name, records } = options;
  return wholePort({
    account: async () => ({
      id: accountId ?? bot,
      ...(name !== undefined && { name }),
      ...(contact && { contact }),
      currency,
      timeZone: ZONE,
      meters: metersOf(context),
      slots: [],
      can: {},
    }),
    usage: (query, call) => queryUsage(context, query, call),
    usageRecords: async (query, call) => {
      if (!records) throw notSupported('listUsageRecords');
      return listUsageRecords(context, query, call);
    },
  });
}
