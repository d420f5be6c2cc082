import { channels } from './standard.js';
import type { World } from './world.js';

/** The first day of an account that never paid. */
export const empty: World = {
  name: 'empty',
  accountName: 'New assistant',
  timeZone: 'America/New_York',
  isByContract: false,
  offersReload: true,
  plan: { planId: 'plan_standard', status: 'active', start: '2026-03-18' },
  credits: {
    name: 'Credits',
    grants: [],
    overdraft: '0.00',
    unitPrice: '0.20',
    wasReloaded: false,
  },
  use: { botId: 'st-00000000-0001', channels, months: [] },
  invoices: [],
  waysToPay: ['paypal', 'card', 'wire'],
};
