import { allWaysToPay } from './standard.js';
import type { World } from './world.js';

/** So many characters that no layout is made for them. */
const longName =
  'International Customer Communications Platform for Passenger Services, Lost Property, Accessibility Requests, Refunds and Compensation of the United Railways of Northern and Eastern Europe (Production 01)';

/** Much of everything, and names as the world really writes them. */
export const huge: World = {
  name: 'huge',
  accountName: longName.slice(0, 200),
  timeZone: 'America/New_York',
  isByContract: false,
  offersReload: true,
  plan: { planId: 'plan_advanced', status: 'active', start: '2026-03-01' },
  support: { planId: 'support_standard_monthly', status: 'active', start: '2026-03-05' },
  allowance: { name: 'جلسات المحادثة 💬', included: null, used: '15200', resets: '2026-04-01' },
  credits: {
    name: 'יתרת אשראי 🚆 Credits',
    grants: [
      {
        name: 'شحن الرصيد (Q4 2025) 🎉',
        granted: '1500000.00',
        remaining: '1234567.89',
      },
    ],
    overdraft: '0.00',
    unitPrice: '0.16',
    wasReloaded: true,
  },
  use: {
    botId: 'st-ffffffff-ffff',
    channels: [
      ['Web and mobile client', 34],
      ['קו הלקוחות (IVR)', 18],
      ['واتساب للأعمال', 16],
      ['Microsoft Teams 👩🏽‍💻', 11],
      ['ফেসবুক Messenger', 9],
      ['Slack «#passenger-services-escalations-northern-region-second-level»', 7],
      ['=SMS("reply")', 3],
      ['メール', 2],
    ],
    months: [
      { first: '2025-04-01', sessions: 20_900 },
      { first: '2025-05-01', sessions: 21_400 },
      { first: '2025-06-01', sessions: 20_800 },
      { first: '2025-07-01', sessions: 21_900 },
      { first: '2025-08-01', sessions: 21_300 },
      { first: '2025-09-01', sessions: 21_600 },
      { first: '2025-10-01', sessions: 22_100 },
      { first: '2025-11-01', sessions: 21_500 },
      { first: '2025-12-01', sessions: 19_800 },
      { first: '2026-01-01', sessions: 22_600 },
      { first: '2026-02-01', sessions: 20_900 },
      { first: '2026-03-01', sessions: 15_200 },
    ],
  },
  invoices: [],
  // With the upcoming one there are 10,000.
  manyInvoices: 9_999,
  waysToPay: allWaysToPay,
  planNames: { plan_advanced: 'Advanced – מתקדם – متقدم 🚀' },
};
