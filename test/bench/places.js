import { fileURLToPath } from 'node:url';

/** The project's folder, with a slash at its end. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Where the benches put what they make. */
export const made = 'test-results/bench';

/** Where what is measured beside the elements is installed. */
export const rivalsFolder = fileURLToPath(new URL('rivals/', import.meta.url));
