import type { Page } from '@playwright/test';

/** What a PNG shows: its size, and how many colours are in it. */
export function pixelsOf(
  page: Page,
  png: Buffer,
): Promise<{ width: number; height: number; colours: number }> {
  return page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    context?.drawImage(image, 0, 0);
    const pixels = context?.getImageData(0, 0, image.width, image.height).data ?? [];
    const seen = new Set<number>();
    for (let at = 0; at < pixels.length; at += 4)
      seen.add((pixels[at] ?? 0) * 65536 + (pixels[at + 1] ?? 0) * 256 + (pixels[at + 2] ?? 0));
    return { width: image.width, height: image.height, colours: seen.size };
  }, png.toString('base64'));
}
