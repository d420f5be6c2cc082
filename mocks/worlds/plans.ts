/** The catalogue of plans. `change` and `recommended` depend on the account, so the engine says them. */
import type { Plan } from '../../src/billing/types.js';

/** Where a mock account turns to people. */
export const contactUrl = 'https://support.example.com/billing';

const usd = (amount: string) => ({ amount, currency: 'USD' });

type Values = readonly [standard: string, essential: string, advanced: string, enterprise: string];

const same = (value: string): Values => [value, value, value, 'Custom'];

/** Features by group; `yes` and `no` are sent as booleans. */
const comparison: readonly (readonly [group: string, name: string, values: Values])[] = [
  ['Build', 'Dialog tasks', ['200', '300', '500', 'Custom']],
  ['Build', 'FAQs', ['1,000', '2,000', '5,000', 'Custom']],
  ['Build', 'Training utterances', ['10,000', '20,000', '50,000', 'Custom']],
  ['Build', 'Versions', ['20', '30', '50', 'Custom']],
  ['Build', 'Custom widgets', ['10', '20', '50', 'Unlimited']],
  ['Test', 'Cases per batch suite', same('10,000')],
  ['Test', 'Conversation cases', same('1,000')],
  ['Test', 'Runs a day', same('10')],
  [
    'Run',
    'Proactive notifications',
    ['500 per hour', '1,000 per hour', '2,500 per hour', 'Custom'],
  ],
  ['Run', 'Topic modeler', ['no', 'no', 'yes', 'yes']],
  ['Run', 'Universal bots', ['no', 'no', 'yes', 'yes']],
  ['Insight', 'Analytics history', ['3 months', '6 months', '12 months', 'Custom']],
  ['Deploy', 'Hosting', ['Cloud', 'Cloud', 'Cloud', 'Cloud, hybrid, on-premises']],
  ['Deploy', 'Single sign-on', ['yes', 'yes', 'yes', 'yes']],
  ['Deploy', 'Public API', ['yes', 'yes', 'yes', 'yes']],
  ['Deploy', 'Collaborators', ['Unlimited', 'Unlimited', 'Unlimited', 'Unlimited']],
];

function featuresOf(tier: 0 | 1 | 2 | 3): NonNullable<Plan['features']> {
  return comparison.map(([group, name, values]) => ({ group, name, value: asSent(values[tier]) }));
}

const asSent = (value: string): string | boolean =>
  value === 'yes' ? true : value === 'no' ? false : value;

const common = { intervalCount: 1, recommended: false, change: 'switch' } as const;

const sessions = (included: string, price: string): NonNullable<Plan['allowances']> => [
  { meter: 'sessions', included, overagePrice: usd(price) },
];

/** The service plans, in display order. */
export const servicePlans: readonly Plan[] = [
  {
    ...common,
    id: 'plan_standard',
    name: 'Standard',
    description: 'Prepaid: you pay for what you use.',
    price: usd('0.00'),
    interval: 'month',
    features: featuresOf(0),
    allowances: sessions('0', '0.20'),
  },
  {
    ...common,
    id: 'plan_essential',
    name: 'Essential',
    description: '1,500 sessions a month.',
    price: usd('250.00'),
    interval: 'month',
    features: featuresOf(1),
    allowances: sessions('1500', '0.18'),
  },
  {
    ...common,
    id: 'plan_advanced',
    name: 'Advanced',
    description: '6,000 sessions a month.',
    price: usd('900.00'),
    interval: 'month',
    features: featuresOf(2),
    allowances: sessions('6000', '0.16'),
  },
  {
    ...common,
    id: 'plan_enterprise',
    name: 'Enterprise',
    description: 'By agreement, with a contract.',
    price: null,
    interval: 'year',
    features: featuresOf(3),
    allowances: [{ meter: 'sessions', included: null }],
    contactUrl,
  },
];

/** The plan of a trial: held, but in nobody's catalogue. */
export const trialPlan: Plan = {
  ...common,
  id: 'plan_trial',
  name: 'Trial',
  description: '14 days, 2,000 sessions.',
  price: usd('0.00'),
  interval: 'one_time',
  features: featuresOf(0),
  allowances: [{ meter: 'sessions', included: '2000' }],
};
