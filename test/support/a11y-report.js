/**
 * The list of clauses in ACCESSIBILITY.md, from the titles of the tests in `test/a11y`.
 *
 *     node test/support/a11y-report.js            writes the list
 *     node test/support/a11y-report.js --check    fails where the list is not what the tests say
 *
 * A title is one sentence behind its pattern and its clause: `Tabs (APG, keyboard): Home moves …`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

import { format, resolveConfig } from 'prettier';
import ts from 'typescript';

const folder = new URL('../a11y/', import.meta.url);
const report = new URL('../../ACCESSIBILITY.md', import.meta.url);
const [begin, end] = ['<!-- clauses -->', '<!-- /clauses -->'];
const form = /^(?<pattern>[^(]+) \((?<clause>[^)]+)\): (?<sentence>.+)$/u;

const clauses = readdirSync(folder)
  .filter((name) => name.endsWith('.test.ts'))
  .flatMap((name) => titlesIn(name).map((title) => clauseOf(title, name)));

const text = readFileSync(report, 'utf8');
const [before, after] = [text.split(begin)[0], text.split(end)[1]];
if (after === undefined) throw new Error(`ACCESSIBILITY.md has no ${begin} and ${end}.`);
const filepath = report.pathname;
const written = await format(`${before}${begin}\n\n${listOf(clauses)}\n\n${end}${after}`, {
  ...(await resolveConfig(filepath)),
  filepath,
});

if (!process.argv.includes('--check')) {
  writeFileSync(report, written);
  console.log(`${clauses.length} assertions`);
} else if (text !== written) {
  console.error('ACCESSIBILITY.md is not what the tests say: npm run a11y:report');
  process.exitCode = 1;
}

/** The titles of a file's tests. One that is put together by code could not be listed. */
function titlesIn(name) {
  const source = ts.createSourceFile(
    name,
    readFileSync(new URL(name, folder), 'utf8'),
    ts.ScriptTarget.Latest,
  );
  const titles = [];
  const visit = (node) => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      const [title] = node.arguments;
      if (node.expression.text === 'it') {
        if (!title || !ts.isStringLiteralLike(title)) {
          throw new Error(`test/a11y/${name}: a title is written out.`);
        }
        titles.push(title.text);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return titles;
}

function clauseOf(title, name) {
  const { groups } = form.exec(title) ?? {};
  if (!groups) throw new Error(`test/a11y/${name}: "${title}" names no pattern and clause.`);
  return groups;
}

function listOf(all) {
  const patterns = [...new Set(all.map(({ pattern }) => pattern))].sort();
  const of = (wanted) => all.filter(({ pattern }) => pattern === wanted);
  const sections = patterns.map((pattern) => {
    const lines = of(pattern).map(({ clause, sentence }) => `- ${clause}: ${sentence}`);
    return `### ${pattern}\n\n${lines.join('\n')}`;
  });
  const rows = patterns.map((pattern) => `| ${pattern} | ${of(pattern).length} |`);
  const table = ['| pattern | assertions |', '| - | - |', ...rows, `| all | ${all.length} |`];
  return `${table.join('\n')}\n\n${sections.join('\n\n')}`;
}
