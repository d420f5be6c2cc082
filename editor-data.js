/**
 * What editors and templates know of the elements, made from `dist/custom-elements.json`: custom data
 * of VS Code, web-types of JetBrains, and the types that those of `types/` stand on.
 */
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';

import { getWebTypesData } from 'custom-element-jet-brains-integration';
import { getVsCodeHtmlCustomData } from 'custom-element-vs-code-integration';

/** Anew for each: the tools write into what they are given. */
const manifest = () => JSON.parse(readFileSync('dist/custom-elements.json', 'utf8'));

const options = { hideLogs: true };
const withoutEmptyDefaults = (text) => text.replaceAll(' _(default: undefined)_', '');

writeFileSync(
  'dist/vscode.html-custom-data.json',
  withoutEmptyDefaults(getVsCodeHtmlCustomData(manifest(), options)),
);
writeFileSync(
  'dist/web-types.json',
  withoutEmptyDefaults(getWebTypesData(manifest(), { ...options, packageJson: false })),
);

const elements = manifest()
  .modules.flatMap(({ declarations }) => declarations)
  .filter(({ tagName }) => tagName);

const comment = (text) => `/** ${text.replaceAll(/\s+/g, ' ')} */`;

/** A number may be written out, as HTML does. */
const written = ({ type }) => (type.text === 'number' ? ' | `${number}`' : '');

/** What a template may say of an element, each with its description. */
function tagOf({ name, tagName, description, members, attributes = [], events = [] }) {
  const properties = members.filter((member) => member.kind === 'field' && !member.static);
  return [
    `  ${comment(description)}`,
    `  '${tagName}': {`,
    `    element: ${name};`,
    `    properties: Pick<${name}, ${properties.map((member) => `'${member.name}'`).join(' | ')}>;`,
    '    attributes: {',
    ...attributes.map(
      (attribute) =>
        `      ${comment(attribute.description)}\n` +
        `      '${attribute.name}'?: ${name}['${attribute.fieldName}']${written(attribute)} | undefined;`,
    ),
    '    };',
    '    events: {',
    ...events.map(
      (event) => `      ${comment(event.description)}\n      '${event.name}': ${event.type.text};`,
    ),
    '    };',
    '  };',
  ].join('\n');
}

const classes = new Set(
  elements.flatMap(({ name, events = [] }) => [name, ...events.map(({ type }) => type.text)]),
);

writeFileSync(
  'dist/tags.d.ts',
  [
    `import type { ${[...classes].sort().join(', ')} } from './all.js';`,
    '',
    '/** What a template may say of each element. */',
    'export interface Tags {',
    ...elements.map(tagOf),
    '}',
    '',
  ].join('\n'),
);

for (const file of readdirSync('types')) copyFileSync(`types/${file}`, `dist/${file}`);
