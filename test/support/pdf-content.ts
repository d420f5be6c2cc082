export interface PdfContent {
  /** The file as it is, its compressed parts unreadable. */
  readonly text: string;
  /** What draws its pages, uncompressed. */
  readonly operators: string;
}

const latin1 = new TextDecoder('latin1');

/** Looks into a PDF whose streams are deflated, or plain. */
export async function contentOf(bytes: Uint8Array): Promise<PdfContent> {
  const text = latin1.decode(bytes);
  const drawn: string[] = [];
  for (const { groups = {}, index } of text.matchAll(
    /<<(?<head>[^<>]*)>>\s*stream\r?\n(?<body>[^]*?)\r?\nendstream/g,
  )) {
    const { body = '', head = '' } = groups;
    if (head.includes('/Subtype') || head.includes('/Length1')) continue;
    const from = text.indexOf(body, index + head.length);
    const stream = bytes.slice(from, from + body.length);
    drawn.push(head.includes('/FlateDecode') ? await inflated(stream) : body);
  }
  return { text, operators: drawn.join('\n') };
}

/** What cannot be read is no page. */
async function inflated(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  try {
    return latin1.decode(await new Response(stream).arrayBuffer());
  } catch {
    return '';
  }
}
