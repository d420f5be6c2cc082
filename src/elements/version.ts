/** The version of the package, on every class of an element. A test holds it to package.json. */
export const version = '0.1.0';
