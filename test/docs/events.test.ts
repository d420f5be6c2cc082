import { expect } from 'chai';

import { elementsByEvent } from './names.js';
import { pages } from './pages.js';

const text = pages.find(({ path }) => path === 'docs/events-and-take-over.md')?.text ?? '';

/** Event and elements of each row of the table below a heading. */
const rowsBelow = (heading: string): Map<string, string[]> => {
  const [, section = ''] = text.split(`\n## ${heading}\n`);
  const [table = ''] = section.split('\n## ');
  const rows = table.matchAll(/^\| `([a-z-]+)`\s*\|([^|]+)\|/gm);
  return new Map(
    [...rows].map(([, event = '', of = '']) => [
      event,
      [...of.matchAll(/`([a-z-]+)`/g)].map(([, tag = '']) => tag).sort(),
    ]),
  );
};

/** Events by whether they can be cancelled. One of all elements names none. */
const known = (isCancelable: boolean): Map<string, string[]> =>
  new Map(
    [...elementsByEvent]
      .filter(([, event]) => event.isCancelable === isCancelable)
      .map(([name, { tags, isOfAll }]) => [name, isOfAll ? [] : [...tags].sort()]),
  );

describe('docs/events-and-take-over.md', () => {
  it('has every event that a page may cancel, with its elements', () => {
    expect(rowsBelow('Take over an action')).to.eql(known(true));
  });

  it('has every other event, with its elements', () => {
    expect(rowsBelow('Hear what has happened')).to.eql(known(false));
  });
});
