/** What stands under a name in a table of one's own, and never what every object has under it. */
export const ownOf = <Held>(
  table: Readonly<Record<string, Held>>,
  name: string,
): Held | undefined => (Object.hasOwn(table, name) ? table[name] : undefined);
