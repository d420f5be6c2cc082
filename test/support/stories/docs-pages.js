/** The pages of documentation: each element's must name everything that the manifest does. */
import { readFileSync } from 'node:fs';

const manifest = JSON.parse(
  readFileSync(new URL('../../../dist/custom-elements.json', import.meta.url), 'utf8'),
);
const DRAWN = 20_000;

/** What a page must show of an element: every public name. */
function namesOf(tag) {
  const declaration = manifest.modules
    .flatMap(({ declarations = [] }) => declarations)
    .find(({ tagName }) => tagName === tag);
  if (!declaration) return [];
  const { attributes, cssParts, cssProperties, cssStates, events, members, slots } = declaration;
  const names = (list = [], write = (name) => name) => list.map(({ name }) => write(name));
  return [
    ...names(attributes),
    ...names(members),
    ...names(events),
    ...names(slots, (name) => (name === '' ? 'without a name' : `slot="${name}"`)),
    ...names(cssParts, (name) => `::part(${name})`),
    ...names(cssProperties),
    ...names(cssStates, (name) => `:state(${name})`),
  ];
}

/** What is wrong with a page: an error, or a name that is nowhere on it. */
export async function docsFaults(browser, address, { id, title }) {
  const page = await browser.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
  try {
    await page.goto(`${address}/iframe.html?id=${id}&viewMode=docs`);
    const content = page.locator('#storybook-docs .sbdocs-content');
    await content.locator('h1').first().waitFor({ timeout: DRAWN });
    const wanted = namesOf(title.split('/').at(-1));
    if (wanted.length > 0) await content.locator('h3', { hasText: 'Attributes' }).waitFor();
    const text = await content.innerText();
    const missing = wanted.filter((name) => !text.includes(name));
    if (missing.length > 0) faults.push(`does not name ${missing.join(', ')}`);
  } catch (error) {
    faults.push(error.message);
  } finally {
    await page.close();
  }
  return faults;
}
