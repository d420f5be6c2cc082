import { addDays } from '../../src/billing/dates.js';
import { kore } from '../../src/engines/kore.js';
import { FakeKore } from '../vendors/kore/fake-kore.js';
import { dailyUse, monthlyUse } from './history.js';
import type { OpenVendorAccount } from './vendor-backend.js';

/** The zone of Kore.ai's days. */
const zone = 'UTC';

/** A bot of Kore.ai: its billing sessions, and nothing else, as there is no more to be asked for. */
export const koreAccount: OpenVendorAccount = (history, _places, through) => {
  const fake = new FakeKore(Date.now);
  const { account, name, records } = history;
  const days = dailyUse(history, zone);
  const first = [...days.keys()].sort()[0] ?? '2026-01-01';
  // The stand-in has one of every day that isn't named.
  for (let day = addDays(first, -400), left = 800; left > 0; left -= 1, day = addDays(day, 1)) {
    fake.counts.set(day, days.get(day) ?? 0);
  }
  for (const [month, value] of monthlyUse(fake.counts)) fake.months.set(month, value);
  fake.sessions = records.map(({ at, id, values }) => ({
    id,
    at: new Date(at).toISOString(),
    start: new Date(at).toISOString(),
    channel: String(values['channel']),
  }));
  fake.pollsToWait = 0;
  return {
    engine: kore({
      token: 'jwt-of-the-test',
      baseUrl: 'https://kore.test',
      bot: 'st-1',
      accountId: account,
      name,
      currency: 'USD',
      contact: { url: 'https://support.example.com/billing' },
      meters: [{ id: 'sessions', name: 'Billing sessions', unit: 'session' }],
      records: { dateOrder: 'day-month', timeZone: zone },
      fetch: through(fake.fetch),
    }),
    amountOf: () => undefined,
    settle: () => undefined,
  };
};
