/** What the code must not say, as selectors of `no-restricted-syntax`; each says why. */

const inTemplates = 'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement';

const markup = [
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|srcdoc)$/]',
    message: 'Markup from text runs scripts, and throws under Trusted Types: write a template.',
  },
  {
    selector: `${inTemplates}[value.raw=/(^|\\s)style\\s*=/]`,
    message: 'A strict style-src blocks `style="…"`: use a class, a part, or a custom property.',
  },
  {
    selector: `${inTemplates}[value.raw=/<style/]`,
    message: 'A strict style-src blocks `<style>`: use `static styles`.',
  },
  {
    selector: 'MemberExpression[object.name="document"][property.name=/^(getElementById|write)$/]',
    message: "The page's ids and markup are not ours.",
  },
];

const dates = [
  {
    selector: 'NewExpression[callee.name="Date"] > :matches(Literal, TemplateLiteral)[value!=0]',
    message: 'A calendar date is text and never goes through `Date`: see billing/dates.',
  },
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length>1]',
    message: "This is a time in the browser's zone: see billing/dates.",
  },
  {
    selector: 'CallExpression[callee.object.name="Date"][callee.property.name="parse"] > Literal',
    message: 'A calendar date is text and never goes through `Date`: see billing/dates.',
  },
  {
    selector:
      'MemberExpression[property.name=/^[gs]et(FullYear|Month|Date|Day|Hours|Minutes|Seconds)$/]',
    message: "This is a time in the browser's zone: see billing/dates.",
  },
];

/** For `src/`, but where something is drawn. */
export const amountSyntax = [
  {
    selector: ':matches(Identifier, MemberExpression > Identifier)[name="parseFloat"]',
    message: 'Amounts are decimal text: see billing/decimal.',
  },
  {
    selector: 'MemberExpression[property.name=/^(toFixed|toPrecision|toExponential)$/]',
    message: 'Amounts are decimal text: see billing/decimal.',
  },
];

const events = [
  {
    selector: 'NewExpression[callee.name="CustomEvent"]',
    message: 'Events are classes with fields of their own.',
  },
  {
    selector:
      'CallExpression:matches([callee.name="addEventListener"], [callee.property.name="addEventListener"])' +
      ' > Literal[value="message"]',
    message: 'A message may come from anyone.',
  },
];

const vendors = [
  {
    selector:
      ':matches(ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration)' +
      '[source.value=/\\.vendor\\.js$/]:not([importKind="type"]):not([exportKind="type"])',
    message: 'A heavy package is fetched when it is first needed: reach it by `import()`.',
  },
];

const paper = [
  {
    selector: 'CallExpression[callee.object.name="doc"][callee.property.name="text"]',
    message: 'jsPDF turns amounts round: see `drawText` in export/pdf-text.',
  },
  {
    selector: 'CallExpression[callee.object.name="doc"][callee.property.name=/^(html|addJS)$/]',
    message: 'A file is drawn from data, and runs nothing.',
  },
];

/** For `src/`, where text is put on paper. */
export const paperSyntax = [...markup, ...dates, ...events, ...vendors];

/** For `src/`. */
export const shippedSyntax = [...paperSyntax, ...paper];

/** For `test/`. */
export const testSyntax = [
  {
    selector:
      'MemberExpression[object.name=/^(describe|it|test)$/][property.name=/^(only|skip|todo)$/]',
    message: 'Every test runs.',
  },
];
