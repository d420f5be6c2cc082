import { expect } from 'chai';

import { everything, openBench } from './bench.js';
import type { Bench, Opened } from './bench.js';
import { headersOf, isRequest, requestOf } from './http.js';
import { attributesOf, elementTags, slotsOf } from './names.js';
import { blocksIn } from './pages.js';

const withoutFace = ['billing-provider'];
const common = /^(id|class|lang|dir|hidden|slot|title|role|part|data-.+|aria-.+)$/;

describe('A page of documentation in a browser', () => {
  let bench: Bench;

  beforeAll(async () => {
    bench = await openBench();
  });
  afterAll(() => bench.close());

  /** The elements on the page that have not the face, once they had time for it. */
  async function expectFace({ page, complaints }: Opened, face: string): Promise<void> {
    const faced = elementTags.filter((tag) => !withoutFace.includes(tag));
    const lacking = ([tags, state]: readonly [string, string]): string[] =>
      [...document.querySelectorAll(tags)]
        .filter((element) => !element.matches(`:defined:state(${state})`))
        .map(({ localName }) => localName);
    const asked = [faced.join(), face] as const;
    await page
      .waitForFunction(
        ([tags, state]) =>
          [...document.querySelectorAll(tags)].every((element) =>
            element.matches(`:defined:state(${state})`),
          ),
        asked,
        { timeout: 20_000 },
      )
      // Which ones they are is said below.
      .catch(() => undefined);
    expect(
      { others: await page.evaluate(lacking, asked), ...complaints },
      `elements that are not ${face}`,
    ).to.eql({
      others: [],
      errors: [],
      violations: [],
    });
  }

  for (const block of blocksIn('html')) {
    it(`shows ${block.name}`, async () => {
      const hasElements = elementTags.some((tag) => block.code.includes(`<${tag}`));
      const opened = await bench.open(hasElements ? block.code : block.code + everything);
      await expectFace(opened, block.options['face'] ?? 'ready');
      await opened.close();
    });

    it(`knows the elements, attributes and slots of ${block.name}`, async () => {
      const opened = await bench.open('<p></p>');
      const used = await opened.page.evaluate((code) => {
        const { body } = new DOMParser().parseFromString(code, 'text/html');
        const elements = [...body.querySelectorAll('*')];
        return elements
          .filter(({ localName }) => localName.includes('-'))
          .map((element) => ({
            tag: element.localName,
            attributes: element.getAttributeNames(),
            slots: [...element.children].map(({ slot }) => slot).filter((slot) => slot !== ''),
          }));
      }, block.code);
      const unknown = used.flatMap(({ tag, attributes, slots }) => [
        ...(elementTags.includes(tag) ? [] : [`<${tag}>`]),
        ...attributes
          .filter((name) => !common.test(name) && !attributesOf(tag).includes(name))
          .map((name) => `<${tag} ${name}>`),
        ...slots
          .filter((name) => !slotsOf(tag).includes(name))
          .map((name) => `${tag}: slot ${name}`),
      ]);
      expect(unknown, 'not in dist/custom-elements.json').to.eql([]);
      await opened.close();
    });
  }

  for (const { name, code } of blocksIn('css')) {
    it(`takes all of ${name}`, async () => {
      const opened = await bench.open(everything, { style: code });
      await expectFace(opened, 'ready');
      const lost = await opened.page.evaluate(lostStyles, code);
      expect(lost, 'what the browser does not know').to.eql([]);
      await opened.close();
    });
  }

  for (const { name, code } of blocksIn('http').filter((block) => !isRequest(block.code))) {
    it(`is served with ${name}, and nothing is refused`, async () => {
      const headers = headersOf(code);
      expect(Object.keys(headers), 'lines of the form "Name: value"').not.to.eql([]);
      const opened = await bench.open(everything, { headers, script: '', style: '' });
      await expectFace(opened, 'ready');
      await opened.page.locator('usage-chart .plot svg').waitFor();
      await opened.close();
    });
  }

  for (const { name, code } of blocksIn('http').filter((block) => isRequest(block.code))) {
    it(`gets an answer to ${name}`, async () => {
      const response = await bench.handle(requestOf(code, bench.origin));
      expect(response.status, await response.clone().text()).to.be.below(400);
    });
  }
});

/** Runs in the browser: rules and declarations of a stylesheet that it drops. */
function lostStyles(code: string): string[] {
  const bare = code.replaceAll(/\/\*[\s\S]*?\*\//g, '');
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(bare.replaceAll(/@import[^;]*;/g, ''));
  const count = (rules: CSSRuleList): number =>
    [...rules].reduce((sum, rule) => {
      const inner = (rule as Partial<CSSGroupingRule>).cssRules;
      return sum + 1 + (inner ? count(inner) : 0);
    }, 0);
  const written = [...bare.matchAll(/\{/g)].length;
  const taken = count(sheet.cssRules);
  const declarations = [...bare.matchAll(/(?<=[{;]\s*)([a-z-]+)\s*:\s*([^;{}]+)[;}]/g)];
  return [
    ...(written === taken ? [] : [`${written - taken} of ${written} rules`]),
    ...declarations
      .filter(([, name = '', value = '']) => !CSS.supports(name, value.trim()))
      .map(([text]) => text),
  ];
}
