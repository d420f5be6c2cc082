import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { expect } from 'chai';

import { root } from '../../support/source.js';

const folder = join(root, 'dist/engines');
const engines = readdirSync(join(root, 'src/engines'))
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.replace('.ts', '.js'));

/** A module of `dist/` and all that it imports, by path. */
function withImports(path: string, seen = new Map<string, string>()): Map<string, string> {
  if (seen.has(path)) return seen;
  const text = readFileSync(path, 'utf8');
  seen.set(path, text);
  for (const [, next = ''] of text.matchAll(/(?:from|import)\s*\(?["'](\.[^"']+)["']/g)) {
    withImports(join(dirname(path), next), seen);
  }
  return seen;
}

describe('Engines as they are shipped', () => {
  for (const engine of engines) {
    const modules = withImports(join(folder, engine));

    it(`${engine} imports nothing but itself: no package, nothing of Node's`, () => {
      const strangers = [...modules.values()].flatMap((text) =>
        [...text.matchAll(/(?:from|import)\s*\(?["']([^."'][^"']*)["']/g)].map(([, name]) => name),
      );
      expect(strangers).to.deep.equal([]);
    });

    it(`${engine} holds no element and asks for no page`, () => {
      const all = [...modules.values()].join('\n');
      expect(all).not.to.match(/customElements|HTMLElement|LitElement|\bwindow\.|\bdocument\./);
    });
  }

  it('run in plain Node, one beside another, with one kind of error', () => {
    const code = `
      import { compose } from 'billing-elements/engines/compose.js';
      import { stripe } from 'billing-elements/engines/stripe.js';
      import { BillingError, createBillingHandler } from 'billing-elements/server.js';
      const fetch = async () => new Response('{"error":{}}', { status: 401 });
      const engine = stripe({ apiKey: 'sk_test_1', customer: 'cus_1', currency: 'USD', fetch });
      const api = compose({ subscriptions: engine });
      const handle = createBillingHandler({
        basePath: '/billing',
        authorize: () => ({ account: 'acc_1' }),
        engine: () => api,
      });
      const failed = await api.subscription('plan').catch((thrown) => thrown);
      const answer = await handle(new Request('http://host.test/billing/subscriptions/plan'));
      const { code: said } = await answer.json();
      console.log(failed instanceof BillingError, failed.code, answer.status, said);
    `;
    const said = execFileSync(process.execPath, ['--input-type=module', '--eval', code], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(said.trim()).to.equal('true upstream_unavailable 502 upstream_unavailable');
  });
});
