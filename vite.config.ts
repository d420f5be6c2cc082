import dts from 'vite-plugin-dts';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';

import { initialModules } from './initial-modules.js';
import manifest from './package.json' with { type: 'json' };
import { tags } from './tags.js';

const isDefinition = (path: string): boolean =>
  tags.some((tag) => path.endsWith(`/elements/${tag}/${tag}.ts`));

const definitions = tags.map((tag) => `src/elements/${tag}/${tag}.ts`);
const initial = await initialModules(definitions);
const served = await initialModules(['src/server/index.ts']);

/** What elements share from the start, and servers do not. */
const isCore = (id: string): boolean =>
  initial.has(id) && !served.has(id) && !id.includes('/elements/');

/**
 * Style sheets without the comments and the room that people need to read them. Only in files of
 * their own, where nothing else than CSS is written between the backticks.
 */
const terseStyles: Plugin = {
  name: 'terse-styles',
  enforce: 'pre',
  transform: (code, id) =>
    id.endsWith('.styles.ts')
      ? code.replaceAll(/(?<=css`)[^`]*(?=`)/g, (sheet) =>
          sheet
            .replaceAll(/\/\*[^*]*\*\//g, '')
            .replaceAll(/\s+/g, ' ')
            .replaceAll(/ ?([{};,]) ?/g, '$1')
            .trim(),
        )
      : undefined,
};

const built = { target: 'es2022', sourcemap: true, copyPublicDir: false };

/** The ES modules of `dist/`: the host's bundler resolves and shares the packages behind them. */
const library = defineConfig({
  plugins: [terseStyles, dts({ include: ['src'], entryRoot: 'src' })],
  build: {
    ...built,
    lib: {
      formats: ['es'],
      entry: {
        index: 'src/index.ts',
        all: 'src/all.ts',
        server: 'src/server/index.ts',
        ...Object.fromEntries(tags.map((tag) => [tag, `src/elements/${tag}/${tag}.ts`])),
      },
    },
    rolldownOptions: {
      // By name: a pattern such as /^[^./]/ would also leave out the helper for decorators that
      // the compiler adds, and break only at the consumer's.
      external: Object.keys(manifest.dependencies).map((name) => new RegExp(`^${name}(/|$)`)),
      output: {
        minify: true,
        // What the elements share from the start is one file: torn into the many that their lazy
        // parts have in common with it, it would be an eighth larger.
        codeSplitting: {
          groups: [
            // First, or the core would take with it what a server needs of it.
            { name: 'common', test: (id) => served.has(id) && initial.has(id), priority: 1 },
            { name: 'core', test: isCore },
          ],
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

/** What jsPDF would fetch to draw HTML, which nobody here asks of it. */
const drawsHtml = ['canvg', 'core-js', 'dompurify', 'html2canvas'];

const withoutHtml: Plugin = {
  name: 'without-html',
  enforce: 'pre',
  resolveId: (id) => (drawsHtml.includes(id) ? '\0nothing' : undefined),
  load: (id) => (id === '\0nothing' ? 'export default undefined;' : undefined),
};

/** `dist/cdn/`: one script tag that holds every package, and its lazy chunks beside it. */
const cdn = defineConfig({
  define: { 'process.env.NODE_ENV': '"production"' },
  plugins: [terseStyles, withoutHtml],
  build: {
    ...built,
    outDir: 'dist/cdn',
    modulePreload: false,
    rolldownOptions: {
      input: { 'billing-elements': 'src/all.ts' },
      preserveEntrySignatures: 'strict',
      output: {
        format: 'es',
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js',
      },
    },
  },
});

export default defineConfig(({ mode }) => (mode === 'cdn' ? cdn : library));
