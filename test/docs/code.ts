/** Blocks of TypeScript and JavaScript as files of a host's project that has the built package. */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import ts from 'typescript';

import { root } from '../support/source.js';
import type { Block } from './pages.js';

const folder = `${root}test-results/docs/`;
const placeholders = `${root}test/docs/placeholders`;

const shared: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.dom.asynciterable.d.ts'],
  jsx: ts.JsxEmit.ReactJSX,
  allowJs: true,
  noEmit: true,
  skipLibCheck: true,
  types: ['node'],
};

/** Where a block is written to: the blocks of a page, and the placeholders, are side by side. */
export function fileOf({ page, line, language, options }: Block): string {
  return `${folder}${page.replace(/\.md$/, '')}/${options['file'] ?? `line-${line}.${language}`}`;
}

/** Writes the blocks where {@link fileOf} says, with as many empty lines before them as on their page. */
export function writeFiles(blocks: readonly Block[]): void {
  rmSync(folder, { recursive: true, force: true });
  for (const block of blocks) {
    const file = fileOf(block);
    mkdirSync(dirname(file), { recursive: true });
    cpSync(placeholders, dirname(file), {
      recursive: true,
      filter: (path) => !path.endsWith('.d.ts'),
    });
  }
  for (const block of blocks) {
    writeFileSync(fileOf(block), '\n'.repeat(block.line - 1) + block.code);
  }
}

/** What the compiler says of the blocks, by the file of each. Scripts are not held to strictness. */
export function complaintsOf(blocks: readonly Block[]): ReadonlyMap<string, readonly string[]> {
  const isScript = ({ language }: Block): boolean => language === 'js';
  const files = blocks.filter((block) => !isScript(block)).map(fileOf);
  const scripts = blocks.filter(isScript).map(fileOf);
  const found = new Map<string, string[]>();
  for (const [names, options] of [
    [files, { strict: true }],
    [scripts, { checkJs: true, strict: false }],
  ] as const) {
    const program = ts.createProgram([...names, `${placeholders}/globals.d.ts`], {
      ...shared,
      ...options,
    });
    for (const { file, start = 0, messageText } of ts.getPreEmitDiagnostics(program)) {
      const name = file?.fileName ?? '';
      const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
      const text = `line ${line}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
      found.set(name, [...(found.get(name) ?? []), text]);
    }
  }
  return found;
}
