/** Words for values of the contract; a value that is not here is shown as it was sent. */
export type Words = Readonly<Record<string, string>>;
