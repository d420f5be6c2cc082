/** A browser, as far as the matrix needs one: it goes to pages, which tell by themselves. */
export interface Driver {
  visit(url: string): Promise<unknown>;
  close(): Promise<void>;
}
