import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect } from 'chai';

import { root } from '../support/source.js';

describe('The contract as JSON', () => {
  it('says what the YAML says', () => {
    const folder = mkdtempSync(join(tmpdir(), 'contract-'));
    const file = join(folder, 'contract.json');
    try {
      const cli = 'node_modules/@redocly/cli/bin/cli.js';
      execFileSync(process.execPath, [cli, 'bundle', 'src/contract/openapi.yaml', '-o', file], {
        cwd: root,
        stdio: 'pipe',
        env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
      });
      const kept = readFileSync(`${root}src/contract/openapi.json`, 'utf8');
      expect(JSON.parse(kept)).to.eql(JSON.parse(readFileSync(file, 'utf8')));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
