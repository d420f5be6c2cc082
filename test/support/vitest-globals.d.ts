/**
 * What vitest calls mocha's `before` and `after`. Its own types are left out: they make every
 * assertion of chai look like a promise.
 */
declare function beforeAll(act: () => unknown, timeout?: number): void;
declare function afterAll(act: () => unknown): void;
