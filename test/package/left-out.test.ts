import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

import { leftOut } from '../support/left-out.js';

const pathOf = (file: string) => fileURLToPath(new URL(`../${file}`, import.meta.url));

/** The titles that a file gives its tests and what they stand in; what a title puts in may be anything. */
function titlesIn(source: string): RegExp[] {
  const titles = source.matchAll(/\b(?:describe|it)\(\s*(?:'([^'\n]+)'|"([^"\n]+)"|`([^`]+)`)/gu);
  return [...titles].map(([, single = '', double = '', filled = '']) => {
    const parts = (single || double || filled).split(/\$\{(?:[^{}]|\{[^}]*\})*\}/u);
    const literal = parts.map((part) => part.replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`));
    return new RegExp(`^${literal.join('.*')}$`, 'u');
  });
}

const listed = leftOut.flatMap(({ tests }) => Object.entries(tests));

describe('Tests that some engines leave out', () => {
  it.each(listed)('stand in %s', (file, names) => {
    expect(existsSync(pathOf(file)), file).toBe(true);
    const titles = titlesIn(readFileSync(pathOf(file), 'utf8'));
    const gone = names.filter(
      (name) => !name.split(' > ').every((part) => titles.some((title) => title.test(part))),
    );
    expect(gone).toEqual([]);
  });
});
