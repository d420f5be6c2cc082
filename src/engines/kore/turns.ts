/**
 * One at a time, by name. Kore.ai answers for the last query of a bot, whoever asked it, so within
 * one process queries of a bot wait for each other. It keeps nothing but who waits.
 */
const lines = new Map<string, Promise<unknown>>();

export function inTurn<Answer>(name: string, work: () => Promise<Answer>): Promise<Answer> {
  const turn = (lines.get(name) ?? Promise.resolve()).then(work);
  const done = turn.catch(() => undefined);
  lines.set(name, done);
  void done.then(() => {
    if (lines.get(name) === done) lines.delete(name);
  });
  return turn;
}
