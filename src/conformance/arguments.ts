export const usage = `billing-elements conformance <address of one account> [options]

  --header 'Name: value'   sent with each request; may be given more than once
  --writes                 buys, pays, changes plan and cancels too: only on an account made for tests
  --return-url address     where payment pages lead back to; left out, the root of the same origin
  --json                   the report for programs`;

export interface Wish {
  readonly baseUrl: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly writes: boolean;
  readonly isJson: boolean;
  readonly returnUrl?: string;
}

/** What the command line asks for, or what is wrong with it. It is never quoted: it may hold a token. */
export function readArguments(words: readonly string[]): Wish | string {
  const [command, ...rest] = words;
  if (command !== 'conformance') return 'The one command is `conformance`.';
  const addresses: string[] = [];
  const headers: Record<string, string> = {};
  let [writes, isJson] = [false, false];
  let returnUrl: string | undefined;
  for (let index = 0; index < rest.length; index += 1) {
    const word = rest[index] ?? '';
    if (word === '--writes') writes = true;
    else if (word === '--json') isJson = true;
    else if (word === '--return-url') {
      index += 1;
      returnUrl = rest[index];
      if (!isOfWeb(returnUrl)) return 'The address to return to is not one of the web.';
    } else if (word === '--header') {
      index += 1;
      const [, name, value] = /^([\w-]+):\s*(.+)$/.exec(rest[index] ?? '') ?? [];
      if (name === undefined || value === undefined) return 'A header is not `Name: value`.';
      headers[name] = value;
    } else if (word.startsWith('-')) return 'There is an option that is not known.';
    else addresses.push(word);
  }
  const [baseUrl, ...others] = addresses;
  if (baseUrl === undefined || others.length > 0) return 'One address is needed.';
  if (!isOfWeb(baseUrl)) return 'The address is not one of the web.';
  return { baseUrl, headers, writes, isJson, ...(returnUrl !== undefined && { returnUrl }) };
}

const isOfWeb = (address = ''): boolean =>
  URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
