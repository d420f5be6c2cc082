/** Blocks of HTTP: headers of an answer, or a request. */

/** A line that begins with a space goes on with the one before. */
export function headersOf(code: string): Record<string, string> {
  const lines = code.replaceAll(/\n\s+/g, ' ').split('\n');
  return Object.fromEntries(
    lines.flatMap((line) => {
      const [, name, value] = /^([\w-]+):\s*(.+)$/.exec(line) ?? [];
      return name && value ? [[name, value.trim()]] : [];
    }),
  );
}

export function isRequest(code: string): boolean {
  return /^[A-Z]+ \//.test(code);
}

/** The request that a block is, to this site. */
export function requestOf(code: string, origin: string): Request {
  const [first = '', ...rest] = code.split('\n');
  const [method = '', path = ''] = first.split(' ');
  const end = rest.indexOf('');
  const head = end === -1 ? rest : rest.slice(0, end);
  const body = end === -1 ? '' : rest.slice(end + 1).join('\n');
  const headers = headersOf(head.join('\n'));
  return new Request(origin + path, { method, headers, ...(body && { body }) });
}
