/** Where a request of the contract can hold an id, read from the contract itself. */
import document from '../../../src/contract/openapi.json' with { type: 'json' };

type Tree = Readonly<Record<string, unknown>>;

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

/** A value that an operation takes. */
export interface Place {
  readonly in: 'path' | 'query' | 'header' | 'body';
  readonly name: string;
  readonly isRequired: boolean;
  readonly schema: Tree;
}

export interface AskedOperation {
  readonly id: string;
  readonly method: string;
  /** For example `/subscriptions/{slot}`. */
  readonly path: string;
  readonly places: readonly Place[];
}

/** What stands in a tree, behind its reference where it is one. */
function at(tree: Tree, ...names: readonly string[]): Tree {
  let found: unknown = tree;
  for (const name of names) {
    found = isTree(found) ? found[name] : undefined;
    if (isTree(found) && typeof found['$ref'] === 'string') {
      found = at(document, ...found['$ref'].split('/').slice(1));
    }
  }
  return isTree(found) ? found : {};
}

/** The fields of a body, those of all the schemas that it is made of. */
function fieldsOf(schema: Tree): readonly Place[] {
  const parts = Object.keys(at(schema, 'allOf')).flatMap((index) =>
    fieldsOf(at(schema, 'allOf', index)),
  );
  const required = Object.values(at(schema, 'required'));
  const own = Object.keys(at(schema, 'properties')).map((name): Place => ({
    in: 'body',
    name,
    isRequired: required.includes(name),
    schema: at(schema, 'properties', name),
  }));
  return [...parts, ...own];
}

const parametersOf = (tree: Tree): readonly Place[] =>
  Object.keys(at(tree, 'parameters')).map((index) => {
    const parameter = at(tree, 'parameters', index);
    return {
      in: parameter['in'] as Place['in'],
      name: String(parameter['name']),
      isRequired: parameter['required'] === true,
      schema: at(parameter, 'schema'),
    };
  });

function placesOf(path: Tree, operation: Tree): readonly Place[] {
  const tag: Place = { in: 'header', name: 'If-None-Match', isRequired: false, schema: {} };
  return [
    ...parametersOf(path),
    ...parametersOf(operation),
    ...fieldsOf(at(operation, 'requestBody', 'content', 'application/json', 'schema')),
    ...('304' in at(operation, 'responses') ? [tag] : []),
  ];
}

/** Every operation of the contract. */
export const operations: readonly AskedOperation[] = Object.entries(document.paths).flatMap(
  ([path, tree]: [string, Tree]) =>
    Object.keys(tree)
      .filter((method) => /^(get|post|put|delete|patch)$/.test(method))
      .map((method) => ({
        id: String(at(tree, method)['operationId']),
        method: method.toUpperCase(),
        path,
        places: placesOf(tree, at(tree, method)),
      })),
);

/** Texts of a person's own, or words of the contract's: whatever stands there names nothing. */
const freeTexts = ['comment', 'groupBy', 'reason', 'status', 'timeZone'];

/** Whether a place takes an id, or something else that one account alone was given. */
export function takesId({ name, schema }: Place): boolean {
  const isText = schema['type'] === 'string' || name === 'If-None-Match';
  const isBound = ['enum', 'format', 'pattern'].some((word) => word in schema);
  return isText && !isBound && !freeTexts.includes(name);
}
