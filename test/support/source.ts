/** The project's own files, for tests that read them as text. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

export interface SourceFile {
  /** From the root of the project, for example `src/ui/faces.ts`. */
  readonly path: string;
  readonly text: string;
}

/** Every file of a folder and the folders in it whose name ends so. */
export function filesOf(folder: string, ending = ''): SourceFile[] {
  return readdirSync(root + folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(root.length))
    .map((path) => ({ path, text: readFileSync(root + path, 'utf8') }));
}

/** Everything a pattern finds in a text: its first group, each once. */
export function found(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, group]) => group ?? ''))];
}

/** What is needed and not there. */
export function missing(needed: readonly string[], there: readonly string[]): string[] {
  return needed.filter((name) => !there.includes(name));
}

/** A file's code and styles, without what they say about themselves. */
export function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
}
