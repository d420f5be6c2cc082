import { existsSync, readdirSync } from 'node:fs';

import dts from 'vite-plugin-dts';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';

import { atOnce, importMap, scriptTag } from './cdn-files.js';
import { initialModules } from './initial-modules.js';
import manifest from './package.json' with { type: 'json' };
import { tags } from './tags.js';

const isDefinition = (path: string): boolean =>
  tags.some((tag) => path.endsWith(`/elements/${tag}/${tag}.ts`));

const definitions = tags.map((tag) => `src/elements/${tag}/${tag}.ts`);
const initial = await initialModules(definitions);
/** Each file beside the folders of `src/engines` is a way in, by its own name. */
const engines = readdirSync('src/engines').filter((name) => name.endsWith('.ts'));

/** What elements share from the start. */
const isCore = (id: string): boolean => initial.has(id) && !id.includes('/elements/');

/** What every element is made of; apart from the core, for whoever wants no element. */
const isBase = (id: string): boolean =>
  initial.has(id) ? /\/elements\/[^/]+$/.test(id) : id.endsWith('/decorate.js');

const drawing = new Map<string, ReadonlySet<string>>();
for (const tag of tags) {
  const path = `src/elements/${tag}/${tag}.content.ts`;
  if (existsSync(path)) drawing.set(`${tag}.content`, await initialModules([path]));
}
const reading = await initialModules(['src/api/reading.ts']);

const isShared = (id: string): boolean =>
  [...drawing.values()].filter((modules) => modules.has(id)).length > 1;

/**
 * What elements fetch beside their first request, in few files: a line that carries six at a time
 * lets each one more wait. What the chart needs as well comes with what reads answers; the rest of
 * what is shared is about plans and payments, which it knows nothing of.
 */
const laterGroups = [
  {
    name: 'reading',
    test: (id: string) =>
      reading.has(id) || (isShared(id) && drawing.get('usage-chart.content')?.has(id) === true),
  },
  { name: 'account', test: isShared },
].map(({ name, test }) => ({
  name,
  test: (id: string) => !initial.has(id) && test(id),
}));

/**
 * Style sheets without the comments and the room that people need to read them. Only in files of
 * their own, where nothing else than CSS is written between the backticks.
 */
