/** So many browsers at once: while one of them waits for an answer, another one has something to do. */
export const lanes = Number(process.env['LANES'] ?? 2);
