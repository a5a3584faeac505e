/* The fingerprint of a notebook, equal to course/page/fingerprint.py: a SHA-256 over type, source
   and tags of all cells. A test holds the two together. */

import { sha256 } from './sha256.js';

const encoder = new TextEncoder(); // half a surrogate pair becomes U+FFFD

/** The fingerprint of cells given as { type, source, tags }. */
export function fingerprint(cells) {
  const parts = [];
  for (const { type, source, tags } of cells) {
    const words = Array.isArray(tags) ? tags.filter(word => typeof word === 'string') : [];
    for (const part of [type, source.replace(/\r\n?/g, '\n'), ...words]) {
      // A length before each part: no two notebooks run together into the same bytes.
      const content = encoder.encode(part);
      parts.push(encoder.encode(`${content.length}:`), content);
    }
    parts.push(encoder.encode(';'));
  }
  return sha256(joined(parts));
}

/** The cells of a notebook that is open in JupyterLab. */
export function cellsOf(sharedModel) {
  return sharedModel.cells.map(cell => ({
    type: cell.cell_type,
    source: cell.getSource(),
    tags: cell.getMetadata('tags')
  }));
}

function joined(parts) {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let place = 0;
  for (const part of parts) {
    whole.set(part, place);
    place += part.length;
  }
  return whole;
}
