/** Writes what a run found: fault × element × engine. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { elements } from './fault.js';
import { kinds } from './page/run.js';
import type { ElementResult } from './page/run.js';

/** One fault on one element in one browser. */
export interface Cell extends ElementResult {
  readonly engine: string;
  readonly fault: string;
}

const folder = fileURLToPath(new URL('../../test-results/', import.meta.url));

export function writeReport(cells: readonly Cell[]): void {
  const engines = [...new Set(cells.map(({ engine }) => engine))];
  const names = [...new Set(cells.map(({ fault }) => fault))];
  const summary = summaryOf(cells, names.length, engines);
  const row = (engine: string, fault: string): string => {
    const of = (name: string): string => {
      const cell = cells.find(
        (one) => one.engine === engine && one.fault === fault && one.name === name,
      );
      return cell ? textOf(cell) : '–';
    };
    return `| ${fault.replaceAll('|', '\\|')} | ${elements.map(of).join(' | ')} |`;
  };
  const tables = engines.flatMap((engine) => [
    `## ${engine}`,
    `| fault | ${elements.join(' | ')} |`,
    `| --- |${' --- |'.repeat(elements.length)}`,
    ...names.map((fault) => row(engine, fault)),
    '',
  ]);
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}faults.md`, `# Faults\n\n${summary}\n\n${tables.join('\n')}`);
  console.log(`\n${summary}`);
}

/** How the element stood in each part, or what was wrong. */
function textOf({ faces, problems }: Cell): string {
  if (problems.length === 0) return faces.slice(1).join(', ');
  return `**${[...new Set(problems.map(({ kind }) => kind))].join(', ')}**`;
}

function summaryOf(cells: readonly Cell[], faults: number, engines: readonly string[]): string {
  const count = (kind: string): number =>
    cells.filter(({ problems }) => problems.some((problem) => problem.kind === kind)).length;
  const found = kinds.map((kind) => `${count(kind)} ${kind}`).join(', ');
  return `${faults} faults × ${elements.length} elements × ${engines.length} engines (${engines.join(', ')}): ${found}`;
}
