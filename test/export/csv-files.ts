import { parseCsv } from './parse-csv.vendor.js';

const byteOrderMark = '\uFEFF';

/** A file's text, its byte order mark included. */
export async function textOf(file: Blob): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await file.arrayBuffer());
}

/** A file's records, the headers first. What stands behind the last CRLF is no record. */
export async function recordsOf(file: Blob): Promise<string[][]> {
  const text = await textOf(file);
  return parseCsv(text.slice(byteOrderMark.length)).slice(0, -1);
}
