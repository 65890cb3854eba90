/** Tokens per word (a run of letters, marks or digits): how finely a tokenizer cuts a language. */
export function fertility(
  encode: (text: string) => ArrayLike<number>,
  texts: Iterable<string>,
): number {
  let tokens = 0;
  let words = 0;
  for (const text of texts) {
    tokens += encode(text).length;
    words += text.match(/[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0;
  }
  return words === 0 ? 0 : tokens / words;
}
