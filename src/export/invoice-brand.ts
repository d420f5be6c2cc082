/** A picture of a brand, as it is drawn on paper. */
export interface Logo {
  /** A PNG. */
  readonly png: Blob;
  /** In pixels; only their ratio counts. */
  readonly width: number;
  readonly height: number;
}

/** Whose invoice it is, to the eye. What is missing is left out. */
export interface InvoiceBrand {
  readonly logo?: Logo | undefined;
  /** Red, green and blue, 0 to 255 each. */
  readonly colour?: readonly [number, number, number] | undefined;
}

/** No picture is drawn larger than that; a page holds about 750 of these pixels at its best. */
const mostPixels = 1200;

/**
 * The picture of an address, in any format that the browser draws, as a PNG.
 * @returns `undefined` where there is none, or the page may not read it: a copy without is better than none
 */
export async function loadLogo(url: string): Promise<Logo | undefined> {
  const image = new Image();
  // Without that, a picture of another origin could be shown, but not put into a file.
  image.crossOrigin = 'anonymous';
  image.src = url;
  try {
    await image.decode();
    const { height, width } = sizeOf(image);
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    canvas.getContext('2d')?.drawImage(image, 0, 0, width, height);
    const png = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/png');
    });
    return png ? { png, width, height } : undefined;
  } catch {
    return undefined;
  }
}

/** Drawings have no pixels of their own, and are as sharp as is asked for. */
function sizeOf({ naturalHeight, naturalWidth, src }: HTMLImageElement) {
  const isDrawing = /\.svg(?:$|[?#])|^data:image\/svg/i.test(src);
  const longest = Math.max(naturalHeight, naturalWidth, 1);
  const scale = isDrawing ? mostPixels / longest : Math.min(1, mostPixels / longest);
  return {
    width: Math.max(1, Math.round(naturalWidth * scale)),
    height: Math.max(1, Math.round(naturalHeight * scale)),
  };
}
