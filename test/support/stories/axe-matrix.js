/** axe over one story in every way in which people may see it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { explanationsOf, prepareProofs } from './explained.js';
import { lookAs } from './ways.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Every combination of what axe judges by. */
export const combinations = ['light', 'dark', 'forced'].flatMap((colours) =>
  ['ltr', 'rtl'].flatMap((direction) =>
    [320, 1280].map((width) => ({ colours, direction, width, height: 900 })),
  ),
);

const options = {
  resultTypes: ['violations', 'incomplete'],
  // All that axe does by itself, and the size of targets, which it does on request.
  rules: { 'target-size': { enabled: true } },
};

/**
 * What axe finds, once for all ways in which it finds the same: `faults` in words, and `explained`,
 * what it could not decide and somebody has.
 */
export async function axeFindings(page) {
  await page.evaluate(axe);
  await page.evaluate(setUp);
  await prepareProofs(page);
  const found = new Map();
  for (const way of combinations) {
    await lookAs(page, way);
    for (const finding of await run(page)) {
      const { explanation, text } = finding;
      const ways = found.get(text)?.ways ?? [];
      found.set(text, { text, explanation, ways: [...ways, nameOf(way)] });
    }
  }
  const all = [...found.values()];
  return {
    faults: all
      .filter(({ explanation }) => !explanation)
      .map(({ text, ways }) => `axe ${text} (${inWords(ways)})`),
    explained: all.filter(({ explanation }) => explanation),
  };
}

/**
 * Runs in the page. axe takes the colour of text from `-webkit-text-fill-color`, which Chromium
 * computes as if no colours were forced; what it paints with is `color`, which axe asks for next.
 */
function setUp() {
  // A single digit is text as well.
  const { options } = window.axe._audit.checks['color-contrast'];
  window.axe.configure({
    checks: [{ id: 'color-contrast', options: { ...options, ignoreLength: true } }],
  });
  const { getPropertyValue } = CSSStyleDeclaration.prototype;
  CSSStyleDeclaration.prototype.getPropertyValue = function (name) {
    const isUnforced =
      name === '-webkit-text-fill-color' && matchMedia('(forced-colors: active)').matches;
    return isUnforced ? '' : getPropertyValue.call(this, name);
  };
}

async function run(page) {
  const { violations, incomplete } = await page.evaluate(
    (given) => window.axe.run('#storybook-root', given),
    options,
  );
  const nodesOf = (rules) =>
    rules.flatMap(({ id, nodes }) => nodes.map((node) => ({ id, ...node })));
  const open = nodesOf(incomplete);
  const explanations = await explanationsOf(page, open);
  return [
    ...nodesOf(violations).map((node) => ({ text: textOf(node) })),
    ...open.map((node, index) => ({
      text: `cannot tell: ${textOf(node)}`,
      explanation: explanations[index],
    })),
  ];
}

function textOf({ id, target, any, all, none }) {
  const why = [...new Set([...any, ...all, ...none].map(({ message }) => message))].join('; ');
  return `${id}: ${target.flat().join(' ')}: ${why}`;
}

function nameOf({ colours, direction, width }) {
  return `${colours} ${direction} ${width}`;
}

function inWords(ways) {
  return ways.length === combinations.length ? 'always' : ways.join(', ');
}
