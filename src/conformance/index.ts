export { runConformance } from './run-conformance.js';
export type { ConformanceOptions } from './run-conformance.js';
export { reportText } from './report.js';
export type { CheckResult, ConformanceReport, Outcome } from './report.js';
