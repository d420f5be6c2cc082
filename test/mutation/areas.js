/**
 * What is exact by duty, and the tests that answer for it. The narrower the tests, the sooner a run ends;
 * that other tests also notice a fault is no excuse for these. With `tables`, what the modules of the
 * area are made of is put together while they load: each such mutant is a run of all the tests.
 *
 * @type {Record<string, { mutate: string[], tests: string[], tables?: boolean }>}
 */
export const areas = {
  money: { mutate: ['src/billing/decimal.ts'], tests: ['test/billing/decimal.test.ts'] },
  dates: {
    mutate: ['src/billing/{dates,usage-range}.ts'],
    tests: ['test/billing/{dates,usage-range}*.test.ts'],
  },
  csv: {
    mutate: ['src/export/{csv,csv-cells,csv-rows,summary-csv}.ts'],
    tests: ['test/export/{csv,csv-cells,csv-rows,summary-csv}*.test.ts'],
  },
  url: {
    mutate: ['src/api/{contact-href,safe-url,url}.ts'],
    tests: ['test/api/{contact-href,safe-url,url}*.test.ts'],
  },
  retry: {
    mutate: ['src/api/{retry,retry-after}.ts'],
    tests: ['test/api/{retry,http-client}*.test.ts'],
  },
  decode: {
    mutate: ['src/api/{decode,json,read,answer}.ts', 'src/api/answers/*.ts'],
    tests: ['test/api/{answer,answers,answers.contract,decode,json,read}.test.ts'],
    tables: true,
  },
  handler: {
    mutate: ['src/server/*.ts'],
    // Without those that try every operation with everything: they would take hours.
    tests: [
      'test/server/{access,answers,digest,etag,hand-over,idempotency,origins,permissions}.test.ts',
      'test/server/{request-body,validation}.test.ts',
    ],
  },
};

/**
 * The area that is on, as the run that starts it says.
 *
 * @param {Record<string, string | undefined>} environment
 */
export function areaOf({ MUTATION_AREA: name = '' }) {
  const area = areas[name];
  if (!area) throw new Error(`MUTATION_AREA is one of: ${Object.keys(areas).join(', ')}`);
  return { name, ...area };
}
