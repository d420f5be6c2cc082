import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';

import { expect } from 'chai';

import manifest from '../../package.json' with { type: 'json' };
import { found, missing, root } from '../support/source.js';
import { blocksIn, pages } from './pages.js';

interface Manifest {
  readonly scripts?: Readonly<Record<string, string>>;
  readonly bin?: Readonly<Record<string, string>>;
}

/** The scripts where the commands of a page are given: in an example, or in the project. */
function scriptsFor(page: string): string[] {
  const folder = page.startsWith('examples/') ? `${dirname(page)}/` : '';
  const { scripts = {} } = JSON.parse(
    readFileSync(`${root}${folder}package.json`, 'utf8'),
  ) as Manifest;
  return Object.keys(scripts);
}

const builtIn = ['ci', 'install', 'pack'];

/** What is run in place of a command, where it has a form that changes nothing and takes seconds. */
const dryForms: Readonly<Partial<Record<string, string>>> = {
  'npm ci': 'npm ci --dry-run --offline --ignore-scripts --no-audit',
};

/** What is wrong with a command; `undefined` where nothing is. */
function fault(command: string, known: readonly string[]): string | undefined {
  const [program = '', ...words] = command.replace(/^([A-Z_]+=\S+\s+)+/, '').split(/\s+/);
  const lost = words
    .filter((word) => /^(src|test|docs|mocks|stories|examples)\/[\w./-]+\.[a-z]+$/.test(word))
    .find((path) => !existsSync(root + path));
  if (lost) return `${lost} is not there`;
  const [first = '', second = ''] = words;
  switch (program) {
    case 'npm': {
      const script = first === 'run' ? second : first;
      if (builtIn.includes(first) || known.includes(script)) return undefined;
      return `package.json has no script ${script}`;
    }
    case 'npx':
      if (first in ((manifest as Manifest).bin ?? {})) return undefined;
      return existsSync(`${root}node_modules/.bin/${first}`)
        ? undefined
        : `no package has ${first}`;
    case 'node':
      return existsSync(root + first) || first.startsWith('-') ? undefined : `no file ${first}`;
    case 'curl':
      return words.some((word) => /^http:\/\/(127\.0\.0\.1|localhost)[:/]/.test(word))
        ? undefined
        : 'asks no server of this machine';
    case 'cd':
    case 'cp':
      return undefined;
    default:
      return 'only npm, npx, node, curl, cd and cp are known; teach test/docs/commands.test.ts others';
  }
}

/** The commands of a block, each for itself and without remarks. */
const commandsOf = (code: string): string[] =>
  code
    .replaceAll('\\\n', ' ')
    .split('\n')
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .filter((line) => line !== '')
    .flatMap((line) => line.split(/\s*(?:&&|;|\|)\s*/));

/** Names of scripts in running text, and in tables. */
const scriptsIn = (text: string): string[] => found(text, /`npm run ([\w:-]+)/g);

describe('Commands on a page', () => {
  for (const { path, text } of pages) {
    if (scriptsIn(text).length === 0) continue;
    it(`are scripts of package.json, also in the text of ${path}`, () => {
      expect(missing(scriptsIn(text), scriptsFor(path))).to.eql([]);
    });
  }

  for (const { name, code, page } of blocksIn('sh')) {
    it(`are there: ${name}`, () => {
      const commands = commandsOf(code);
      const faults = commands.flatMap((command) => {
        const wrong = fault(command, scriptsFor(page));
        return wrong ? [`${command}: ${wrong}`] : [];
      });
      expect(faults).to.eql([]);
      for (const command of commands) {
        const [program, ...words] = dryForms[command]?.split(' ') ?? [];
        if (program) execFileSync(program, words, { cwd: root, stdio: 'pipe' });
      }
    });
  }
});
