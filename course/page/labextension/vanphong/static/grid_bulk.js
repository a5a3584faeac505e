/* The line that writes into all ticked rows at once. */

import { button, element, list } from './grid_parts.js';
import { makeField } from './grid_field.js';

export class Bulk {
  constructor(model, board, write) {
    this.board = board;
    this.write = write;
    this.node = element('div', 'vp-grid-bulk');
    this.place = element('span', 'vp-grid-bulk-field');
    this.said = element('strong');
    const columns = board.columns.map(one => [one.id, one.title]);
    this.choose(columns[0][0]);
    const which = list('Ghi vào cột', columns, id => this.choose(id));
    this.node.append(
      this.said,
      ...(columns.length > 1 ? [which] : []),
      this.place,
      button('Ghi vào các hàng này', () => this.fill(this.field.text), 'vp-grid-main'),
      button('Xóa ở các hàng này', () => this.fill('')),
      button('Bỏ tích', () => board.tickAll(false))
    );
    this.show();
  }

  choose(id) {
    this.column = this.board.columns.find(one => one.id === id);
    this.field = makeField(this.column, `Ghi: ${this.column.title}`, () => {});
    if (this.column.kind === 'pick') {
      this.field.put(this.column.items[0][0]);
    }
    const label = element('label', '', this.column.items?.length === 1 ? this.column.items[0][1] : '');
    label.prepend(this.field.node);
    this.place.replaceChildren(label);
  }

  show() {
    const count = this.board.tickedRows.length;
    this.node.hidden = !count || this.board.locked;
    this.said.textContent = `${count} hàng đã tích:`;
  }

  fill(text) {
    this.write(this.board.tickedRows.map(row => [row, this.column.id, text]));
  }
}
