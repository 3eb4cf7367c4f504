import sax from 'sax';

/** What a walk through an XML part may look at. Names are without their namespace prefix. */
export interface XmlVisitor {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Walks through XML as it arrives; after each part of the stream it gives control back, so that what was found can be taken.
 * Entities that the document itself defines are not expanded.
 *
 * @throws Error if it is not well formed
 */
export async function* walkXml(parts: AsyncIterable<Uint8Array>, visitor: XmlVisitor): AsyncGenerator<void> {
  const parser = sax.parser(true, { position: false });
  const decoder = new TextDecoder('utf-8');
  parser.onerror = (error) => {
    throw error;
  };
  parser.onopentag = ({ name, attributes }) => visitor.open?.(localName(name), attributes as Record<string, string>);
  parser.ontext = (text) => visitor.text?.(text);
  parser.oncdata = (text) => visitor.text?.(text);
  parser.onclosetag = (name) => visitor.close?.(localName(name));
  for await (const part of parts) {
    parser.write(decoder.decode(part, { stream: true }));
    yield;
  }
  parser.write(decoder.decode()).close();
  yield;
}

export async function walkWholeXml(parts: AsyncIterable<Uint8Array>, visitor: XmlVisitor): Promise<void> {
  for await (const _ of walkXml(parts, visitor));
}

/** `BC7` → 54: the column, counted from 0. */
export function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference.replace(/[^A-Z]/gi, '').toUpperCase())
    column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
