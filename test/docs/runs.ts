/** Runs a block of code, for the checks in test/docs/runs. */
import { pathToFileURL } from 'node:url';

import { build } from 'esbuild';

import { openBench } from './bench.js';
import type { Bench, Opened, Site } from './bench.js';
import { fileOf } from './code.js';
import type { Block } from './pages.js';

export interface RunnableBlock {
  /** Runs it in Node, and answers what it exports. */
  readonly module: () => Promise<Readonly<Record<string, unknown>>>;
  /** Opens a page with this body, which runs it as a module. */
  readonly page: (body: string, site?: Site) => Promise<Opened>;
  readonly bench: Bench;
}

/** What a file of test/docs/runs exports as `check`; it throws where the block does not do what it says. */
export type Run = (block: RunnableBlock) => Promise<void>;

export async function openRuns(): Promise<{
  of(block: Block): RunnableBlock;
  close(): Promise<void>;
}> {
  const bench = await openBench();
  return {
    of: (block) => ({
      bench,
      module: async () => {
        const file = `${fileOf(block)}.mjs`;
        await bundled(block, 'node', file);
        return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Record<
          string,
          unknown
        >;
      },
      page: async (body, site = {}) => {
        const script = await bundled(block, 'browser', `${fileOf(block)}.bundle.js`);
        return bench.open(body, { ...site, script: `${site.script ?? ''}\n${script}` });
      },
    }),
    close: () => bench.close(),
  };
}

/** As a host's bundler makes it. On a page it shares what the script tag has with the elements. */
async function bundled(
  block: Block,
  platform: 'browser' | 'node',
  outfile: string,
): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileOf(block)],
    outfile,
    bundle: true,
    format: 'esm',
    platform,
    write: platform === 'node',
    logLevel: 'error',
  });
  return outputFiles?.[0]?.text ?? '';
}
