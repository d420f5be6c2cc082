/** The catalogue of support plans. */
import type { Plan } from '../../src/billing/types.js';
import { contactUrl } from './plans.js';

const usd = (amount: string) => ({ amount, currency: 'USD' });

const common = { intervalCount: 1, recommended: false, change: 'switch' } as const;

/** Every paid account holds it, without buying it. */
export const basicSupportId = 'support_basic';

interface Entitlement {
  readonly email: boolean;
  readonly video: boolean;
  readonly incidents: boolean;
  readonly guidance: boolean;
  readonly availability: string;
  readonly firstAnswer: string;
  readonly resolution: string;
}

function featuresOf(tier: Entitlement): NonNullable<Plan['features']> {
  const [learn, reach, respond] = ['Learn', 'Reach us', 'Response, severity 1'];
  return [
    { group: learn, name: 'Academy', value: true },
    { group: learn, name: 'Documentation', value: true },
    { group: learn, name: 'Community', value: true },
    { group: reach, name: 'Email', value: tier.email },
    { group: reach, name: 'Video conference', value: tier.video },
    { group: reach, name: 'Incident tickets', value: tier.incidents },
    { group: reach, name: 'Guided success', value: tier.guidance },
    { group: reach, name: 'Availability', value: tier.availability },
    { group: respond, name: 'First answer', value: tier.firstAnswer },
    { group: respond, name: 'Resolution', value: tier.resolution },
  ];
}

const basic = featuresOf({
  email: false,
  video: false,
  incidents: false,
  guidance: false,
  availability: '–',
  firstAnswer: '–',
  resolution: '–',
});

const standard = featuresOf({
  email: true,
  video: true,
  incidents: true,
  guidance: false,
  availability: '8×5 local time',
  firstAnswer: '24 hours',
  resolution: '30 days',
});

const enterprise = featuresOf({
  email: true,
  video: true,
  incidents: true,
  guidance: true,
  availability: '24×7',
  firstAnswer: '30 minutes',
  resolution: '7 days',
});

/** The support plans, in display order. */
export const supportPlans: readonly Plan[] = [
  {
    ...common,
    id: basicSupportId,
    name: 'Basic',
    description: 'Community support, with every paid account.',
    price: usd('0.00'),
    interval: 'month',
    features: basic,
  },
  {
    ...common,
    id: 'support_standard_monthly',
    name: 'Standard Support',
    description: 'Paid by the month.',
    price: usd('1000.00'),
    interval: 'month',
    features: standard,
  },
  {
    ...common,
    id: 'support_standard_yearly',
    name: 'Standard Support',
    description: 'Paid by the year: ten per cent less.',
    price: usd('10800.00'),
    interval: 'year',
    features: standard,
  },
  {
    ...common,
    id: 'support_enterprise',
    name: 'Enterprise Support',
    description: 'By agreement, with a contract.',
    price: null,
    interval: 'year',
    features: enterprise,
    contactUrl,
  },
];
