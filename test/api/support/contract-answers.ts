/** Answers made of what the contract says of them, and every way in which one of their values can be bad. */
import document from '../../../src/contract/openapi.json' with { type: 'json' };

export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly default?: unknown;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

type Tree = Readonly<Record<string, unknown>>;

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

function at(pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, key) => (isTree(value) ? value[key] : undefined), document);
}

/** A schema without references and branches. */
function plain(schema: Schema): Schema {
  if (schema.$ref) return plain(at(schema.$ref) as Schema);
  if (schema.oneOf) {
    const all = schema.oneOf.map(plain);
    return { ...all[0], type: all.flatMap(({ type }) => type ?? []) };
  }
  const parts = schema.allOf?.map(plain);
  return parts
    ? {
        type: 'object',
        required: parts.flatMap(({ required = [] }) => required),
        properties: Object.fromEntries(
          parts.flatMap(({ properties = {} }) => Object.entries(properties)),
        ),
      }
    : schema;
}

const typesOf = ({ type = [] }: Schema): readonly string[] => [type].flat();

const operations = new Map(
  Object.values(document.paths as Tree)
    .flatMap((path) => (isTree(path) ? Object.values(path) : []))
    .flatMap((operation) => (isTree(operation) ? [operation] : []))
    .map((operation) => [operation['operationId'], operation]),
);
operations.delete(undefined);

export const operationIds = [...operations.keys()];

/** What the contract calls the good JSON answer of an operation. */
export function answerOf(operationId: string): Schema {
  const responses = operations.get(operationId)?.['responses'] as Record<string, Schema>;
  const named = responses['200'];
  const { content } = (named?.$ref ? at(named.$ref) : named) as {
    content: Record<string, { schema: Schema }>;
  };
  const json = content['application/json'];
  if (!json) throw new Error(`The contract has no JSON for ${operationId}.`);
  return json.schema;
}

/** A value with everything that its schema names, and nothing that is a default. */
export function wholeOf(from: Schema, name = '', row = 0): unknown {
  const schema = plain(from);
  const [type] = typesOf(schema);
  if (type === 'array') return [0, 1].map((one) => wholeOf(schema.items ?? {}, name, one));
  if (type === 'boolean') return schema.default !== true;
  if (type === 'integer') return 3;
  if (type !== 'object') return textOf(schema, name, row);
  const { additionalProperties: values, properties = {} } = schema;
  const named = values ? { first: values, second: values } : properties;
  return Object.fromEntries(
    Object.entries(named).map(([key, property]) => [key, wholeOf(property, key, row)]),
  );
}

function textOf(
  { default: usual, enum: words, format, pattern }: Schema,
  name: string,
  row: number,
) {
  if (words) return words.find((word) => word !== usual);
  if (format === 'date') return `2026-03-0${row + 1}`;
  if (format === 'date-time') return `2026-03-0${row + 1}T15:30:00Z`;
  if (format?.startsWith('uri')) return 'https://host.example/x';
  if (pattern === '^[A-Z]{3}$') return 'USD';
  if (pattern === '^\\d{4}-\\d{2}$') return '2028-04';
  return pattern ? `${row + 1}.50` : `${name} ${row}`;
}

/** One step on the way from an answer to a value in it. */
export interface Step {
  readonly key: string | number;
  readonly schema: Schema;
  readonly kind: 'field' | 'row' | 'named';
  readonly isRequired: boolean;
}

/** Every place in a whole answer, those inside of a list in its last row. */
export function* placesOf(from: Schema, way: readonly Step[] = []): Generator<readonly Step[]> {
  const { additionalProperties: values, items, properties, required = [] } = plain(from);
  const steps: Step[] = Object.entries(properties ?? {}).map(([key, property]) => ({
    ...{ key, schema: plain(property), kind: 'field', isRequired: required.includes(key) },
  }));
  if (items) steps.push({ key: 1, schema: plain(items), kind: 'row', isRequired: false });
  if (values) steps.push({ key: 'second', schema: plain(values), kind: 'named', isRequired: true });
  for (const step of steps) {
    yield [...way, step];
    yield* placesOf(step.schema, [...way, step]);
  }
}

/** JSON values that the schema has no room for; null, which may mean something, is not among them. */
export function wrongFor(schema: Schema): unknown[] {
  const types = typesOf(schema);
  const isNumber = types.includes('number') || types.includes('integer');
  const isFreeText = types.includes('string') && !schema.format?.startsWith('date');
  const isDecimal = schema.pattern?.includes('\\.') ?? false;
  return [
    ...(types.includes('boolean') ? [] : [true]),
    ...(types.includes('number') ? [] : [7.5]),
    ...(schema.minimum === undefined ? [] : [schema.minimum - 1]),
    ...(isNumber || (isFreeText && !isDecimal) ? [] : ['not this']),
    ...(types.includes('object') ? [] : [{}]),
    ...(types.includes('array') || types.includes('object') ? [] : [[]]),
  ];
}

/** The value with another one, or with none, in place of what is there. */
export function changed(value: unknown, way: readonly Step[], to: unknown): unknown {
  const [step, ...rest] = way;
  if (!step) return to;
  const copy = structuredClone(value) as Record<string | number, unknown>;
  const inner = changed(copy[step.key], rest, to);
  if (inner !== undefined) copy[step.key] = inner;
  else if (Array.isArray(copy)) copy.splice(Number(step.key), 1);
  else Reflect.deleteProperty(copy, step.key);
  return copy;
}

export const allowsNull = (schema: Schema): boolean => typesOf(schema).includes('null');

/** The same with a field in every object that the contract does not know. */
export function withStrangers(value: unknown, from: Schema): unknown {
  const { additionalProperties, items, properties } = plain(from);
  if (Array.isArray(value)) return value.map((one: unknown) => withStrangers(one, items ?? {}));
  if (!isTree(value) || additionalProperties) return value;
  const fields = Object.entries(value).map(([key, inner]) => [
    key,
    withStrangers(inner, properties?.[key] ?? {}),
  ]);
  return { ...(Object.fromEntries(fields) as object), stranger: { id: 'x', amount: 7 } };
}
