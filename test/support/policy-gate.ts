/**
 * Comes before everything else in a test file: what the strict policy would have kept from happening
 * fails the test in which it happened. The policy only reports: the tools around the tests need more.
 */
const refused: string[] = [];

/** It stands in for the network in tests, and starts its worker from a plain text. */
const isOfTheMock = ({ sourceFile }: SecurityPolicyViolationEvent): boolean =>
  sourceFile.includes('/node_modules/msw/');

document.addEventListener('securitypolicyviolation', (event) => {
  if (isOfTheMock(event)) return;
  const { blockedURI, effectiveDirective, lineNumber, sample, sourceFile } = event;
  refused.push(`${effectiveDirective} ${blockedURI} ${sample} ${sourceFile}:${lineNumber}`);
});

afterEach(() => {
  const found = refused.splice(0);
  if (found.length > 0) throw new Error(`The strict policy refuses: ${found.join(' | ')}`);
});
