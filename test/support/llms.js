/**
 * llms.txt, an index of the documentation for machines, from the lists that the pages have already.
 *
 *     node test/support/llms.js            writes it
 *     node test/support/llms.js --check    fails where it is not what the pages say
 *
 * The form: https://llmstxt.org
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { posix } from 'node:path';

const root = new URL('../../', import.meta.url);
const file = new URL('llms.txt', root);
const read = (path) => readFileSync(new URL(path, root), 'utf8');

const { name, description } = JSON.parse(read('package.json'));
const text = [
  `# ${name}`,
  `> ${description}`,
  ...groupsOf('docs/README.md'),
  `## Elements\n\n${listOf('docs/reference/README.md')}`,
].join('\n\n');

if (!process.argv.includes('--check')) {
  writeFileSync(file, `${text}\n`);
} else if (read('llms.txt') !== `${text}\n`) {
  console.error('llms.txt is not what the pages say: npm run reference');
  process.exitCode = 1;
}

/** Each bold line of a page with the list below it. */
function groupsOf(path) {
  return read(path)
    .split(/^\*\*(.+)\*\*$/m)
    .slice(1)
    .flatMap((part, index, parts) =>
      index % 2 === 0 ? [`## ${part}\n\n${itemsOf(parts[index + 1], posix.dirname(path))}`] : [],
    );
}

function listOf(path) {
  return itemsOf(read(path), posix.dirname(path));
}

/** The links of a list, from the root of the project. */
function itemsOf(markdown, folder) {
  return [...markdown.matchAll(/^- \[(.+)\]\(([^)]+)\)(.*)$/gm)]
    .map(([, title, link, rest]) => `- [${title}](${posix.join(folder, link)})${rest}`)
    .join('\n');
}
