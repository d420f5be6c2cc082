/** The elements there are: each has a folder, and in it a file of its name that defines it. */
import { existsSync, readdirSync } from 'node:fs';

const folder = new URL('./src/elements/', import.meta.url);

/** @type {string[]} */
export const tags = readdirSync(folder).filter((tag) =>
  existsSync(new URL(`${tag}/${tag}.ts`, folder)),
);
