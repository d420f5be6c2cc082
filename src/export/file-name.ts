/** Characters that file systems reserve. */
const reserved = /[/\\:*?"<>|]/g;
/** Controls, halves of characters, and what turns the order on screen: `gpj.exe` reads as `exe.jpg`. */
const hidden = /[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029\uFEFF]/gu;
/** Names that are devices for Windows, with an extension too. */
const device = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(?=[ .]|$)/i;
const extension = /\.[a-z0-9]{1,8}$/i;
const longest = 120;

/** A file name that every system takes as it is, of at most 120 characters; its extension is kept. */
export function safeFileName(name: string): string {
  const visible = name.replace(hidden, '').normalize('NFC').replace(reserved, '-');
  const clean = trimmed(visible).replace(device, '_$&');
  if (clean.length <= longest) return clean || 'file';
  const [end = ''] = extension.exec(clean) ?? [];
  return firstOf(clean.slice(0, clean.length - end.length), longest - end.length) + end;
}

/** As many characters of a text as fit, none of them halved. */
function firstOf(text: string, length: number): string {
  return trimmed(text.slice(0, length).replace(/\p{Cs}$/u, ''));
}

/** Without dots and spaces at its ends; by steps, as a pattern would look at each space anew. */
function trimmed(text: string): string {
  const isEdge = (at: number) => /[.\s]/.test(text.charAt(at));
  let [start, end] = [0, text.length];
  while (start < end && isEdge(start)) start += 1;
  while (end > start && isEdge(end - 1)) end -= 1;
  return text.slice(start, end);
}
