/** The 256 bytes as printable characters, in the order GPT-2 gives them (openai/gpt-2, encoder.py). */
const printable = (byte: number): boolean =>
  (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xac) || byte >= 0xae;

/** `byteCharacters[b]` is the character that stands for byte b in a vocabulary. */
export const byteCharacters: readonly string[] = (() => {
  let next = 256; // bytes that would not print borrow the characters after Latin-1
  return Array.from({ length: 256 }, (_, byte) =>
    String.fromCodePoint(printable(byte) ? byte : next++),
  );
})();

const characterBytes = new Map(byteCharacters.map((character, byte) => [character, byte]));
const utf8 = new TextEncoder();

/** A piece of text as the characters of its UTF-8 bytes. A lone surrogate becomes U+FFFD. */
export function toByteCharacters(text: string): string {
  let characters = '';
  for (const byte of utf8.encode(text)) characters += byteCharacters[byte];
  return characters;
}

/** The bytes behind byte characters. Throws RangeError on a character outside the alphabet. */
export function toBytes(characters: string): Uint8Array {
  return Uint8Array.from(characters, (character) => {
    const byte = characterBytes.get(character);
    if (byte === undefined) throw new RangeError(`Not a byte character: ${character}`);
    return byte;
  });
}
