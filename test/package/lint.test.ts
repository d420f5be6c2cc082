import { expect } from 'chai';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

/** Rules that look at one file alone need no types, and so no file on disk. */
const untyped = new ESLint({ overrideConfig: [{ ...tseslint.configs.disableTypeChecked }] });
const typed = new ESLint();

const problems = async (eslint: ESLint, filePath: string, code: string): Promise<string[]> => {
  const [result] = await eslint.lintText(code, { filePath });
  return (result?.messages ?? []).map(({ ruleId, message }) => `${ruleId ?? 'fatal'}: ${message}`);
};

/** The rules a file breaks, without what is said of a snippet only for being one. */
const broken = async (filePath: string, code: string): Promise<string[]> => {
  const all = await problems(untyped, filePath, code);
  return all.map((problem) => problem.slice(0, problem.indexOf(':')));
};

const paths = 'import-x/no-restricted-paths';
const imports = '@typescript-eslint/no-restricted-imports';
const syntax = 'no-restricted-syntax';

describe('The layers', () => {
  const refused: readonly (readonly [file: string, code: string, rule: string])[] = [
    ['src/billing/x.ts', `export * from '../api/billing-error.js';`, paths],
    ['src/api/x.ts', `export * from '../state/query.js';`, paths],
    ['src/api/x.ts', `export * from '../contract/openapi.js';`, paths],
    ['src/i18n/x.ts', `export * from '../api/billing-error.js';`, paths],
    ['src/export/x.ts', `export * from '../api/billing-error.js';`, paths],
    ['src/state/x.ts', `export * from '../i18n/locale.js';`, paths],
    ['src/ui/x.ts', `export * from '../elements/billing-element.js';`, paths],
    ['src/ui/x.ts', `export * from '../api/billing-error.js';`, paths],
    [
      'src/ui/x.ts',
      `import { BillingQuery } from '../state/query.js';\nnew BillingQuery();`,
      imports,
    ],
    ['src/server/x.ts', `export * from '../state/query.js';`, paths],
    ['src/server/x.ts', `export * from '../i18n/locale.js';`, paths],
    ['src/engines/x.ts', `export * from '../server/problem.js';`, paths],
    ['src/engines/x.ts', `export const x = () => document.title;`, 'no-restricted-globals'],
    ['src/elements/usage-chart/x.ts', `export * from '../plan-usage/plan-usage.events.js';`, paths],
    ['src/elements/usage-chart/x.ts', `export * from '../../server/problem.js';`, paths],
    [
      'src/elements/usage-chart/x.ts',
      `export const x = () => import('../plan-usage/plan-usage.js');`,
      paths,
    ],
    ['src/elements/plan-usage/x.view.ts', `export * from '../../api/billing-error.js';`, paths],
    ['src/elements/plan-usage/x.option.ts', `export * from '../../state/query.js';`, paths],
    ['src/billing/x.ts', `export * from '../../test/support/counts.js';`, paths],
    ['src/elements/plan-usage/x.ts', `export * from '../../../mocks/demo/console.js';`, paths],
    ['mocks/x.ts', `export * from '../test/support/counts.js';`, paths],
    ['src/server/x.ts', `import { html } from 'lit';\nhtml\`\`;`, imports],
    ['src/server/x.ts', `export const x = () => document.title;`, 'no-restricted-globals'],
    ['src/billing/x.ts', `export const x = () => window.name;`, 'no-restricted-globals'],
    ['src/export/x.ts', `import { unparse } from 'papaparse';\nunparse([]);`, imports],
    ['src/elements/plan-usage/x.ts', `export * from 'echarts/core';`, imports],
    ['src/export/x.ts', `export * from './papaparse.vendor.js';`, syntax],
    ['src/export/x.ts', `import { unparse } from './papaparse.vendor.js';\nunparse([]);`, syntax],
  ];
  for (const [file, code, rule] of refused) {
    it(`keep ${file} from ${code.split('\n')[0] ?? ''}`, async () => {
      expect(await broken(file, code)).to.include(rule);
    });
  }

  const taken: readonly (readonly [file: string, code: string])[] = [
    ['src/billing/x.ts', `export type { paths } from '../contract/openapi.js';`],
    ['src/api/x.ts', `export * from '../billing/decimal.js';`],
    ['src/state/x.ts', `export * from '../api/billing-error.js';`],
    ['src/ui/x.ts', `export type { BillingQuery } from '../state/query.js';`],
    ['src/server/x.ts', `export * from '../api/billing-error.js';`],
    ['src/engines/x.ts', `export * from '../api/billing-error.js';`],
    ['src/elements/usage-chart/x.ts', `export * from '../billing-element.js';`],
    ['src/elements/usage-chart/x.ts', `export * from '../../state/query.js';`],
    ['src/elements/plan-usage/x.view.ts', `export * from '../../i18n/locale.js';`],
    [
      'src/export/x.ts',
      `export const x = (): Promise<unknown> => import('./papaparse.vendor.js');`,
    ],
    ['src/export/x.ts', `export type { unparse } from './papaparse.vendor.js';`],
    ['src/export/x.vendor.ts', `export { unparse } from 'papaparse';`],
  ];
  for (const [file, code] of taken) {
    it(`let ${file} say ${code}`, async () => {
      expect(await problems(untyped, file, code)).to.eql([]);
    });
  }

  it('have no cycles', async () => {
    const code = `export { sortBuckets } from './usage-bars.js';`;
    expect(await broken('src/billing/decimal.ts', code)).to.include('import-x/no-cycle');
  });
});

