/**
 * A token's text with what cannot be seen made visible.
 * @param among its number, where it stands among others in a text: there spaces stay and lines still
 * break, and a token without a text of its own (a special token, part of a character) shows its number
 */
export function visible(piece: string, among?: { id: number }): string {
  if (piece === '') return among ? `token ${among.id}` : '∅';
  const marked = piece.replaceAll('\n', among ? '⏎\n' : '⏎').replaceAll('\t', '⇥');
  return among ? marked : marked.replaceAll(' ', '·');
}
