import { Problem } from '../../domain/problem.ts';

/**
 * A picture of an SVG file's text, in the browser.
 * @param scale pixels of the picture for each of the SVG
 * @throws Problem 'bad-input' where the browser cannot draw it: too large, or no SVG
 */
export async function pngOf(svgText: string, scale = 2): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svgText], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.naturalWidth * scale);
    canvas.height = Math.round(image.naturalHeight * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (blob) return blob;
  } catch {
    // decode() says nothing of use
  } finally {
    URL.revokeObjectURL(url);
  }
  throw new Problem({
    code: 'bad-input',
    message: 'The browser could not make a picture of this figure.',
    remedy: 'Save it as SVG, or choose a smaller part of it.',
  });
}
