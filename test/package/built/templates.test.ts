import { readFileSync } from 'node:fs';

import { expect } from 'chai';

import manifest from '../../../package.json' with { type: 'json' };
import { tags } from '../../../tags.js';
import { complaints } from '../../support/consumer.js';
import { root } from '../../support/source.js';

interface Named {
  readonly name: string;
  readonly description?: string;
  readonly attributes?: readonly Named[];
}

const read = (path: string): unknown => JSON.parse(readFileSync(`${root}dist/${path}`, 'utf8'));

describe('What editors are told', () => {
  const { tags: known } = read('vscode.html-custom-data.json') as { tags: readonly Named[] };
  const webTypes = read('web-types.json') as {
    readonly name: string;
    readonly version: string;
    readonly contributions: { readonly html: { readonly elements: readonly Named[] } };
  };

  for (const [editor, elements] of [
    ['VS Code', known],
    ['JetBrains', webTypes.contributions.html.elements],
  ] as const) {
    it(`has every element with its attributes and their meaning, for ${editor}`, () => {
      expect(elements.map(({ name }) => name)).to.have.members(tags);
      const plan = elements.find(({ name }) => name === 'plan-usage');
      const warnAt = plan?.attributes?.find(({ name }) => name === 'warn-at');
      expect(plan?.description).to.contain('plan-change-request');
      expect(warnAt?.description).to.contain('counts as low');
    });
  }

  it('is of this package and version', () => {
    expect(webTypes).to.include({ name: manifest.name, version: manifest.version });
    expect(manifest['web-types']).to.equal('dist/web-types.json');
  });
});

/** What is right in a template, and what is not, line by line. */
const checks = {
  react: {
    ending: 'tsx',
    file: (line: string) => `
      import type {} from 'billing-elements/react';
      import type { BillingApi } from 'billing-elements';
      declare const client: BillingApi;
      export const page = ${line};
    `,
    right: [
      '<plan-usage api-base="/billing/a" read-only className="wide" />',
      '<plan-usage apiBase="/billing/a" readOnly client={client} ref={(it) => it?.reload()} />',
      '<invoice-list page-size="20" />',
      '<invoice-list pageSize={20} oninvoice-paid={(event) => event.invoiceId.trim()} />',
      '<usage-chart onbilling-error={(event) => event.code.trim()} />',
    ],
    wrong: [
      '<plan-usage apiBase={1} />',
      '<plan-usage client="me" />',
      '<plan-usage onplan-change-request={(event: KeyboardEvent) => event.key} />',
      '<plan-usages />',
      '<plan-usage nonsense="1" />',
    ],
  },
  svelte: {
    ending: 'ts',
    file: (line: string) => `
      import type { SvelteHTMLElements } from 'svelte/elements';
      import type {} from 'billing-elements/svelte';
      type Written<Tag extends keyof SvelteHTMLElements> = SvelteHTMLElements[Tag];
      ${line}
    `,
    right: [
      `export const a: Written<'plan-usage'> = { 'api-base': '/billing/a', readOnly: true, class: 'wide' };`,
      `export const b: Written<'invoice-list'> = { 'oninvoice-paid': (event) => event.invoiceId.trim() };`,
      `export const c: Written<'invoice-list'> = { 'on:invoice-paid': (event) => event.invoiceId.trim() };`,
    ],
    wrong: [
      `export const a: Written<'plan-usage'> = { 'api-base': 1 };`,
      `export const b: Written<'plan-usage'> = { 'onplan-change-request': (event: KeyboardEvent) => event.key };`,
    ],
  },
  vue: {
    ending: 'ts',
    file: (line: string) => `
      import type { GlobalComponents } from 'vue';
      import type {} from 'billing-elements/vue';
      import type { PlanChangedEvent } from 'billing-elements/plan-usage.js';
      type Plan = InstanceType<GlobalComponents['plan-usage']>;
      declare const emit: Plan['$emit'];
      declare const event: PlanChangedEvent;
      ${line}
    `,
    right: [
      `export const props: Plan['$props'] = { apiBase: '/billing/a', readOnly: true, class: 'wide' };`,
      `emit('plan-changed', event);`,
      `export const reload = (plan: Plan): void => plan.reload();`,
    ],
    wrong: [
      `export const props: Plan['$props'] = { apiBase: 1 };`,
      `emit('plan-changes', event);`,
      `emit('billing-error', event);`,
    ],
  },
} as const;

for (const [framework, { ending, file, right, wrong }] of Object.entries(checks)) {
  describe(`The types for ${framework}`, () => {
    for (const line of right) {
      it(`take ${line}`, () => {
        expect(complaints(file(line), ending)).to.eql([]);
      });
    }
    for (const line of wrong) {
      it(`refuse ${line}`, () => {
        expect(complaints(file(line), ending)).not.to.eql([]);
      });
    }
  });
}
