import { expect } from 'chai';

import { launch, openPage } from './browser.js';
import { startForeignServer } from './foreign-server.js';

/** The same random numbers for the same seed (mulberry32), so that a failure can be seen again. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** On the page: after each change of any text, whose figures are shown beside whose name is set. */
const watcher = `
  globalThis.foreign = [];
  const provider = document.querySelector('billing-provider');
  const textOf = (node) => [...node.childNodes].map((child) =>
    child.nodeType === 3 ? child.data : child.nodeType === 1 ? textOf(child.shadowRoot ?? child) : ''
  ).join(' ');
  const look = () => {
    const own = provider.getAttribute('api-base').split('/').at(-1);
    const shown = new Set(textOf(provider).match(/acc-[a-z]/g) ?? []);
    for (const name of shown) if (name !== own) globalThis.foreign.push(own + ' shows ' + name);
  };
  const frame = () => { look(); requestAnimationFrame(frame); };
  requestAnimationFrame(frame);
`;

describe('forty quick account switches under random delays', () => {
  it('never show a frame with another account’s figures', async () => {
    const next = random(20_260_318);
    const server = await startForeignServer({
      page: `<billing-provider api-base="/billing/acc-a">
        <plan-usage></plan-usage><usage-chart></usage-chart></billing-provider>`,
      script: watcher,
      delay: () => Math.floor(next() * 120),
    });
    const browser = await launch();
    const { page, complaints } = await openPage(browser);
    await page.goto(server.origin);
    await page.getByText('Team of acc-a').waitFor();
    for (let turn = 0; turn < 40; turn += 1) {
      const account = `acc-${'abcde'.charAt(Math.floor(next() * 5))}`;
      await page.evaluate((base) => {
        document.querySelector('billing-provider')?.setAttribute('api-base', base);
      }, `/billing/${account}`);
      // Some switches come before the answer, some after it, some in the same frame.
      await page.evaluate(
        (wait) => new Promise((later) => setTimeout(later, wait)),
        Math.floor(next() * 150),
      );
    }
    await page.evaluate(() => {
      document.querySelector('billing-provider')?.setAttribute('api-base', '/billing/acc-z');
    });
    await page.getByText('Team of acc-z').waitFor();
    await page.getByText('Calls of acc-z').waitFor();
    const foreign = await page.evaluate(() => Reflect.get(globalThis, 'foreign') as string[]);
    await browser.close();
    await server.close();
    expect(foreign).to.eql([]);
    expect(complaints).to.eql({ errors: [], violations: [] });
  });
});
