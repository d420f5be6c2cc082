import { BillingError } from 'billing-elements/server.js';

/** Your billing, of one account. A method that is left out is not offered. */
export function billingOf(account) {
  return {
    account: async () => ({
      id: account,
      currency: 'EUR',
      timeZone: 'UTC',
      meters: [{ id: 'messages', name: 'Messages', granularities: ['day'], timeZones: 'fixed' }],
      slots: ['plan'],
      can: {},
    }),

    subscription: async () => ({
      slot: 'plan',
      status: 'active',
      plan: { id: 'team', name: 'Team', price: { amount: '40.00', currency: 'EUR' } },
    }),

    usage: async ({ meter, granularity, from, to }) => {
      if (meter !== 'messages' || granularity !== 'day') {
        throw new BillingError('invalid_request', { status: 422 });
      }
      const buckets = [];
      const day = new Date(`${from}T00:00:00Z`);
      while (day < new Date(`${to}T00:00:00Z`)) {
        buckets.push({ start: day.toISOString().slice(0, 10), value: String(day.getUTCDate()) });
        day.setUTCDate(day.getUTCDate() + 1);
      }
      return { meter, granularity, timeZone: 'UTC', from, to, buckets };
    },
  };
}
