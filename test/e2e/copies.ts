/** Copies of the package as pages may have them side by side: of a script tag, of a host's bundle, of another version. */
import { readFileSync } from 'node:fs';

import { build } from 'esbuild';

import manifest from '../../package.json' with { type: 'json' };
import { root } from '../support/source.js';

export const otherVersion = '99.0.0';

const asOther = (code: string): string =>
  code.replaceAll(`\`${manifest.version}\``, `\`${otherVersion}\``);

/** A host's bundle, with its own Lit, by the path that each of its files has on the server. */
export async function hostBundle(
  folder: string,
  imports: string,
  isOther = false,
): Promise<Map<string, string>> {
  const { outputFiles } = await build({
    stdin: { contents: imports, resolveDir: root },
    entryNames: 'host',
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    define: { 'process.env.NODE_ENV': '"production"' },
    conditions: ['production'],
    plugins: [
      {
        name: 'other-version',
        setup: ({ onLoad }) => {
          onLoad({ filter: /[/\\]dist[/\\].*\.js$/ }, ({ path }) => {
            const code = readFileSync(path, 'utf8');
            return { contents: isOther ? asOther(code) : code };
          });
        },
      },
    ],
    write: false,
    logLevel: 'error',
  });
  return new Map(outputFiles.map(({ path, text }) => [path, text]));
}

/** The script tag's files of another version, as a server hands them out under `/other/`. */
export function otherScriptTag(path: string): string | undefined {
  const [, file] = /^\/other\/([\w.-]+)$/.exec(path) ?? [];
  return file ? asOther(readFileSync(`${root}dist/cdn/${file}`, 'utf8')) : undefined;
}
