import { mkdirSync, writeFileSync } from 'node:fs';

import ts from 'typescript';

import { root } from './source.js';

const folder = `${root}test-results/consumer`;

/** What the compiler says of a host's file that uses the package by its name. */
export function complaints(code: string, ending = 'ts'): string[] {
  mkdirSync(folder, { recursive: true });
  const file = `${folder}/host.${ending}`;
  writeFileSync(file, code);
  const program = ts.createProgram([file], {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    strict: true,
    jsx: ts.JsxEmit.ReactJSX,
    noEmit: true,
    skipLibCheck: true,
    types: [],
  });
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
