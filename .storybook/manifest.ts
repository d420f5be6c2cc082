/** What the manifest tells of the elements, as far as the pages need it. */
import manifest from '../dist/custom-elements.json';

interface Named {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: { readonly text: string };
  readonly inheritedFrom?: { readonly name: string };
}

export interface Member extends Named {
  readonly kind: string;
  readonly attribute?: string;
  readonly parameters?: readonly Named[];
  readonly return?: { readonly type?: { readonly text: string } };
}

interface Attribute extends Named {
  readonly fieldName?: string;
}

/** An element or an event, as its source describes it. */
export interface Declaration extends Named {
  readonly tagName?: string;
  readonly members?: readonly Member[];
  readonly attributes?: readonly Attribute[];
  readonly events?: readonly Named[];
  readonly slots?: readonly Named[];
  readonly cssParts?: readonly Named[];
  readonly cssProperties?: readonly Named[];
  readonly cssStates?: readonly Named[];
}

const declarations = manifest.modules.flatMap(
  (module): readonly Declaration[] => module.declarations,
);

/** The declaration of an element. */
export function elementOf(tag: string): Declaration {
  const found = declarations.find(({ tagName }) => tagName === tag);
  if (!found) throw new Error(`The manifest has no <${tag}>.`);
  return found;
}

/** What an event of this class carries. */
export function fieldsOfEvent(className: string): readonly Member[] {
  const found = declarations.find(({ name }) => name === className);
  return found?.members?.filter(({ kind }) => kind === 'field') ?? [];
}
