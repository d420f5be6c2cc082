/** What a page gets from the script tag beside the elements. Nothing in it knows Lit. */
export { isTaken } from '../elements/define.js';
export * from '../index.js';
