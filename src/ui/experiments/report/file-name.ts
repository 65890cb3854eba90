/** An experiment's title as the beginning of a file's name: letters and digits of any script, with hyphens. */
export function fileName(title: string): string {
  const plain = title.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]+/gu, '-');
  const short = Array.from(plain).slice(0, 60).join('');
  return short.replace(/^-+|-+$/g, '') || 'experiment';
}
