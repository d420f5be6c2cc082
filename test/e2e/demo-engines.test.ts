import type { DescribedEngineName, DemoEngineName } from '../../mocks/demo-backends/index.js';
import { demoOnEngine } from './demo-visit.js';
import type { Expected } from './demo-visit.js';

const sessions = [/Billing sessions/, /Total\s+\d{2,}/];

const expected: Readonly<Record<Exclude<DemoEngineName, DescribedEngineName>, Expected>> = {
  memory: {
    'plan-usage': [/Standard/, /\$184\.60 left/],
    'usage-chart': sessions,
    'support-plan': [/Standard Support/, /\$1,000\.00/],
    'invoice-list': [/INV-\d{4}-\d{4}/, /\$500\.00/],
  },
  postgres: {
    'plan-usage': [/Standard/, /\$184\.60 left/],
    'usage-chart': [/Letters/, /Total\s+\d{2,}/],
    'support-plan': [/Hotline/, /\$150\.00/],
    'invoice-list': [/Next invoice\s+\$150\.00/, /ACC_LIG-101/, /\$273\.70/],
  },
  stripe: {
    'plan-usage': [/Essential/, /\$250\.00/, /\$184\.60 left/, /Visa •••• 4242/],
    'usage-chart': sessions,
    'support-plan': [/Standard Support/, /\$1,000\.00/, /First answer: 24 hours/],
    'invoice-list': [/Next invoice\s+\$250\.00/, /INV-\d{4}-\d{4}/, /Refunded/],
  },
  lago: {
    'plan-usage': [/Essential/, /\$0\.18 each/, /\$184\.60 left/],
    'usage-chart': sessions,
    'support-plan': [/Standard Support/, /\$1,000\.00/],
    'invoice-list': [/Next invoice\s+\$250\.00/, /INV-\d{4}-\d{4}/, /Void/],
  },
  openmeter: {
    'plan-usage': [/Essential/, /1,500 included/, /of 1,500 used/],
    'usage-chart': sessions,
    'support-plan': [/Standard Support/, /\$1,000\.00/],
    'invoice-list': [/Next invoice\s+\$1,250\.00/, /INV-\d{4}-\d{4}/],
  },
  kore: {
    'plan-usage': 'not offered',
    'usage-chart': sessions,
    'support-plan': 'not offered',
    'invoice-list': 'not offered',
  },
};

for (const engine of Object.keys(expected) as (keyof typeof expected)[])
  describe(`the demo on ${engine}`, () => {
    const demo = demoOnEngine(engine);

    it('shows what the engine has, and says what it has not', async () => {
      await demo.showsAll(expected[engine]);
    });
  });
