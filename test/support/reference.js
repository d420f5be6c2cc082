/**
 * The pages of docs/reference, from the custom elements manifest: all that a page may use of each element.
 *
 *     node test/support/reference.js            writes them
 *     node test/support/reference.js --check    fails where one is not what the source says
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

import { format, resolveConfig } from 'prettier';

import { tags } from '../../tags.js';
import { analyze } from './manifest.js';

const folder = new URL('../../docs/reference/', import.meta.url);
const { modules } = await analyze();
const declarations = modules.flatMap((module) => module.declarations ?? []);
const base = declarations.find(({ name }) => name === 'BillingElement');

const pages = new Map([['README.md', indexPage()], ...tags.map((tag) => [`${tag}.md`, page(tag)])]);
const written = new Map(
  await Promise.all([...pages].map(async ([name, text]) => [name, await pretty(name, text)])),
);

mkdirSync(folder, { recursive: true });
const there = readdirSync(folder);
const stale = [...new Set([...there, ...written.keys()])].filter(
  (name) =>
    !there.includes(name) || written.get(name) !== readFileSync(new URL(name, folder), 'utf8'),
);

if (!process.argv.includes('--check')) {
  for (const name of there) rmSync(new URL(name, folder));
  for (const [name, text] of written) writeFileSync(new URL(name, folder), text);
  console.log(`${written.size} pages in docs/reference`);
} else if (stale.length > 0) {
  console.error(`Not what the source says: docs/reference/${stale.join(', ')}: npm run reference`);
  process.exitCode = 1;
}

async function pretty(name, text) {
  const filepath = new URL(name, folder).pathname;
  return format(text, { ...(await resolveConfig(filepath)), filepath });
}

function indexPage() {
  const list = tags.map((tag) => {
    const [first] = described(tag)
      .description.replaceAll('\n', ' ')
      .split(/(?<=\.)\s/);
    return `- [\`<${tag}>\`](${tag}.md): ${first}`;
  });
  return [
    '# Reference',
    'All that a page may use of the elements. What is not here is not public, and may change at any time.',
    list.join('\n'),
    '## What all elements have',
    `${base.description} \`<billing-provider>\` has only what its own page lists.`,
    ...sections(base, '###', () => true),
  ].join('\n\n');
}

function page(tag) {
  const element = described(tag);
  const isShared = element.superclass?.name === base.name;
  const more = ' It also has [what all elements have](README.md#what-all-elements-have).';
  return [
    `# \`<${tag}>\``,
    element.description,
    `\`import 'billing-elements/${tag}.js'\` defines it.${isShared ? more : ''}`,
    ...sections(element, '##', (item) => !isShared || isOwn(item)),
  ].join('\n\n');
}

function described(tag) {
  return declarations.find(({ tagName }) => tagName === tag);
}

/** An event has no mark of the class that it comes from. */
function isOwn({ inheritedFrom, name }) {
  return inheritedFrom === undefined && !base.events.some((event) => event.name === name);
}

function sections(element, level, isWanted) {
  const { members = [], attributes = [], events = [], slots = [] } = element;
  const { cssParts = [], cssProperties = [], cssStates = [] } = element;
  const fields = members.filter(({ kind, static: isStatic }) => kind === 'field' && !isStatic);
  const methods = members.filter(({ kind }) => kind === 'method');
  const attributeOf = (field) =>
    attributes.find(({ fieldName }) => fieldName === field.name)?.name ?? '';
  const table = (title, heads, items, cellsOf) =>
    section(`${level} ${title}`, heads, items.filter(isWanted), cellsOf);
  return [
    table(
      'Attributes and properties',
      ['Attribute', 'Property', 'Type', 'Default', 'Means'],
      fields,
      (field) => [
        code(attributeOf(field)),
        code(field.name),
        code(field.type?.text ?? ''),
        code(field.default ?? ''),
        field.description,
      ],
    ),
    table('Methods', ['Method', 'Does'], methods, (method) => [
      code(signatureOf(method)),
      method.description,
    ]),
    table('Events', ['Event', 'Carries', 'Tells'], events, (event) => [
      code(event.name),
      fieldsOf(event.type.text).map(code).join(', '),
      event.description,
    ]),
    table('Slots', ['Slot', 'Holds'], slots, ({ name, description }) => [
      name === '' ? 'without a name' : code(name),
      description,
    ]),
    table('Parts', ['Part', 'Is'], cssParts, named),
    table('Tokens', ['Token', 'Default', 'Decides'], cssProperties, (token) => [
      code(token.name),
      code(token.default ?? ''),
      token.description,
    ]),
    table('States', ['State', 'Means'], cssStates, ({ name, description }) => [
      code(`:state(${name})`),
      description,
    ]),
  ].filter((text) => text !== '');
}

function named({ name, description }) {
  return [code(name), description];
}

function signatureOf({ name, parameters = [], return: answer }) {
  const given = parameters.map(({ name: each, type }) => `${each}: ${type?.text ?? 'unknown'}`);
  return `${name}(${given.join(', ')}): ${answer?.type?.text ?? 'void'}`;
}

/** What an event of a class carries. */
function fieldsOf(className) {
  const members = declarations.find(({ name }) => name === className)?.members ?? [];
  return members
    .filter(({ kind }) => kind === 'field')
    .map(({ name, type }) => `${name}: ${type?.text ?? 'unknown'}`);
}

function section(heading, heads, items, cellsOf) {
  if (items.length === 0) return '';
  const row = (cells) => `| ${cells.map(cell).join(' | ')} |`;
  const lines = [row(heads), row(heads.map(() => '-')), ...items.map((item) => row(cellsOf(item)))];
  return `${heading}\n\n${lines.join('\n')}`;
}

function cell(text = '') {
  return text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|').trim();
}

function code(text) {
  return text === '' ? '' : `\`${text}\``;
}
