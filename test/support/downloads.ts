/** What was handed over as a download. */
interface SavedFile {
  readonly name: string;
  readonly file: Blob;
}

export interface Downloads {
  readonly saved: readonly SavedFile[];
  /** The text of a file that was saved. */
  text(index?: number): Promise<string>;
  /** The bytes of a file that was saved. */
  bytes(index?: number): Promise<Uint8Array>;
  /** Lets downloads go where they went before. */
  stop(): void;
}

/** Keeps what the page hands over as a download, instead of a download. */
export function catchDownloads(): Downloads {
  const saved: SavedFile[] = [];
  const blobs = new Map<string, Blob>();
  const { createObjectURL } = URL;
  const { click } = HTMLAnchorElement.prototype;
  URL.createObjectURL = (blob) => {
    const url = createObjectURL(blob);
    if (blob instanceof Blob) blobs.set(url, blob);
    return url;
  };
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    const file = blobs.get(this.href);
    if (file && this.download) saved.push({ name: this.download, file });
    else click.call(this);
  };
  const fileAt = (index: number): Blob => {
    const found = saved[index];
    if (!found) throw new Error(`There are ${saved.length} files.`);
    return found.file;
  };
  return {
    saved,
    text: (index = 0) => fileAt(index).text(),
    bytes: async (index = 0) => new Uint8Array(await fileAt(index).arrayBuffer()),
    stop: () => {
      URL.createObjectURL = createObjectURL;
      HTMLAnchorElement.prototype.click = click;
    },
  };
}
