import { isForeign } from '../../../mocks/pseudo-locale.js';
import { dataMarks } from './marked-data.js';
import { intlMark } from './marked-intl.js';

/** Attributes that are read out or shown. */
const spokenAttributes = [
  'abbr',
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'label',
  'placeholder',
  'summary',
  'title',
];

/** Something that a person reads or hears, and where it stands. */
export interface Told {
  readonly where: string;
  readonly text: string;
}

/** Every text and every spoken attribute in a tree, shadow roots and hidden places included. */
function toldIn(root: Element | ShadowRoot): Told[] {
  const told = root instanceof Element ? attributesOf(root) : [];
  if (root instanceof SVGSVGElement) return [...told, ...drawnIn(root)];
  if (root instanceof HTMLStyleElement || root instanceof HTMLScriptElement) return told;
  if (root instanceof Element && root.shadowRoot) told.push(...toldIn(root.shadowRoot));
  for (const node of root.childNodes) {
    if (node instanceof Text) told.push({ where: nameOf(root), text: node.data });
    if (node instanceof Element) told.push(...toldIn(node));
  }
  return told;
}

function attributesOf(element: Element): Told[] {
  return spokenAttributes.flatMap((name) => {
    const text = element.getAttribute(name);
    return text === null ? [] : [{ where: `${nameOf(element)}[${name}]`, text }];
  });
}

/** A drawing sets one text in several lines: only all of them together are the text. */
function drawnIn(drawing: SVGSVGElement): Told[] {
  const lines = [...drawing.querySelectorAll('text, title, desc')];
  const text = lines.map(({ textContent }) => textContent).join('\n');
  return [{ where: nameOf(drawing), text }];
}

function nameOf(element: Element | ShadowRoot): string {
  if (element instanceof ShadowRoot) return element.host.localName;
  const root = element.getRootNode();
  const host = root instanceof ShadowRoot ? `${root.host.localName} ` : '';
  const part = element.closest('[part]')?.getAttribute('part');
  return `${host}${part ? `${part} > ` : ''}${element.localName}`;
}

/** Data that cannot be marked: with a mark, `Intl` would not know the currency or the time zone. */
const codes = /USD|America\/New_York/gu;

const marked = new RegExp(
  `${intlMark}[^${intlMark}]*${intlMark}|${dataMarks[0]}[^${dataMarks.join('')}]*${dataMarks[1]}`,
  'gu',
);

/** What a text says that is neither of the messages, nor of the data, nor of `Intl`; nothing where all is. */
export function foreignIn(text: string): string {
  const rest = text.replaceAll(codes, '').replaceAll(marked, '');
  // A list of names is data that `Intl` has joined: its marks stand around the others.
  const last = rest.replaceAll(marked, '');
  return isForeign(last) ? last.trim() : '';
}

/** What a person is told in a tree that nobody can have translated, and where it stands. */
export const hardCodedIn = (root: Element): string[] =>
  toldIn(root)
    .map(({ text, where }) => ({ where, rest: foreignIn(text) }))
    .filter(({ rest }) => rest !== '')
    .map(({ rest, where }) => `${where}: ${rest}`);
