export interface ZipEntry {
  readonly name: string;
  readonly text: string;
}

const endSignature = 0x06054b50;
const endLength = 22;
const entryLength = 46;
const fileLength = 30;

/** What is packed in a zip, in its order, where nothing in it is compressed. */
export async function zipEntries(zip: Blob): Promise<ZipEntry[]> {
  const bytes = new Uint8Array(await zip.arrayBuffer());
  const view = new DataView(bytes.buffer);
  const text = (from: number, length: number): string =>
    new TextDecoder().decode(bytes.subarray(from, from + length));
  const end = bytes.length - endLength;
  if (end < 0 || view.getUint32(end, true) !== endSignature) throw new Error('This is no zip.');
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    const [size, nameLength] = [view.getUint32(at + 24, true), view.getUint16(at + 28, true)];
    const file = view.getUint32(at + 42, true);
    const head = fileLength + view.getUint16(file + 26, true) + view.getUint16(file + 28, true);
    entries.push({ name: text(at + entryLength, nameLength), text: text(file + head, size) });
    at += entryLength + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}
