/* Small parts of the table: elements, letters without their marks, a block copied from Excel. */

/** An element with its class and its words. */
export function element(tag, className = '', text = '') {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

/** A button with its words. */
export function button(label, action, className = '') {
  const made = element('button', `vp-grid-button ${className}`, label);
  made.type = 'button';
  made.addEventListener('click', action);
  return made;
}

/** A list to pick from; `options` are [value, words]. */
export function list(label, options, changed) {
  const made = element('select');
  made.setAttribute('aria-label', label);
  made.append(...options.map(([value, words]) => new Option(words, value)));
  made.addEventListener('change', () => changed(made.value));
  return made;
}

/** The text for searching: small letters without tones and marks, "đ" as "d". */
export function fold(text) {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/đ/g, 'd').replace(/\s+/g, ' ').trim();
}

const collator = new Intl.Collator('vi', { numeric: true });

/** The order of two texts; names of people go by the last word first. */
export function compare(one, other, areNames) {
  const last = text => text.trim().split(/\s+/).pop();
  return (areNames && collator.compare(last(one), last(other))) || collator.compare(one, other);
}

/** The cells of a block that was copied from Excel or Word: rows of texts. */
export function block(text) {
  const rows = [[]];
  const cell = /("(?:[^"]|"")*"|[^\t\r\n]*)(\t|\r\n|\n|\r|$)/y;
  while (cell.lastIndex <= text.length) {
    const [, raw, end] = cell.exec(text) || [null, text.slice(cell.lastIndex), ''];
    rows.at(-1).push(raw.startsWith('"') && raw.endsWith('"') && raw.length > 1
      ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (!end) {
      break;
    }
    if (end !== '\t') {
      rows.push([]);
    }
  }
  return rows.filter((row, at) => at < rows.length - 1 || row.some(Boolean));
}
