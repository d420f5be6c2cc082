import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';

import manifest from '../../package.json' with { type: 'json' };
import { tags } from '../../tags.js';
import { launch, openPage } from './browser.js';
import type { Complaints } from './browser.js';
import { hostBundle, otherScriptTag, otherVersion } from './copies.js';
import { startForeignServer } from './foreign-server.js';
import type { ForeignServerOptions } from './foreign-server.js';
import { strictPolicy } from '../support/strict-policy.js';

const scriptTag = '/dist/cdn/billing-elements.js';
const otherTag = '/other/billing-elements.js';
const all = `import 'billing-elements/all.js'; export * from 'billing-elements';`;

interface Opened {
  readonly page: Page;
  readonly complaints: Complaints;
  readonly warnings: string[];
  /** The paths of all scripts that were asked for. */
  readonly scripts: string[];
  readonly close: () => Promise<void>;
}

describe('Two copies on one page', () => {
  let browser: Browser;
  let bundles: Map<string, string>;

  beforeAll(async () => {
    browser = await launch();
    const made = await Promise.all([
      hostBundle('/npm', all),
      hostBundle('/npm-other', all, true),
      hostBundle(
        '/npm-plan',
        `import 'billing-elements/plan-usage.js'; export * from 'billing-elements';`,
      ),
    ]);
    bundles = new Map(made.flatMap((bundle) => [...bundle]));
  });

  afterAll(() => browser.close());

  const open = async (options: ForeignServerOptions): Promise<Opened> => {
    const server = await startForeignServer({
      head: '',
      files: (path) => bundles.get(path) ?? otherScriptTag(path),
      ...options,
    });
    const { page, complaints } = await openPage(browser);
    const warnings: string[] = [];
    const scripts: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'warning') warnings.push(message.text());
    });
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname);
    });
    await page.goto(server.origin);
    const close = async (): Promise<void> => {
      await page.context().close();
      await server.close();
    };
    return { page, complaints, warnings, scripts, close };
  };

  const elements = `<billing-provider api-base="/billing/acme">
    <plan-usage></plan-usage><usage-chart></usage-chart>
  </billing-provider>`;

  const showsAll = async (page: Page): Promise<void> => {
    await page.getByText('Team of acme').waitFor();
    await page.locator('usage-chart .plot svg').waitFor();
  };

  const versionsOf = (page: Page): Promise<unknown[]> =>
    page.evaluate(
      (names) => [
        ...new Set(
          names.map(
            (name) => (customElements.get(name) as { version?: unknown } | undefined)?.version,
          ),
        ),
      ],
      tags,
    );

  const own = manifest.version;
  const orders = [
    { first: '/npm/host.js', second: scriptTag, version: own },
    { first: scriptTag, second: '/npm/host.js', version: own },
    { first: scriptTag, second: `${scriptTag}?again`, version: own },
    { first: scriptTag, second: otherTag, version: own, other: otherVersion },
    { first: otherTag, second: scriptTag, version: otherVersion, other: own },
    { first: '/npm-other/host.js', second: scriptTag, version: otherVersion, other: own },
    { first: scriptTag, second: '/npm-other/host.js', version: own, other: otherVersion },
  ];

  for (const { first, second, version, other } of orders) {
    it(`${first}, then ${second}: the first stays, and all is shown`, async () => {
      const script = `await import('${first}'); await import('${second}'); document.title = 'Both';`;
      const { page, complaints, warnings, close } = await open({ page: elements, script });
      await page.waitForFunction(() => document.title === 'Both');
      await showsAll(page);
      expect(await versionsOf(page)).to.eql([version]);
      // Whichever element comes first tells of it.
      const told = warnings.map((text) => text.replace(/^<[a-z-]+>/, 'It'));
      expect(told).to.eql(
        other ? [`It ${other} is left out: the page has ${version} already.`] : [],
      );
      expect(complaints).to.eql({ errors: [], violations: [] });
      await close();
    });
  }

  it('as two tags that race: one version is whole, and the page is told once', async () => {
    const head = [scriptTag, otherTag]
      .map((address) => `<script type="module" src="${address}"></script>`)
      .join('');
    const { page, complaints, warnings, close } = await open({ page: elements, head });
    await showsAll(page);
    await page.waitForLoadState('networkidle');
    expect(await versionsOf(page)).to.have.length(1);
    expect(warnings).to.have.length(1);
    expect(complaints).to.eql({ errors: [], violations: [] });
    await close();
  });

  it('load no second Lit, which a policy without duplicates would not let in', async () => {
    const policy = strictPolicy.replace(" 'allow-duplicates'", '');
    expect(policy).not.to.equal(strictPolicy);
    const script = `await import('/npm/host.js'); await import('${scriptTag}'); document.title = 'Both';`;
    const { page, complaints, scripts, close } = await open({ page: elements, script, policy });
    await page.waitForFunction(() => document.title === 'Both');
    await showsAll(page);
    const fromTag = scripts.filter((path) => path.startsWith('/dist/cdn/'));
    expect(fromTag).to.have.length(2);
    expect(fromTag[0]).to.equal(scriptTag);
    expect(fromTag[1]).to.match(/^\/dist\/cdn\/api-[\w-]+\.js$/);
    expect(complaints).to.eql({ errors: [], violations: [] });
    await close();
  });

  it('serve each other: a provider of the tag, an element and a language of the host', async () => {
    const script = `
      const host = await import('/npm-plan/host.js');
      const tag = await import('${scriptTag}');
      tag.configureBilling({ apiBase: '/billing/page' });
      host.registerLanguage('nl', async () => ({ planAndUsage: 'Abonnement' }));
      tag.registerLanguage('da', async () => ({ planAndUsage: 'Abonnement og forbrug' }));
    `;
    const { page, complaints, close } = await open({
      page: `<billing-provider api-base="/billing/acme"><plan-usage lang="nl"></plan-usage></billing-provider>
        <plan-usage lang="da"></plan-usage>`,
      script,
    });
    const [inside, alone] = [page.locator('plan-usage').first(), page.locator('plan-usage').last()];
    await inside.getByText('Team of acme').waitFor();
    await inside.getByRole('heading', { name: 'Abonnement', exact: true }).waitFor();
    await alone.getByText('Team of page').waitFor();
    await alone.getByRole('heading', { name: 'Abonnement og forbrug' }).waitFor();
    expect(complaints).to.eql({ errors: [], violations: [] });
    await close();
  });

  it('offer the same functions, by a tag as by the package', async () => {
    const script = `
      const [tag, host] = await Promise.all([import('${scriptTag}'), import('/npm/host.js')]);
      document.title = JSON.stringify([Object.keys(tag), Object.keys(host)]);
    `;
    const { page, close } = await open({ page: '', script });
    await page.waitForFunction(() => document.title.startsWith('['));
    const [byTag, byPackage] = JSON.parse(await page.title()) as [string[], string[]];
    expect(byTag).to.include('configureBilling');
    expect(byTag).to.have.members(byPackage);
    await close();
  });
});
