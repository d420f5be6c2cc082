#!/usr/bin/env node
import { readArguments, usage } from './arguments.js';
import { reportText } from './report.js';
import { runConformance } from './run-conformance.js';

const wish = readArguments(process.argv.slice(2));
if (typeof wish === 'string') {
  process.stderr.write(`${wish}\n\n${usage}\n`);
  process.exitCode = 2;
} else {
  const report = await runConformance(wish);
  process.stdout.write(wish.isJson ? `${JSON.stringify(report, null, 2)}\n` : reportText(report));
  process.exitCode = report.failed > 0 ? 1 : 0;
}
