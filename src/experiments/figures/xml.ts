const escaped = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c,
  );

/** An SVG element as XML, the same from every document: browsers and Node write them in their own ways. */
export function xmlOf(node: Element, root = true): string {
  const name = node.localName;
  const attributes = [...node.attributes]
    .map(({ name: key, value }): [string, string] => [key, value])
    .filter(([key]) => key !== 'xmlns')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const written = [
    name,
    ...(root ? ['xmlns="http://www.w3.org/2000/svg"'] : []),
    ...attributes.map(([key, value]) => `${key}="${escaped(value)}"`),
  ].join(' ');
  const inside = [...node.childNodes]
    .map((child) =>
      child.nodeType === 1 ? xmlOf(child as Element, false) : escaped(child.textContent ?? ''),
    )
    .join('');
  return inside === '' ? `<${written}/>` : `<${written}>${inside}</${name}>`;
}
