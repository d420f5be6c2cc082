/** Who may import whom, as zones of `import-x/no-restricted-paths`. ARCHITECTURE.md has the table. */
import { readdirSync } from 'node:fs';

/** What each folder of `src/` may import beside itself and packages. */
const allowed = {
  contract: [],
  billing: ['contract'],
  api: ['billing'],
  i18n: ['billing'],
  export: ['billing', 'i18n'],
  state: ['billing', 'api'],
  ui: ['billing', 'i18n', 'state'],
  elements: ['billing', 'api', 'i18n', 'export', 'state', 'ui'],
  server: ['billing', 'api'],
  engines: ['billing', 'api'],
  conformance: ['billing', 'contract'],
};

/** The one element that is made of the others. */
const composed = 'billing-console';

const layers = Object.entries(allowed).map(([layer, others]) => ({
  target: `./src/${layer}`,
  from: './src',
  except: [layer, ...others].map((name) => `./${name}`),
  message:
    others.length > 0
      ? `\`${layer}\` may import only ${others.map((name) => `\`${name}\``).join(', ')}.`
      : `\`${layer}\` imports no other layer.`,
}));

/** What elements have in common; `shared/` is no element, but parts that several of them act with. */
const base = ['shared', 'billing-element.ts', 'define.ts', 'property.ts', 'version.ts'];

/** The payment page: others define it when they first need it, and use it by its tag. */
const sharedFlow = './billing-checkout/billing-checkout.ts';

const elements = readdirSync(new URL('./src/elements/', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== composed)
  .map(({ name }) => ({
    target: `./src/elements/${name}`,
    from: './src/elements',
    except: [...new Set([name, ...base])].map((kept) => `./${kept}`).concat(sharedFlow),
    message: 'An element never imports another: use it by its tag, or move what both need down.',
  }));

export const zones = [
  ...layers,
  ...elements,
  {
    target: './src',
    from: ['./mocks', './stories', './test'],
    message: 'What is shipped never imports what is not.',
  },
  {
    target: './mocks',
    from: ['./stories', './test'],
    message:
      'The mocks stand on `src` alone, and one demo backend on an example: stories and tests stand on them.',
  },
  {
    // Where a target is a glob, `from` must be globs too.
    target: './src/**/*.{view,option}.ts',
    from: ['./src/api/**', './src/state/**'],
    message: 'A view or a chart option is a function of data: hand it what it draws.',
  },
];

/** The folders that run on any server, so know neither Lit nor the DOM. */
export const withoutDom = [
  'src/billing/**',
  'src/server/**',
  'src/engines/**',
  'src/conformance/**',
];

/** Packages too heavy for a first load; each is imported by one `*.vendor.ts`. */
export const heavyPackages = ['echarts', 'papaparse', 'jspdf', 'client-zip'];
