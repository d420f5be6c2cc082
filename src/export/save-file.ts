import { safeFileName } from './file-name.js';

/** Browsers read a file some time after the click, and none says when. */
const untilRevoked = 60_000;

/** Hands a file to the person, as a download under this name, cleaned of what a system would refuse. */
export function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  // Never in the document: a page that listens to clicks on links would take it for one of its own.
  const link = document.createElement('a');
  link.href = url;
  link.download = safeFileName(name);
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), untilRevoked);
}
