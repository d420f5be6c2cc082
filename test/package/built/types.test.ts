import { readFileSync } from 'node:fs';

import { expect } from 'chai';

import { root } from '../../support/source.js';
import { complaints } from '../../support/consumer.js';

interface Declared {
  readonly events?: readonly { readonly name: string }[];
}

describe('The types', () => {
  it('let a host use elements, events, the port and the server', () => {
    const host = `
      import { BillingError, configureBilling } from 'billing-elements';
      import type { BillingApi } from 'billing-elements';
      import { createBillingHandler } from 'billing-elements/server.js';
      import 'billing-elements/all.js';

      configureBilling({ apiBase: '/api/billing/accounts/acc_1' });
      export const plan = document.createElement('plan-usage');
      plan.apiBase = '/api/billing/accounts/acc_1';
      plan.addEventListener('billing-error', (event) => event.code.toUpperCase());
      export const code = (error: BillingError): string => error.code;
      export const serve = (api: BillingApi) =>
        createBillingHandler({
          basePath: '/api/billing',
          authorize: () => ({ account: 'acc_1' }),
          engine: () => api,
        });
    `;
    expect(complaints(host)).to.eql([]);
  });

  it('know each event wherever it is heard: on an element, the document, the window', () => {
    const manifest = JSON.parse(readFileSync(`${root}dist/custom-elements.json`, 'utf8')) as {
      readonly modules: readonly { readonly declarations?: readonly Declared[] }[];
    };
    const names = new Set(
      manifest.modules.flatMap(({ declarations = [] }) =>
        declarations.flatMap(({ events = [] }) => events.map(({ name }) => name)),
      ),
    );
    expect(names.size).to.be.above(10);
    const listeners = [...names].map(
      (name, index) => `
        export type E${index} = [HTMLElementEventMap['${name}'], DocumentEventMap['${name}'], WindowEventMap['${name}']];`,
    );
    const host = `
      import 'billing-elements/all.js';
      document.addEventListener('plan-change-request', (event) => event.planId?.toUpperCase());
      ${listeners.join('')}
    `;
    expect(complaints(host)).to.eql([]);
  });

  it('refuse what is not there', () => {
    const host = `
      import 'billing-elements/plan-usage.js';
      document.createElement('plan-usage').apiBase = 1;
    `;
    expect(complaints(host)).to.have.length(1);
  });
});