describe('What is shipped', () => {
  const refused: Readonly<Record<string, readonly [code: string, rule: string]>> = {
    'markup from text': [`export const x = (el: Element) => { el.innerHTML = ''; };`, syntax],
    'the directive for markup from text': [
      `import { unsafeHTML } from 'lit/directives/unsafe-html.js';\nunsafeHTML('');`,
      imports,
    ],
    'the directive for style attributes': [
      `import { styleMap } from 'lit/directives/style-map.js';\nstyleMap({});`,
      imports,
    ],
    'a style attribute': ['export const x = html`<p style="color: red"></p>`;', syntax],
    'a bound style attribute': ['export const x = html`<p style=${1}></p>`;', syntax],
    'a style element': ['export const x = html`<style></style>`;', syntax],
    eval: [`eval('1');`, 'no-eval'],
    'a function from text': [`export const x = new Function('');`, 'no-new-func'],
    'any as a type': [`export let x: any;`, '@typescript-eslint/no-explicit-any'],
    'an assertion that something is there': [
      `export const x = (y?: string): string => y!;`,
      '@typescript-eslint/no-non-null-assertion',
    ],
    'a default export': [`export default 1;`, 'import-x/no-default-export'],
    'a date made of text': [`export const x = new Date('2026-01-01');`, syntax],
    'a date made of a template': [
      'export const x = (y: string) => new Date(`${y}T00:00`);',
      syntax,
    ],
    "a date in the browser's zone": [`export const x = new Date(2026, 0, 1);`, syntax],
    "the browser's day of the month": [
      `export const x = (y: Date): number => y.getDate();`,
      syntax,
    ],
    'an amount as a float': [`export const x = Number.parseFloat('1.10');`, syntax],
    'a float as an amount': [`export const x = (1.1).toFixed(2);`, syntax],
    'a nameless event': [`export const x = new CustomEvent('x');`, syntax],
    'a listener for messages': [`addEventListener('message', () => undefined);`, syntax],
    "an element of the page's": [`export const x = document.getElementById('x');`, syntax],
    'a log': [`console.log('x');`, 'no-console'],
    'a value imported for its type': [
      `import { Meter } from '../billing/types.js';\nexport let x: Meter;`,
      '@typescript-eslint/consistent-type-imports',
    ],
    'a function that does not say what it returns': [
      `export function x() { return 1; }`,
      '@typescript-eslint/explicit-module-boundary-types',
    ],
    'a file of two reasons to change': ['export {};\n'.repeat(301), 'max-lines'],
  };
  for (const [what, [code, rule]] of Object.entries(refused)) {
    it(`never holds ${what}`, async () => {
      expect(await broken('src/i18n/x.ts', code)).to.include(rule);
    });
  }

  const taken: Readonly<Record<string, string>> = {
    'a style property': 'export const x = html`<p .style=${"color: red"} class="style"></p>`;',
    'an instant of now': 'export const x = (): number => new Date().getTime();',
    'an instant of a number': 'export const x = (y: number): Date => new Date(y);',
    'a warning': `console.warn('x');`,
  };
  for (const [what, code] of Object.entries(taken)) {
    it(`may hold ${what}`, async () => {
      expect(await broken('src/i18n/x.ts', code)).to.eql([]);
    });
  }

  // The first look with types reads the whole project.
  beforeAll(() => problems(typed, 'src/billing/decimal.ts', 'export {};\n'), 180_000);

  it('waits for its promises', async () => {
    const code = `export function x(): void {\n  Promise.resolve(1);\n}\n`;
    const found = await problems(typed, 'src/billing/decimal.ts', code);
    expect(found.join()).to.contain('@typescript-eslint/no-floating-promises');
  });

  it('uses nothing whose type is not known', async () => {
    const code = `export const x: string = JSON.parse('""').name;\n`;
    const found = await problems(typed, 'src/billing/decimal.ts', code);
    expect(found.join()).to.contain('@typescript-eslint/no-unsafe-member-access');
  });
});

describe('A test', () => {
  for (const word of ['only', 'skip']) {
    it(`never says ${word}`, async () => {
      expect(await broken('test/x.test.ts', `it.${word}('x', () => {});`)).to.include(syntax);
    });
  }

  it('may assert that something is there', async () => {
    expect(await broken('test/x.test.ts', `export const x = (y?: string) => y!;`)).to.eql([]);
  });
});
