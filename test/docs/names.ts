/** What the manifest of the built package knows, for looking up what the pages name. */
import { readFileSync } from 'node:fs';

import { found, root } from '../support/source.js';

interface Named {
  readonly name: string;
  readonly description?: string;
}

interface Declaration extends Named {
  readonly tagName?: string;
  readonly attributes?: readonly Named[];
  readonly events?: readonly Named[];
  readonly slots?: readonly Named[];
  readonly cssParts?: readonly Named[];
  readonly cssProperties?: readonly Named[];
  readonly cssStates?: readonly Named[];
}

const manifest = JSON.parse(readFileSync(`${root}dist/custom-elements.json`, 'utf8')) as {
  readonly modules: readonly { readonly declarations: readonly Declaration[] }[];
};

const elements = manifest.modules
  .flatMap(({ declarations }) => declarations)
  .filter(({ tagName }) => tagName !== undefined);

const all = (list: 'events' | 'cssParts' | 'cssProperties' | 'cssStates'): readonly Named[] =>
  elements.flatMap((element) => element[list] ?? []);

const namesOf = (list: readonly Named[] = []): string[] => [
  ...new Set(list.map(({ name }) => name)),
];

/** The first word of a part names it; further ones, its kinds and states, stand in its description. */
const parts = new Set([
  ...namesOf(all('cssParts')),
  ...all('cssParts').flatMap(({ description = '' }) => found(description, /`([a-z_-]+)`/g)),
]);

const tokens: readonly string[] = namesOf(all('cssProperties'));
const states: readonly string[] = namesOf(all('cssStates'));
export const elementTags: readonly string[] = elements.map(({ tagName = '' }) => tagName);

export function attributesOf(tag: string): string[] {
  return namesOf(elements.find(({ tagName }) => tagName === tag)?.attributes);
}

export function slotsOf(tag: string): string[] {
  return namesOf(elements.find(({ tagName }) => tagName === tag)?.slots);
}

/** Each event: the elements that fire it, and whether its sentence says that it can be cancelled. */
export const elementsByEvent: ReadonlyMap<
  string,
  { readonly tags: readonly string[]; readonly isCancelable: boolean; readonly isOfAll: boolean }
> = new Map(
  namesOf(all('events')).map((event) => {
    const those = elements.filter(({ events }) => namesOf(events).includes(event));
    const { description = '' } = all('events').find(({ name }) => name === event) ?? {};
    return [
      event,
      {
        tags: those.map(({ tagName = '' }) => tagName),
        isCancelable: description.includes('Cancelable'),
        // The provider has nothing that could fail.
        isOfAll: those.length >= elements.length - 1,
      },
    ];
  }),
);

/** Tokens, parts and states that a text names, and that no element has. */
export function unknownNames(text: string): string[] {
  const prefixes = ['billing', ...elementTags].join('|');
  const token = new RegExp(`(?<![\\w-])(--(?:${prefixes})-[a-z0-9-]*[a-z0-9])(?![\\w*-])`, 'g');
  return [
    ...found(text, token).filter((name) => !tokens.includes(name)),
    ...found(text, /::part\(([a-z_\s-]+)\)/g)
      .filter((words) =>
        words
          .trim()
          .split(/\s+/)
          .some((word) => !parts.has(word)),
      )
      .map((words) => `::part(${words})`),
    ...found(text, /:state\(([a-z-]+)\)/g)
      .filter((name) => !states.includes(name))
      .map((name) => `:state(${name})`),
  ];
}
