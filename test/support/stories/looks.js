/**
 * How the stories look, compared with the pictures in `test/looks/<story>/<width>-<scheme>.png`, as far
 * as this machine draws as the one that took them: `test/looks/made-with.json`.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { inWords, isAlike, surroundingsOf } from './made-with.js';
import { encodePalettePng } from './palette-png.js';
import { decodePng, differenceOf } from './pictures.js';
import { lookAs } from './ways.js';

const looks = fileURLToPath(new URL('../../looks/', import.meta.url));
const madeWith = `${looks}made-with.json`;
const results = fileURLToPath(new URL('../../../test-results/looks/', import.meta.url));

/** Lower down a page says nothing new. */
const LOWEST = 1_600;
/** A picture that differs is taken again, in case something was still on its way. */
const TRIES = 4;

const wide = { width: 1280, height: 900 };
const narrow = { width: 360, height: 780 };

/** What has been compared, for the closing lines. */
export const lookCounts = { same: 0, different: 0, new: 0, updated: 0, 'not compared': 0 };

let isComparable = true;

/** Finds out whether pictures of this machine can be compared with those that there are. */
export async function prepareLooks(browser, { isUpdate, isWhole }) {
  const here = await surroundingsOf(browser);
  const there = existsSync(madeWith) ? JSON.parse(readFileSync(madeWith, 'utf8')) : here;
  isComparable = isAlike(there, here);
  if (isUpdate) {
    // Pictures of two machines would lie beside each other.
    if (!isComparable && !isWhole) {
      throw new Error(
        `looks: made with ${inWords(there)}; here is ${inWords(here)}: take all anew`,
      );
    }
    isComparable = true;
    write(madeWith, `${JSON.stringify(here, null, 2)}\n`);
  } else if (!isComparable) {
    console.log(
      `looks: made with ${inWords(there)}; here is ${inWords(here)}: not compared, only that there are pictures`,
    );
  }
}

/** The ways that a story does not exclude by itself: one that is dark is not looked at in light. */
function waysOf({ scheme, viewport, width = 'full' } = {}) {
  const schemes = scheme === 'light' || scheme === 'dark' ? [scheme] : ['light', 'dark'];
  const sizes = width === 'full' && !viewport ? [narrow, wide] : [narrow];
  return schemes.flatMap((colours) =>
    sizes.map((size) => ({ ...size, colours, name: `${size.width}-${colours}` })),
  );
}

/** Takes the pictures of a story, and answers in words what is wrong with them. */
export async function lookAt(page, id, { isUpdate }) {
  const globals = await page.evaluate(
    'window.__STORYBOOK_PREVIEW__.currentRender?.story?.storyGlobals',
  );
  const ways = waysOf(globals);
  const faults = leftOver(id, ways, isUpdate);
  for (const way of ways) {
    const name = `${id}/${way.name}.png`;
    if (isComparable) {
      await lookAs(page, way);
      faults.push(...(await compare(page, name, isUpdate)));
    } else {
      lookCounts['not compared'] += 1;
      faults.push(...(existsSync(`${looks}${name}`) ? [] : missing(name)));
    }
  }
  return faults;
}

/** Pictures of ways in which the story is no longer looked at: removed, or told of. */
function leftOver(id, ways, isUpdate) {
  const folder = `${looks}${id}`;
  const known = ways.map(({ name }) => `${name}.png`);
  const left = existsSync(folder)
    ? readdirSync(folder).filter((name) => !known.includes(name))
    : [];
  if (isUpdate) for (const name of left) rmSync(`${folder}/${name}`);
  return isUpdate ? [] : left.map((name) => `look: nobody looks at ${id}/${name}`);
}

function missing(name) {
  return [`look: there is no picture ${name}: npm run looks:update`];
}

async function compare(page, name, isUpdate) {
  const file = `${looks}${name}`;
  const before = existsSync(file) ? decodePng(readFileSync(file)) : undefined;
  let now = decodePng(await shot(page));
  let difference = before && differenceOf(before, now);
  for (let tries = 1; difference && tries < TRIES; tries += 1) {
    now = decodePng(await shot(page));
    difference = differenceOf(before, now);
  }
  if (before && !difference) {
    lookCounts.same += 1;
    return [];
  }
  if (isUpdate) {
    write(file, encodePalettePng(await settled(page, now)));
    lookCounts.updated += 1;
    return [];
  }
  if (!difference) {
    lookCounts.new += 1;
    // Before there are any pictures, all are new, and nobody is to blame for one.
    return existsSync(looks) ? missing(name) : [];
  }
  lookCounts.different += 1;
  write(`${results}${name}`, difference.picture);
  return [
    `look: ${name}: ${difference.what}; before, now and what differs: test-results/looks/${name}`,
  ];
}

/** A picture that is to be kept is one that comes twice in a row. */
async function settled(page, first) {
  let before = first;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const now = decodePng(await shot(page));
    if (!differenceOf(before, now)) return now;
    before = now;
  }
  throw new Error('look: no two pictures are alike: something is moving');
}

async function shot(page) {
  const area = await page.evaluate(areaOf);
  return page.screenshot({
    animations: 'disabled',
    caret: 'hide',
    scale: 'css',
    ...(area && { fullPage: true, clip: { ...area, height: Math.min(area.height, LOWEST) } }),
  });
}

/** Runs in the page: all of the story, or undefined where a dialog has the screen to itself. */
function areaOf() {
  const isModal = (root) =>
    [...root.querySelectorAll('*')].some(
      (element) =>
        element.matches(':modal') || (element.shadowRoot !== null && isModal(element.shadowRoot)),
    );
  if (isModal(document)) return undefined;
  const { bottom } = document.getElementById('storybook-root').getBoundingClientRect();
  const margin = 16;
  return { x: 0, y: 0, width: window.innerWidth, height: Math.ceil(bottom + scrollY) + margin };
}

function write(file, content) {
  mkdirSync(file.slice(0, file.lastIndexOf('/')), { recursive: true });
  writeFileSync(file, content);
}

/** Pictures of stories that are no more: removed, or told of. */
export function clearLooks(ids, { isUpdate }) {
  if (!existsSync(looks)) return [];
  const folders = readdirSync(looks, { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  const left = folders.map(({ name }) => name).filter((name) => !ids.includes(name));
  if (isUpdate) for (const name of left) rmSync(`${looks}${name}`, { recursive: true });
  return isUpdate ? [] : left.map((name) => `look: there is no story of test/looks/${name}`);
}
