/** The demo on an engine over a mock of what its vendor publishes, which judges every request. */
import { expect } from 'chai';

import type { DescribedEngineName } from '../../mocks/demo-backends/index.js';
import type { DescribedVendor, JudgedRequest } from '../../mocks/vendors/described-vendor.js';
import { hasDescription } from '../support/descriptions.js';
import { demoOnEngine } from './demo-visit.js';
import type { Expected } from './demo-visit.js';

interface Described {
  readonly vendor: DescribedVendor;
  readonly expected: Expected;
}

const none = 'nothing there';

/** The mock's values mean nothing; what is looked for is there whatever they are. */
const engines: Readonly<Record<DescribedEngineName, Described>> = {
  'stripe-spec': {
    vendor: 'stripe',
    expected: {
      'plan-usage': [/Current plan\s+Pro\s+\$40\.00/, /Current period/],
      // Its description has no meters: the stand-in counts.
      'usage-chart': [/Total\s+\d{2,}/],
      'support-plan': none,
      'invoice-list': [/Next invoice/, /Amount[^]*\$\d[^]*Open/],
    },
  },
  'lago-spec': {
    vendor: 'lago',
    expected: {
      'plan-usage': [/Current plan\s+\S/, /Current period/, /left/],
      'usage-chart': [/Total\s+7\b/],
      'support-plan': none,
      'invoice-list': [/Next invoice/, /Amount[^]*\$\d/],
    },
  },
  'openmeter-spec': {
    vendor: 'openmeter',
    expected: {
      'plan-usage': [/Current plan\s+\S/, /Current period/, /1\.5 left/],
      'usage-chart': none,
      'support-plan': none,
      'invoice-list': [/Next invoice/, /Amount[^]*\$12\.50/],
    },
  },
};

for (const [engine, { vendor, expected }] of Object.entries(engines) as [
  DescribedEngineName,
  Described,
][])
  describe(`the demo on ${engine}`, () => {
    if (!hasDescription(vendor)) return;
    const demo = demoOnEngine(engine);

    it('shows what is read from it, and asks for nothing that the description refuses', async () => {
      await demo.showsAll(expected);
      const answer = await fetch(`${demo.origin()}/api/demo/judged`);
      const judged = (await answer.json()) as readonly JudgedRequest[];
      expect(judged.length).to.be.greaterThan(10);
      expect(judged.filter(({ faults }) => faults.length > 0)).to.eql([]);
    });
  });
