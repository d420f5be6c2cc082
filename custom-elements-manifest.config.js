import { posix } from 'node:path';

import { tags } from './tags.js';

/**
 * The analyzer also lists each `dispatchEvent(new XEvent(…))`, without a name or under that of the
 * first argument. An event of ours is one that its element's comment describes.
 */
const describedEvents = {
  name: 'described-events',
  moduleLinkPhase({ moduleDoc }) {
    for (const declaration of moduleDoc.declarations ?? []) {
      if (!declaration.events) continue;
      declaration.events = declaration.events.filter(({ description }) => description);
    }
  },
};

/** The analyzer knows `customElements.define` alone, and here `define` stands before it. */
const definitions = {
  name: 'definitions',
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isCallExpression(node) || node.expression.getText() !== 'define') return;
    const [tag, { text: name }] = node.arguments;
    const module = moduleDoc.path.replace(/\.ts$/, '.element.js');
    moduleDoc.exports.push({
      kind: 'custom-element-definition',
      name: tag.text,
      declaration: { name, module: `/${module}` },
    });
  },
};

/** Where the package has what a file of the source declares: an element in its module, types elsewhere. */
const shippedPath = (path) => {
  const source = path.replace(/^\//, '').replace(/\.[jt]s$/, '');
  const tag = tags.find((name) => source.startsWith(`src/elements/${name}/`));
  return tag ? `dist/${tag}.js` : source.replace(/^src\/(.*)$/, 'dist/$1.d.ts');
};

/** A reference to a module, from the module at `from`, with the name that the package has for it. */
const shippedReference = (from, module) =>
  shippedPath(module.startsWith('.') ? posix.join(posix.dirname(from), module) : module);

const withShippedPaths = (value, from) => {
  if (Array.isArray(value)) return value.map((item) => withShippedPaths(item, from));
  if (typeof value !== 'object' || value === null) return value;
  // The analyzer takes what a browser brings along for something of the file.
  if (value.name === 'Event' && value.module) return { name: 'Event', package: 'global:' };
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === 'module' ? shippedReference(from, inner) : withShippedPaths(inner, from),
    ]),
  );
};

/** Names the files of the package instead of those of the source, each once. */
const shippedModules = {
  name: 'shipped-modules',
  packageLinkPhase({ customElementsManifest }) {
    const modules = new Map();
    for (const { kind, path, declarations = [], exports = [] } of customElementsManifest.modules) {
      const shipped = shippedPath(path);
      const module = modules.get(shipped) ?? { kind, path: shipped, declarations: [], exports: [] };
      const named = exports.filter(({ name }) => name !== '*');
      module.declarations.push(...withShippedPaths(declarations, path));
      module.exports.push(...withShippedPaths(named, path));
      modules.set(shipped, module);
    }
    customElementsManifest.modules = [...modules.values()];
  },
};

/** What is private is nobody's to read about. */
const publicMembers = {
  name: 'public-members',
  packageLinkPhase({ customElementsManifest }) {
    for (const { declarations = [] } of customElementsManifest.modules) {
      for (const declaration of declarations) {
        declaration.members = declaration.members?.filter(
          ({ privacy }) => privacy !== 'private' && privacy !== 'protected',
        );
      }
    }
  },
};

export default {
  globs: [
    'src/elements/billing-element.ts',
    ...tags.map((tag) => `src/elements/${tag}/${tag}.ts`),
    'src/elements/**/*.{element,event,events}.ts',
    'src/ui/faces.events.ts',
  ],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [describedEvents, definitions, publicMembers, shippedModules],
};
