/** Good answers of the contract, as a server would send them. */
export const account = {
  id: 'acc_1',
  currency: 'USD',
  timeZone: 'America/New_York',
  meters: [{ id: 'sessions', name: 'Billing sessions' }],
  can: { topUp: { allowed: true } },
};

export const completed = { id: 'op_1', status: 'completed' };

export const balance = { id: 'b1', name: 'Credits', kind: 'money', remaining: '184.60' };

export const series = {
  meter: 'sessions',
  granularity: 'day',
  timeZone: 'America/New_York',
  from: '2026-03-12',
  to: '2026-03-14',
  buckets: [
    { start: '2026-03-12', value: '10' },
    { start: '2026-03-13', value: '12', partial: true },
  ],
};

export const invoice = {
  id: 'in_1',
  number: 'INV-1',
  status: 'paid',
  date: '2026-03-01',
  total: { amount: '1000.00', currency: 'USD' },
};
