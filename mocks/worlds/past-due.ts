import { allWaysToPay, channels } from './standard.js';
import type { World } from './world.js';

/** An account whose last payment failed: used up, below zero, and its automatic reload fails too. */
export const pastDue: World = {
  name: 'past-due',
  accountName: 'Corner Café orders',
  timeZone: 'America/New_York',
  isByContract: false,
  offersReload: true,
  plan: { planId: 'plan_essential', status: 'past_due', start: '2026-03-01' },
  support: { planId: 'support_basic', status: 'active' },
  allowance: { name: 'Sessions', included: '1500', used: '1500', resets: '2026-04-01' },
  credits: {
    name: 'Credits',
    grants: [{ name: 'Reload', bought: '2025-05-02', granted: '20.00', remaining: '0.00' }],
    // 130 sessions above the allowance at 0.18 are 23.40.
    overdraft: '3.40',
    unitPrice: '0.18',
    wasReloaded: true,
    isFailing: true,
  },
  use: {
    botId: 'st-e83b2d46-c7f0',
    channels,
    months: [
      { first: '2025-10-01', sessions: 1216 },
      { first: '2025-11-01', sessions: 1304 },
      { first: '2025-12-01', sessions: 1388 },
      { first: '2026-01-01', sessions: 1421 },
      { first: '2026-02-01', sessions: 1457 },
      { first: '2026-03-01', sessions: 1630 },
    ],
  },
  invoices: [
    {
      number: 'INV-2026-0007',
      date: '2026-03-01',
      kind: 'plan',
      net: '250.00',
      tax: '20.63',
      description: 'Essential, monthly',
      method: 'Visa •••• 4242',
      status: 'past_due',
      due: '2026-03-08',
      hasFailed: true,
      nextAttempt: '2026-03-21',
      canPay: true,
    },
    {
      number: 'INV-2025-0011',
      date: '2025-06-01',
      kind: 'usage',
      net: '41.40',
      description: 'Sessions above the allowance',
      status: 'uncollectible',
      units: { quantity: '230', price: '0.18' },
    },
  ],
  waysToPay: allWaysToPay,
};
