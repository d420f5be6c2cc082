import { expect } from 'chai';

import { usageFileName } from '../../src/export/usage-file-name.js';

const week = { meter: 'sessions', from: '2026-03-12', to: '2026-03-19' };

describe('the name of a file of usage', () => {
  it('says what is in it, from the first day to the last', () => {
    expect(usageFileName({ content: 'summary', ...week })).to.equal(
      'usage-sessions-2026-03-12-to-2026-03-18.csv',
    );
    expect(usageFileName({ content: 'records', ...week })).to.equal(
      'usage-records-sessions-2026-03-12-to-2026-03-18.csv',
    );
  });

  it('says that records are left out', () => {
    expect(usageFileName({ content: 'records', ...week, incomplete: true })).to.equal(
      'usage-records-sessions-2026-03-12-to-2026-03-18-incomplete.csv',
    );
  });

  it('is safe, and whole at its end, whatever the meter is called', () => {
    const meter = `a/b\u202E${'😀'.repeat(200)}`;
    const name = usageFileName({ content: 'records', ...week, meter, incomplete: true });
    expect(name).to.match(/^usage-records-a-b😀+-2026-03-12-to-2026-03-18-incomplete\.csv$/u);
  });
});
