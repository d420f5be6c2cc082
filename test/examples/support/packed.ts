/** Packs what `npm run build` has made, once for all examples. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { TestProject } from 'vitest/node';

import { root } from '../../support/source.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** The path of the packed package. */
    readonly tarball: string;
  }
}

export default function pack({ provide }: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'packed-'));
  execFileSync('npm', ['pack', '--pack-destination', folder], { cwd: root, stdio: 'ignore' });
  const [file] = readdirSync(folder);
  if (file === undefined) throw new Error('Nothing was packed.');
  provide('tarball', join(folder, file));
  return () => {
    rmSync(folder, { recursive: true });
  };
}
