/**
 * The languages in which pages may have code, each with the words that may stand behind it, and the
 * check that it gets:
 *
 * - `ts`, `tsx`, `js`: compiled against the built types (code.test.ts). `file=name.ts` names it for
 *   the other blocks of its page, which may import it. `runs=name` runs it as
 *   test/docs/runs/name.ts says. What a block leaves to its reader is declared in
 *   test/docs/placeholders.
 * - `html`: opened in a browser over a billing backend in memory; its elements must become ready, or
 *   show another face, `face=signed-out` (rendered.test.ts).
 * - `css`: taken by a browser without loss, naming only tokens and parts that there are.
 * - `http`: headers that a page is served with, under which nothing may be refused; or a request,
 *   which is sent to the backend.
 * - `sh`: its scripts, programs and files exist; what is harmless is run (commands.test.ts).
 * - `json`: can be read; `schema=Account` holds it against that schema of the contract, and
 *   `answers=getAccount` against the good answer of that operation.
 * - `text`: a drawing or what a program prints; no code.
 */
import { readdirSync } from 'node:fs';

import { root } from '../support/source.js';

const script = ['file', 'runs'];

export const languages: Readonly<Partial<Record<string, readonly string[]>>> = {
  ts: script,
  tsx: script,
  js: script,
  html: ['face'],
  css: [],
  http: [],
  sh: [],
  json: ['answers', 'schema'],
  text: [],
};

/** What `runs=` may name. */
export const runs: readonly string[] = readdirSync(`${root}test/docs/runs`)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.slice(0, -'.ts'.length));
