import type { World, WorldInvoice, WorldUse } from './world.js';

const visa = 'Visa •••• 4242';

/** The channels of the product, with the shares of a common customer. */
export const channels: WorldUse['channels'] = [
  ['Web and mobile client', 34],
  ['IVR', 18],
  ['WhatsApp', 16],
  ['Microsoft Teams', 11],
  ['Facebook', 9],
  ['Slack', 7],
  ['SMS', 3],
  ['Email', 2],
];

/** Every way to pay that the mock provider knows. */
export const allWaysToPay: readonly string[] = ['pm_visa_4242', 'paypal', 'card', 'wire'];

const support = (number: string, date: string): WorldInvoice => ({
  number,
  date,
  kind: 'support',
  net: '1000.00',
  description: 'Standard Support, monthly',
  method: visa,
  status: 'paid',
});

const reload = (number: string, date: string, net: string): WorldInvoice => ({
  number,
  date,
  kind: 'top_up',
  net,
  description: 'Reload',
  method: 'PayPal',
  status: 'paid',
});

const standardInvoices: readonly WorldInvoice[] = [
  {
    ...reload('INV-2026-0009', '2026-03-16', '500.00'),
    method: 'Wire transfer',
    status: 'open',
    due: '2026-03-26',
    canPay: false,
  },
  support('INV-2026-0008', '2026-03-05'),
  support('INV-2026-0005', '2026-02-05'),
  support('INV-2026-0002', '2026-01-05'),
  support('INV-2025-0031', '2025-12-05'),
  {
    ...reload('INV-2025-0030', '2025-12-02', '300.00'),
    description: 'Reload (bought twice by mistake)',
    status: 'refunded',
  },
  reload('INV-2025-0029', '2025-12-01', '300.00'),
  {
    ...support('INV-2025-0025', '2025-11-05'),
    description: 'Standard Support, monthly (issued again)',
  },
  {
    ...support('INV-2025-0024', '2025-11-05'),
    description: 'Standard Support, monthly (wrong address)',
    status: 'void',
  },
  reload('INV-2025-0021', '2025-10-28', '200.00'),
  reload('INV-2025-0018', '2025-10-01', '100.00'),
];

/** A common account: prepaid, in good standing, everything allowed. */
export const standard: World = {
  name: 'standard',
  accountName: 'Harbor Travel assistant',
  timeZone: 'America/New_York',
  isByContract: false,
  offersReload: true,
  plan: { planId: 'plan_standard', status: 'active', start: '2026-03-01' },
  support: { planId: 'support_standard_monthly', status: 'active', start: '2026-03-05' },
  credits: {
    name: 'Credits',
    grants: [
      { name: 'Free credits', granted: '500.00', remaining: '12.40', expires: '2026-03-28' },
      { name: 'Reload', bought: '2025-12-01', granted: '300.00', remaining: '172.20' },
    ],
    overdraft: '0.00',
    unitPrice: '0.20',
    wasReloaded: true,
  },
  use: {
    botId: 'st-7d0c3f51-9a1e',
    channels,
    months: [
      { first: '2025-10-01', sessions: 722 },
      { first: '2025-11-01', sessions: 761 },
      { first: '2025-12-01', sessions: 760 },
      { first: '2026-01-01', sessions: 862 },
      { first: '2026-02-01', sessions: 871 },
      { first: '2026-03-01', sessions: 601 },
    ],
    example: {
      channel: 'IVR',
      koreUserId: 'u-40b3eafc-55f2',
      channelUserId: '+14155550123',
      conversationSessionId: '615f0c2e9b',
      billingSessionIds: ['615f0c2e9f', '615f0c2ea1', '615f0c2ea4'],
      messageIds: ['ms-19c2a9f1', 'ms-19c2aa07', 'ms-19c2aa1c'],
    },
  },
  invoices: standardInvoices,
  waysToPay: allWaysToPay,
};

/** The same account with little left: below the figure that counts as low. */
export const lowBalance: World = {
  ...standard,
  name: 'low-balance',
  accountName: 'Lantern Books assistant',
  credits: {
    name: 'Credits',
    grants: [
      { name: 'Free credits', granted: '500.00', remaining: '12.40', expires: '2026-03-28' },
      { name: 'Reload', bought: '2025-12-01', granted: '300.00', remaining: '21.80' },
    ],
    overdraft: '0.00',
    unitPrice: '0.20',
    wasReloaded: true,
  },
  use: {
    botId: 'st-2b8e60a7-41cd',
    channels,
    months: [
      { first: '2025-10-01', sessions: 812 },
      { first: '2025-11-01', sessions: 861 },
      { first: '2025-12-01', sessions: 880 },
      { first: '2026-01-01', sessions: 1002 },
      { first: '2026-02-01', sessions: 1013 },
      { first: '2026-03-01', sessions: 761 },
    ],
  },
};
