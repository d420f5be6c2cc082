import { expect } from 'chai';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

import { tags } from '../../../tags.js';
import { chromiumArgs, findProgram } from '../../support/programs.js';
import { root } from '../../support/source.js';

/** An entry as a host's bundler makes it: with its packages, and what it may drop dropped. */
const bundled = async (imports: string): Promise<{ code: string; inputs: string[] }> => {
  const { outputFiles, metafile } = await build({
    stdin: { contents: imports, resolveDir: root },
    bundle: true,
    format: 'esm',
    metafile: true,
    write: false,
    logLevel: 'error',
  });
  const [file] = outputFiles;
  return { code: file?.text ?? '', inputs: Object.keys(metafile.inputs) };
};

describe('An entry of the package', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: findProgram('chromium'),
      args: chromiumArgs,
    });
  });
  afterAll(() => browser.close());

  /** The tags that a page knows once it has run the code. */
  const definedBy = async (imports: string): Promise<string[]> => {
    const { code } = await bundled(imports);
    const page = await browser.newPage();
    // A module runs some time after its tag is there.
    await page.addScriptTag({ content: `${code}\nglobalThis.hasRun = true;`, type: 'module' });
    await page.waitForFunction(() => 'hasRun' in globalThis);
    const known = await page.evaluate(
      (names) => names.filter((name) => customElements.get(name)),
      tags,
    );
    await page.close();
    return known;
  };

  it('index.js defines nothing', async () => {
    expect(await definedBy(`export * from 'billing-elements';`)).to.eql([]);
  });

  it('all.js defines every element', async () => {
    expect(await definedBy(`import 'billing-elements/all.js';`)).to.have.members(tags);
  });

  for (const tag of tags.filter((one) => one !== 'billing-console')) {
    it(`${tag}.js defines <${tag}> alone`, async () => {
      expect(await definedBy(`import 'billing-elements/${tag}.js';`)).to.eql([tag]);
    });
  }

  // It stands on a provider from the first; the elements of its pages come as these are opened.
  it('billing-console.js defines <billing-console>, and the <billing-provider> it is made of', async () => {
    expect(await definedBy(`import 'billing-elements/billing-console.js';`)).to.eql([
      'billing-console',
      'billing-provider',
    ]);
  });

  it('server.js knows neither Lit nor an element', async () => {
    const { inputs } = await bundled(`export * from 'billing-elements/server.js';`);
    const ours = inputs.filter((path) => path.startsWith('dist/'));
    expect(inputs.filter((path) => /node_modules\/(lit|@lit)/.test(path))).to.eql([]);
    expect(ours).not.to.eql([]);
  });

  it('server.js runs in Node', async () => {
    const server: unknown = await import(`${root}dist/server.js`);
    expect(server).to.have.property('createBillingHandler').that.is.a('function');
  });
});