const terseStyles: Plugin = {
  name: 'terse-styles',
  enforce: 'pre',
  transform: (code, id) =>
    id.endsWith('.styles.ts')
      ? {
          code: code.replaceAll(/(?<=css`)[^`]*(?=`)/g, (sheet) =>
            sheet
              .replaceAll(/\/\*[^*]*\*\//g, '')
              .replaceAll(/\s+/g, ' ')
              .replaceAll(/ ?([{};,>]) ?/g, '$1')
              .replaceAll(/(?<=[:(]) | (?=\))|;(?=})|(?<=@media) (?=\()|(?<![\d.])0(?=\.\d)/g, '')
              .trim(),
          ),
          // Nothing is better than what is no longer true.
          map: { mappings: '' },
        }
      : undefined,
};

/**
 * The compiler's helper for decorators also does those of classes, methods and parameters. Ours
 * stand on fields alone, and in every element the rest would be a tenth of a kilobyte for nothing.
 */
const terseDecorate: Plugin = {
  name: 'terse-decorate',
  enforce: 'pre',
  transform: (_code, id) =>
    id.endsWith('/helpers/esm/decorate.js')
      ? 'export default (all, prototype, name) => { for (const declare of all) declare(prototype, name); };'
      : undefined,
};

/** A map of a font would be the font once more. */
const unmappedFonts: Plugin = {
  name: 'unmapped-fonts',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (!/\.font-[\w-]+\.js/.test(file.fileName)) continue;
      if (file.type === 'asset') Reflect.deleteProperty(bundle, file.fileName);
      else file.code = file.code.replace(/\n\/\/# sourceMappingURL=.*/, '');
    }
  },
};

const built = { target: 'es2022', copyPublicDir: false };

// By name: a pattern such as /^[^./]/ would also leave out the helper for decorators that the
// compiler adds, and break only at the consumer's.
const external = Object.keys(manifest.dependencies).map((name) => new RegExp(`^${name}(/|$)`));

/** The ES modules of `dist/`: the host's bundler resolves and shares the packages behind them. */
const library = defineConfig({
  plugins: [
    terseStyles,
    terseDecorate,
    unmappedFonts,
    dts({ include: ['src'], exclude: ['src/cdn'], entryRoot: 'src' }),
  ],
  build: {
    ...built,
    // Hosts look into what they bundle. The script tag has no maps: they would be half of the package.
    sourcemap: true,
    lib: {
      formats: ['es'],
      entry: {
        index: 'src/index.ts',
        all: 'src/all.ts',
        ...Object.fromEntries(tags.map((tag) => [tag, `src/elements/${tag}/${tag}.ts`])),
      },
    },
    rolldownOptions: {
      external,
      output: {
        minify: true,
        // What the elements share from the start is one file: torn into the many that their lazy
        // parts have in common with it, it would be an eighth larger.
        codeSplitting: {
          groups: [{ name: 'core', test: isCore }, { name: 'base', test: isBase }, ...laterGroups],
        },
        // `sideEffects` of package.json names the folder: a definition must not be dropped by a
        // host's bundler wherever ours puts it, and everything else may be.
        chunkFileNames: ({ moduleIds }) =>
          moduleIds.some(isDefinition)
            ? 'chunks/elements/[name]-[hash].js'
            : 'chunks/[name]-[hash].js',
      },
    },
  },
});

/**
 * `dist/server.js` and `dist/engines/`, for servers. They share modules with the elements but no
 * files: those would be torn into more of them, which every first load would pay for.
 */
const servers = defineConfig({
  build: {
    ...built,
    sourcemap: true,
    // The elements are there already.
    emptyOutDir: false,
    lib: {
      formats: ['es'],
      entry: {
        server: 'src/server/index.ts',
        ...Object.fromEntries(
          engines.map((name) => [`engines/${name.replace('.ts', '')}`, `src/engines/${name}`]),
        ),
      },
    },
    rolldownOptions: {
      external,
      output: { minify: true, chunkFileNames: 'chunks/server/[name]-[hash].js' },
    },
  },
});

/** What jsPDF would fetch to draw HTML, which nobody here asks of it. */
const drawsHtml = ['canvg', 'core-js', 'dompurify', 'html2canvas'];

const withoutHtml: Plugin = {
  name: 'without-html',
  enforce: 'pre',
  resolveId: (id) => (drawsHtml.includes(id) ? '\0nothing' : undefined),
  load: (id) => (id === '\0nothing' ? 'export default undefined;' : undefined),
};

const offered = await initialModules(['src/cdn/api.ts']);
const all = await initialModules(['src/all.ts']);

/** What the script tag exports, and asks with whether the page has the elements. Nothing in it knows Lit. */
const isOffered = (id: string): boolean => offered.has(id) || id.includes('/@lit/context/');

const isLit = (id: string): boolean => /\/node_modules\/(lit|lit-html|lit-element|@lit)\//.test(id);

/** `dist/cdn/`: one script tag that holds every package, and its lazy chunks beside it. */
const cdn = defineConfig({
  define: { 'process.env.NODE_ENV': '"production"' },
  plugins: [terseStyles, terseDecorate, withoutHtml, atOnce, scriptTag, importMap],
  build: {
    ...built,
    outDir: 'dist/cdn',
    lib: {
      formats: ['es'],
      entry: { api: 'src/cdn/api.ts', elements: 'src/all.ts' },
    },
    rolldownOptions: {
      // The chunks are entries as well, and may export more than those do.
      preserveEntrySignatures: 'allow-extension',
      output: {
        minify: true,
        // What the elements need at first is few files, fetched at once. No chunk imports the tag's
        // own module: under an address with a query, it would be loaded twice.
        codeSplitting: {
          groups: [
            { name: 'api', test: isOffered, priority: 1 },
            { name: 'elements', test: (id) => all.has(id) || isLit(id) },
            ...laterGroups,
          ],
        },
        entryFileNames: '[name]-[hash].js',
        chunkFileNames: '[name]-[hash].js',
      },
    },
  },
});

/**
 * `dist/kit/`: checks of a host's own API, for Node. They hold what they need of the package and of
 * Ajv, which no page and no server has a use for.
 */
const kit = defineConfig({
  build: {
    ...built,
    outDir: 'dist/kit',
    lib: {
      formats: ['es'],
      entry: { conformance: 'src/conformance/index.ts', bin: 'src/conformance/bin.ts' },
    },
    rolldownOptions: { output: { minify: true, chunkFileNames: '[name]-[hash].js' } },
  },
});

const configs: Readonly<Record<string, typeof library>> = { cdn, kit, servers };

export default defineConfig(({ mode }) => configs[mode] ?? library);
