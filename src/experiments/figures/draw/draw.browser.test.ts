import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import '../../../ui/look/tokens.css';
import type { FigureData } from '../data.ts';
import { svgText } from '../export.ts';
import { pngOf } from '../png.ts';
import { samples } from '../testing/samples.ts';
import { drawFigure } from './draw.ts';

const kinds = Object.entries(samples) as [string, FigureData][];
const paper = 'Mistral-7B-v0.2';

let host: HTMLElement;

beforeEach(() => {
  host = document.createElement('main');
  host.style.font = '15px system-ui, sans-serif';
  document.body.append(host);
});

afterEach(() => host.remove());

/** Texts that stand out of the picture's box, half a pixel aside. */
function overflowing(svg: SVGSVGElement): string[] {
  const box = svg.getBoundingClientRect();
  return [...svg.querySelectorAll('text')]
    .filter((text) => {
      const { left, right, top, bottom } = text.getBoundingClientRect();
      const across = left < box.left - 0.5 || right > box.right + 0.5;
      return across || top < box.top - 0.5 || bottom > box.bottom + 0.5;
    })
    .map(({ textContent }) => textContent ?? '');
}

/** Names as long as readers make them. */
function long(data: FigureData): FigureData {
  const text = JSON.stringify(data).replaceAll(
    /"(URIAL|base \+ URIAL|URIAL \+ random|English|C6[^"]*)"/g,
    '"$1, with rules, three demonstrations of two turns and a boundary that marks their end"',
  );
  return JSON.parse(text) as FigureData;
}

describe.each(kinds)('%s', (_, data) => {
  it.each([300, 390, 640, 1000])('keeps its words inside, at %i pixels', (width) => {
    for (const one of [data, long(data)]) {
      const { svg } = drawFigure(one, { width, paper });
      host.replaceChildren(svg);
      expect(overflowing(svg)).toEqual([]);
    }
  });

  it('has colours in both themes', () => {
    const { svg } = drawFigure(data, { width: 390, paper });
    host.replaceChildren(svg);
    const paints = (scheme: string): string[] => {
      document.documentElement.style.colorScheme = scheme;
      return [...svg.querySelectorAll('text')].map((text) => getComputedStyle(text).fill);
    };
    const [light, dark] = [paints('light'), paints('dark')];
    document.documentElement.style.removeProperty('color-scheme');
    expect(light.filter((paint) => paint === 'rgb(0, 0, 0)')).toEqual([]);
    expect(dark).not.toEqual(light);
  });

  it('is a file that browsers read as XML, and a picture of twice its size', async () => {
    const text = svgText(data, { paper });
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
    expect(parsed.querySelector('parsererror')).toBeNull();
    const png = await createImageBitmap(await pngOf(text));
    expect(png.width).toBe(2 * Number(parsed.documentElement.getAttribute('width')));
    expect(png.height).toBe(2 * Number(parsed.documentElement.getAttribute('height')));
  });
});

it('makes no picture of what is none', async () => {
  await expect(pngOf('<svg')).rejects.toThrow('could not make a picture');
});

describe('under the page’s policy', () => {
  /** A page of its own under a policy, and what it reports of breaches. */
  async function strict(): Promise<{ page: Document; breaches: string[] }> {
    const frame = document.createElement('iframe');
    const policy = "default-src 'none'; style-src 'self'";
    frame.srcdoc = `<meta http-equiv="Content-Security-Policy" content="${policy}"><body>`;
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    host.append(frame);
    await loaded;
    const page = frame.contentDocument as Document;
    const breaches: string[] = [];
    page.addEventListener('securitypolicyviolation', ({ violatedDirective }) => {
      breaches.push(violatedDirective);
    });
    return { page, breaches };
  }
  const settled = () => new Promise((resolve) => setTimeout(resolve, 50));

  it('no figure breaks it', async () => {
    const { page, breaches } = await strict();
    for (const [, data] of kinds) page.body.append(drawFigure(data, { width: 390, paper }).svg);
    await settled();
    expect(page.querySelectorAll('svg')).toHaveLength(kinds.length);
    expect(breaches).toEqual([]);
  });

  it('a style attribute would', async () => {
    const { page, breaches } = await strict();
    page.body.setAttribute('style', 'color: red');
    page.body.append(page.createElement('style'));
    (page.body.lastChild as HTMLStyleElement).textContent = 'body { color: red }';
    await settled();
    expect(breaches).toContain('style-src-attr');
    expect(breaches).toContain('style-src-elem');
  });
});
