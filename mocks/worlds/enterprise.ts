import { channels } from './standard.js';
import type { World } from './world.js';

/** A contract account: it sees its use, and turns to people for everything else. */
export const enterprise: World = {
  name: 'enterprise',
  accountName: 'Meridian Bank virtual agent',
  timeZone: 'America/New_York',
  isByContract: true,
  offersReload: false,
  plan: { planId: 'plan_enterprise', status: 'active', start: '2026-01-01' },
  support: { planId: 'support_enterprise', status: 'active', start: '2026-01-01' },
  allowance: { name: 'Sessions', included: '250000', used: '68796', resets: '2027-01-01' },
  use: {
    botId: 'st-91f4ac02-7be5',
    channels,
    months: [
      { first: '2025-10-01', sessions: 22_300 },
      { first: '2025-11-01', sessions: 23_950 },
      { first: '2025-12-01', sessions: 21_870 },
      { first: '2026-01-01', sessions: 27_110 },
      { first: '2026-02-01', sessions: 25_480 },
      { first: '2026-03-01', sessions: 16_206 },
    ],
  },
  invoices: [],
  waysToPay: [],
};
