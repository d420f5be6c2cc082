/**
 * What a page keeps over a reload, a crash and its other tabs, for a day: no amounts that are not on
 * screen anyway, and never a token. Where the page may not store anything it lives as long as the page.
 */

const prefix = 'billing-elements ';
const keptFor = 24 * 60 * 60 * 1000;

const memory = new Map<string, string>();

/** Keeps an object under a name, in place of what was there. */
export function keep(name: string, value: object): void {
  const text = JSON.stringify({ at: Date.now(), value });
  try {
    forgetOld();
    localStorage.setItem(prefix + name, text);
    memory.delete(name);
  } catch {
    memory.set(name, text);
  }
}

/** What is kept under a name, as somebody wrote it: others of this origin can write there too. */
export function kept(name: string): unknown {
  return parsed(stored(name));
}

export function drop(name: string): void {
  memory.delete(name);
  try {
    localStorage.removeItem(prefix + name);
  } catch {
    // A page that may not store anything has nothing to drop there.
  }
}

function stored(name: string): string | null {
  const known = memory.get(name);
  if (known !== undefined) return known;
  try {
    return localStorage.getItem(prefix + name);
  } catch {
    return null;
  }
}

function parsed(text: string | null): unknown {
  try {
    const record: unknown = JSON.parse(text ?? 'null');
    if (typeof record !== 'object' || record === null) return undefined;
    if (!('at' in record) || typeof record.at !== 'number' || !('value' in record)) {
      return undefined;
    }
    const age = Date.now() - record.at;
    return age >= 0 && age < keptFor ? record.value : undefined;
  } catch {
    return undefined;
  }
}

function forgetOld(): void {
  for (const name of Object.keys(localStorage)) {
    if (!name.startsWith(prefix)) continue;
    if (parsed(localStorage.getItem(name)) === undefined) localStorage.removeItem(name);
  }
}
