import { expect } from 'chai';

import { loadContract } from '../support/contract.js';
import { openBench } from './bench.js';
import { blocksIn, pages } from './pages.js';

const page = 'docs/connect-your-api.md';
const paths: Readonly<Record<string, string>> = {
  getAccount: '/account',
  getSubscription: '/subscriptions/plan',
  listBalances: '/balances',
  queryUsage: '/usage',
};

describe(`The answers in ${page}`, () => {
  it('are enough for a <plan-usage> and a <usage-chart>', async () => {
    const bench = await openBench();
    const bodies = new Map(
      blocksIn('json')
        .filter((block) => block.page === page)
        .map(({ code, options }) => [paths[options['answers'] ?? ''], code]),
    );
    const asked: string[] = [];
    const opened = await bench.open(
      `<billing-provider api-base="/host">
        <plan-usage></plan-usage>
        <usage-chart range="custom" from="2026-03-02" to="2026-03-03"></usage-chart>
      </billing-provider>`,
      {
        answer: ({ url }) => {
          const { pathname } = new URL(url);
          if (!pathname.startsWith('/host/')) return undefined;
          asked.push(pathname.slice('/host'.length));
          const body = bodies.get(pathname.slice('/host'.length));
          return body === undefined
            ? new Response(null, { status: 404 })
            : new Response(body, { headers: { 'content-type': 'application/json' } });
        },
      },
    );
    await opened.page.locator('plan-usage:state(ready)').getByText('750 left').waitFor();
    await opened.page.locator('usage-chart:state(ready) .plot svg').waitFor();
    await opened.page.locator('usage-chart').getByText('37').first().waitFor();
    expect(opened.complaints).to.eql({ errors: [], violations: [] });
    expect(new Set(asked)).to.eql(new Set(Object.values(paths)));
    await opened.close();
    await bench.close();
  });
});

describe(`The operations in ${page}`, () => {
  it('are those of the contract', () => {
    const { text = '' } = pages.find(({ path }) => path === page) ?? {};
    const rows = [...text.matchAll(/^\| `(\w+)`\s*\| `([A-Z]+) (\S+)`/gm)];
    expect(rows.map(([, id, method, path]) => ({ id, method, path }))).to.have.deep.members(
      loadContract().operations.map(({ id, method, path }) => ({ id, method, path })),
    );
  });
});
