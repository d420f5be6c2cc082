import { refusal } from './problem.js';
import type { Route } from './route.js';
import { routes } from './routes.js';

/** A request's route, with what its path says. */
export interface Match {
  readonly route: Route;
  /** A segment of the path, by the name that the template gives it. */
  readonly path: (name: string) => string;
}

/** Where a request belongs. */
export type Router = (method: string, pathname: string) => Match;

/** No operation stands at this path, or none for this method; then `allowed` says which are. */
export class NoRoute extends Error {
  readonly allowed: readonly string[];

  constructor(allowed: readonly string[]) {
    super('No such operation');
    this.allowed = allowed;
  }
}

/** Routes below a base path, which may itself have a segment `{account}`. */
export function createRouter(basePath: string): Router {
  const base = basePath.replace(/\/+$/, '');
  const templates = routes.map((route) => ({
    route,
    segments: segmentsOf(base + route.path).map((text) => ({ text, name: nameOf(text) })),
  }));
  return (method, pathname) => {
    const actual = segmentsOf(pathname);
    const matches = templates.flatMap(({ route, segments }) => {
      const values = matchOf(segments, actual);
      return values ? [{ route, values }] : [];
    });
    const match = matches.find(({ route }) => route.method === method);
    if (!match) throw new NoRoute(matches.map(({ route }) => route.method));
    return { route: match.route, path: (name) => decoded(match.values.get(name) ?? '') };
  };
}

const segmentsOf = (path: string): string[] => path.split('/').slice(1);

const nameOf = (segment: string): string | undefined => /^\{(\w+)\}$/.exec(segment)?.[1];

/** A segment of a template: a text, or a name for whatever stands there. */
interface Segment {
  readonly text: string;
  readonly name: string | undefined;
}

function matchOf(
  template: readonly Segment[],
  actual: readonly string[],
): ReadonlyMap<string, string> | undefined {
  if (template.length !== actual.length) return undefined;
  const values = new Map<string, string>();
  for (const [index, { name, text }] of template.entries()) {
    const value = actual[index] ?? '';
    if (name === undefined) {
      if (text !== value) return undefined;
    } else {
      if (value === '') return undefined;
      values.set(name, value);
    }
  }
  return values;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw refusal('not_found', 404);
  }
}
