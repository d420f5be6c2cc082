/** What a visit of the stories found, to read later. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../test-results/', import.meta.url));

/** Writes `test-results/stories.md` and, for programs, `stories.json`. */
export function writeReport(visits, combinations) {
  mkdirSync(folder, { recursive: true });
  const inOrder = visits.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  writeFileSync(`${folder}stories.json`, `${JSON.stringify(inOrder, null, 2)}\n`);
  writeFileSync(`${folder}stories.md`, asMarkdown(inOrder, combinations));
}

function asMarkdown(visits, combinations) {
  const failing = visits.filter(({ faults }) => faults.length > 0);
  const why = new Map();
  for (const { explained, id } of visits) {
    for (const { explanation } of explained) {
      why.set(explanation, [...(why.get(explanation) ?? []), id]);
    }
  }
  return [
    '# The stories',
    '',
    `${visits.length} stories, each in ${combinations.length} ways; ${failing.length} failed.`,
    ...failing.flatMap(({ id, faults }) => ['', `## ${id}`, '', ...faults.map(asItem)]),
    '',
    '## What axe could not decide, and why it is right',
    '',
    ...(why.size > 0 ? [...why].map(asSum) : ['Nothing.']),
    '',
  ].join('\n');
}

function asItem(text) {
  return `- ${text.replaceAll('\n', ' ')}`;
}

function asSum([explanation, ids]) {
  return `- ${explanation} (${ids.length} findings in ${new Set(ids).size} stories)`;
}
