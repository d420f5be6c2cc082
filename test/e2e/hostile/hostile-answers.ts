/** Good answers with a text of our choice in every field that the contract leaves free. */
import document from '../../../src/contract/openapi.json' with { type: 'json' };

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly format?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

type Tree = Readonly<Record<string, unknown>>;

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What comes out of the contract under a JSON pointer. */
function at(pointer: string): unknown {
  return pointer
    .replace(/^#\//u, '')
    .split('/')
    .reduce<unknown>((value, key) => (isTree(value) ? value[key] : undefined), document);
}

function resolved(schema: Schema): Schema {
  const { $ref, ...rest } = schema;
  return $ref === undefined ? schema : { ...(at($ref) as Schema), ...rest };
}

const nameOf = (schema: Schema): string | undefined => schema.$ref?.split('/').at(-1);

/** A text that nobody restricts: for people, or an id. */
const isFree = ({ enum: words, format, pattern, type }: Schema): boolean =>
  [type ?? []].flat().includes('string') && !words && !format && !pattern;

/** Fields by which things are found again, so that they have to stay different and be known. */
export const isId = (field: string): boolean =>
  /(?:^|\.)(?:id|meter|previewId|nextCursor)$/u.test(field);

/** The field that a text stands in, so that it can be found on a page; nobody else writes so. */
export const tagged = (field: string): string => `⟦${field}⟧`;

/** What the contract calls the schema of a good answer. */
export function schemaOf(method: string, path: string): Schema | undefined {
  const paths = document.paths as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  const known = Object.keys(paths).find((one) =>
    new RegExp(`^${one.replaceAll(/\{\w+\}/gu, '[^/]+')}$`, 'u').test(path),
  );
  const operation = known === undefined ? undefined : paths[known]?.[method.toLowerCase()];
  if (!isTree(operation) || !isTree(operation['responses'])) return undefined;
  const answer = resolved((operation['responses'] as Record<string, Schema>)['200'] ?? {});
  const content = (answer as { content?: Record<string, { schema: Schema }> }).content;
  return content?.['application/json']?.schema;
}

export const problemSchema: Schema = { $ref: '#/components/schemas/Problem' };

/** What is written into an answer, and how. */
export interface Order {
  readonly payload: string;
  /** The payload alone, and also in place of the words of the contract. */
  readonly isBare: boolean;
}

/** A value in which each free text is the payload, also those that it lacks. */
export function hostile(value: unknown, schema: Schema, order: Order): unknown {
  return new Walk(order).value(value, schema, nameOf(schema) ?? '');
}

/** Every field of the contract's answers that a payload is put into. */
export function freeFields(): string[] {
  const walk = new Walk({ payload: '', isBare: false });
  const schemas = (document.components as { schemas: Record<string, Schema> }).schemas;
  for (const name of Object.keys(schemas)) {
    if (!name.endsWith('Request'))
      walk.value(undefined, { $ref: `#/components/schemas/${name}` }, name);
  }
  return [...walk.fields].sort();
}

class Walk {
  readonly fields = new Set<string>();
  readonly #order: Order;

  constructor(order: Order) {
    this.#order = order;
  }

  value(value: unknown, from: Schema, field: string): unknown {
    const name = nameOf(from);
    const schema = resolved(from);
    if (value === null) return value;
    const [first] = schema.oneOf ?? [];
    if (first) return this.value(value, first, field);
    if (schema.allOf) {
      return schema.allOf.reduce<unknown>((sofar, one) => this.value(sofar, one, field), value);
    }
    if (schema.items) return this.#list(value, schema.items, field);
    if (schema.properties ?? schema.additionalProperties) {
      return this.#object(value, schema, name ?? field);
    }
    if (isFree(schema)) return this.#text(value, field);
    return this.#order.isBare && schema.enum && value !== undefined ? this.#order.payload : value;
  }

  #list(value: unknown, items: Schema, field: string): unknown {
    if (Array.isArray(value)) return value.map((one: unknown) => this.value(one, items, field));
    const made = this.value(undefined, items, field);
    return made === undefined ? undefined : [made];
  }

  #object(value: unknown, schema: Schema, name: string): unknown {
    const given = isTree(value) ? value : {};
    const made: Record<string, unknown> = { ...given };
    for (const [key, property] of Object.entries(schema.properties ?? {})) {
      const inner = this.value(given[key], property, `${name}.${key}`);
      if (inner !== undefined) made[key] = inner;
    }
    if (schema.additionalProperties) return this.#map(given, schema.additionalProperties, name);
    if (value !== undefined) return made;
    // Nobody asks for an id that was made up, and what else is required is not ours to invent.
    const keys = Object.keys(made);
    const isWhole = (schema.required ?? []).every((key) => keys.includes(key));
    return isWhole && keys.length > 0 && !keys.some((key) => isId(`${name}.${key}`))
      ? made
      : undefined;
  }

  /** The keys are free too: names of groups, ids of columns. */
  #map(given: Tree, values: Schema, name: string): unknown {
    const isOfIds = name.endsWith('.values');
    return Object.fromEntries(
      Object.entries(given).map(([key, value]) => [
        isOfIds ? this.#text(key, `${name}.id`) : this.#text(key, name),
        this.value(value, values, name),
      ]),
    );
  }

  #text(value: unknown, field: string): unknown {
    this.fields.add(field);
    if (typeof value !== 'string' && value !== undefined) return value;
    const { isBare, payload } = this.#order;
    const original = value ?? '';
    if (isId(field)) return payload + original;
    return isBare ? payload : payload + tagged(field) + original;
  }
}
