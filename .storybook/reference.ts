/** All that a page may use of an element, as tables. */
import { html, nothing, render } from 'lit';
import type { TemplateResult } from 'lit';

import { elementOf, fieldsOfEvent } from './manifest.js';
import type { Declaration, Member } from './manifest.js';

type Cell = TemplateResult | string | typeof nothing;

/** Draws the reference of an element; the docs page calls it with the place for it. */
export function drawReference(place: HTMLElement, tag: string): void {
  const element = elementOf(tag);
  render(
    [
      properties(element),
      methods(element),
      events(element),
      table('Slots', ['Slot', 'Holds'], rowsOf(element.slots, slotName)),
      table(
        'States',
        ['State', 'Means'],
        rowsOf(element.cssStates, ({ name }) => code(`:state(${name})`)),
      ),
      table(
        'Parts',
        ['Part', 'Is'],
        rowsOf(element.cssParts, ({ name }) => code(`::part(${name})`)),
      ),
      table(
        'Tokens',
        ['Token', 'Default', 'Decides'],
        (element.cssProperties ?? []).map((token) => [
          code(token.name),
          token.default === undefined ? nothing : code(token.default),
          prose(token.description),
        ]),
      ),
    ],
    place,
  );
}

function properties({ attributes = [], members = [] }: Declaration): Cell {
  const fields = members.filter(({ kind }) => kind === 'field');
  const rows = fields.map((field): Cell[] => {
    const attribute = attributes.find(({ fieldName }) => fieldName === field.name);
    return [
      attribute ? code(attribute.name) : 'property only',
      code(field.name),
      field.type ? code(field.type.text) : nothing,
      field.default === undefined ? nothing : code(field.default),
      prose(field.description),
    ];
  });
  return table(
    'Attributes and properties',
    ['Attribute', 'Property', 'Type', 'Default', 'Means'],
    rows,
  );
}

function methods({ members = [] }: Declaration): Cell {
  const rows = members
    .filter(({ kind }) => kind === 'method')
    .map((method) => [code(signatureOf(method)), prose(method.description)]);
  return table('Methods', ['Method', 'Does'], rows);
}

function signatureOf({ name, parameters = [], return: answer }: Member): string {
  const given = parameters.map(({ name: each, type }) => `${each}: ${type?.text ?? 'unknown'}`);
  return `${name}(${given.join(', ')}): ${answer?.type?.text ?? 'void'}`;
}

function events({ events: list = [] }: Declaration): Cell {
  const rows = list.map(({ description, name, type }) => {
    const className = type?.text ?? 'Event';
    const fields = fieldsOfEvent(className);
    return [
      code(name),
      html`${code(className)}${fields.map((field) => html`<br />${code(fieldName(field))}`)}`,
      prose(description),
    ];
  });
  return table('Events', ['Event', 'Class, and what it carries', 'Tells that'], rows);
}

function fieldName({ name, type }: Member): string {
  return type ? `${name}: ${type.text}` : name;
}

function slotName({ name }: { readonly name: string }): Cell {
  return name === '' ? 'without a name' : code(`slot="${name}"`);
}

function rowsOf<Item extends { readonly description?: string }>(
  items: readonly Item[] = [],
  first: (item: Item) => Cell,
): Cell[][] {
  return items.map((item) => [first(item), prose(item.description)]);
}

function table(title: string, heads: readonly string[], rows: readonly (readonly Cell[])[]): Cell {
  if (rows.length === 0) return nothing;
  return html`
    <h3>${title}</h3>
    <table>
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  `;
}

function code(text: string): TemplateResult {
  return html`<code>${text}</code>`;
}

/** A comment's own backticks are code. */
function prose(text = ''): TemplateResult {
  return html`${text.split('`').map((piece, at) => (at % 2 === 1 ? code(piece) : piece))}`;
}
