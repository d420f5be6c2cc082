import { trialPlan } from './plans.js';
import { channels } from './standard.js';
import type { World } from './world.js';

/** Fourteen days to try it out; nothing was paid yet. */
export const trial: World = {
  name: 'trial',
  accountName: 'Pocket Garden helper',
  timeZone: 'America/New_York',
  isByContract: false,
  offersReload: false,
  plan: { planId: trialPlan.id, status: 'trialing', start: '2026-03-09', end: '2026-03-23' },
  allowance: { name: 'Sessions', included: '2000', used: '386', resets: '2026-03-23' },
  use: {
    botId: 'st-5c17de90-0f3a',
    channels,
    months: [{ first: '2026-03-09', sessions: 386 }],
  },
  invoices: [],
  waysToPay: ['paypal', 'card'],
  ownPlan: trialPlan,
};
