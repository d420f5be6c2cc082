/** The contract as it is written, for checking what really goes over the wire. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

import document from '../contract/openapi.json' with { type: 'json' };

type Tree = Readonly<Record<string, unknown>>;

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

/** An operation of the contract. */
interface Operation {
  readonly id: string;
  readonly method: string;
  /** For example `/subscriptions/{slot}`. */
  readonly path: string;
  readonly responses: Tree;
  /** Where the responses stand in the document, as a JSON pointer. */
  readonly pointer: string;
}

export interface Contract {
  readonly operations: readonly Operation[];
  /** The `operationId` of what stands at a path of the contract; `undefined` where nothing does. */
  operationAt(method: string, path: string): string | undefined;
  /** What a value lacks to be the named operation's good answer; empty where it lacks nothing. */
  faultsOf(operationId: string, value: unknown): string[];
  /** What a value lacks to be of the named schema. */
  faultsOfSchema(name: string, value: unknown): string[];
  /**
   * What a response lacks to be one of the contract. The path is that of the contract, without the
   * base that a host serves it at.
   */
  faultsOfResponse(method: string, path: string, response: Response): Promise<string[]>;
}

const problem = 'contract#/components/schemas/Problem';

/** Compiles the schemas of the contract, each when it is first needed. */
export function loadContract(): Contract {
  const operations = operationsOf(document);
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats(ajv);
  ajv.addSchema(document, 'contract');

  const faults = (ref: string, value: unknown): string[] => {
    const check = ajv.getSchema(ref) ?? ajv.compile({ $ref: ref });
    if (check(value)) return [];
    return (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };

  const answerRef = ({ responses, pointer }: Operation): string => {
    const answer = responses['200'];
    const place =
      isTree(answer) && typeof answer['$ref'] === 'string'
        ? answer['$ref'].slice(1)
        : `${pointer}/responses/200`;
    return `contract#${place}/content/application~1json/schema`;
  };

  const at = (method: string, path: string): Operation | undefined =>
    operations.find((one) => one.method === method && patternOf(one.path).test(path));

  return {
    operations,
    operationAt: (method, path) => at(method, path)?.id,
    faultsOf: (operationId, value) => {
      const operation = operations.find(({ id }) => id === operationId);
      return operation ? faults(answerRef(operation), value) : [`No operation ${operationId}`];
    },
    faultsOfSchema: (name, value) => faults(`contract#/components/schemas/${name}`, value),
    faultsOfResponse: async (method, path, response) => {
      const type = response.headers.get('Content-Type')?.split(';', 1)[0];
      if (!response.ok && response.status !== 304) {
        if (type !== 'application/problem+json') return [`A problem is sent as ${type}`];
        const value: unknown = await response.clone().json();
        const status = isTree(value) ? value['status'] : undefined;
        const agrees = status === response.status ? [] : [`It says ${String(status)}`];
        return [...faults(problem, value), ...agrees];
      }
      const operation = at(method, path);
      if (!operation) return [`No operation at ${method} ${path}`];
      if (!(String(response.status) in operation.responses)) {
        return [`${response.status} is no answer of ${operation.id}`];
      }
      if (type !== 'application/json') return [];
      return faults(answerRef(operation), await response.clone().json());
    },
  };
}

function operationsOf({ paths }: Tree): Operation[] {
  if (!isTree(paths)) throw new Error('The contract has no paths.');
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(isTree(item) ? item : {}).flatMap(([method, operation]) => {
      if (!isTree(operation) || typeof operation['operationId'] !== 'string') return [];
      const responses = isTree(operation['responses']) ? operation['responses'] : {};
      const escaped = encodeURIComponent(path.replaceAll('~', '~0').replaceAll('/', '~1'));
      const pointer = `/paths/${escaped}/${method}`;
      const id = operation['operationId'];
      return [{ id, method: method.toUpperCase(), path, responses, pointer }];
    }),
  );
}

const patternOf = (path: string): RegExp => new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`);
