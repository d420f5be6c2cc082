/** The contract as it is written, for checking what really goes over the wire. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

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
  /** What a value lacks to be the named operation's good answer; empty where it lacks nothing. */
  faultsOf(operationId: string, value: unknown): string[];
  /** What a value lacks to be of the named schema. */
  faultsOfSchema(name: string, value: unknown): string[];
  /** What a response lacks to be one of the contract. */
  faultsOfResponse(method: string, pathname: string, response: Response): Promise<string[]>;
}

const problem = 'contract#/components/schemas/Problem';

/** Reads the YAML by the tool that lints it, and compiles its schemas. */
export function loadContract(): Contract {
  const document = bundled();
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

  return {
    operations,
    faultsOf: (operationId, value) => {
      const operation = operations.find(({ id }) => id === operationId);
      return operation ? faults(answerRef(operation), value) : [`No operation ${operationId}`];
    },
    faultsOfSchema: (name, value) => faults(`contract#/components/schemas/${name}`, value),
    faultsOfResponse: async (method, pathname, response) => {
      const operation = operations.find(
        (one) => one.method === method && patternOf(one.path).test(pathname),
      );
      const type = response.headers.get('Content-Type');
      if (!response.ok && response.status !== 304) {
        if (type !== 'application/problem+json') return [`A problem is sent as ${type}`];
        const value: unknown = await response.clone().json();
        const status = isTree(value) ? value['status'] : undefined;
        const agrees = status === response.status ? [] : [`It says ${String(status)}`];
        return [...faults(problem, value), ...agrees];
      }
      if (!operation) return [`No operation at ${method} ${pathname}`];
      if (!(String(response.status) in operation.responses)) {
        return [`${response.status} is no answer of ${operation.id}`];
      }
      if (type !== 'application/json') return [];
      return faults(answerRef(operation), await response.clone().json());
    },
  };
}

function bundled(): Tree {
  const folder = mkdtempSync(join(tmpdir(), 'contract-'));
  const file = join(folder, 'contract.json');
  try {
    execFileSync(
      process.execPath,
      ['node_modules/@redocly/cli/bin/cli.js', 'bundle', 'src/contract/openapi.yaml', '-o', file],
      {
        stdio: 'pipe',
        env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
      },
    );
    const document: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (!isTree(document)) throw new Error('The contract is no object.');
    return document;
  } finally {
    rmSync(folder, { recursive: true });
  }
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

/** The end of an address: the contract's paths are relative to a base of the host's. */
function patternOf(path: string): RegExp {
  return new RegExp(`/accounts/[^/]+${path.replace(/\{\w+\}/g, '[^/]+')}$`);
}
