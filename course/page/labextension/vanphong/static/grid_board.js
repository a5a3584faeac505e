/* The table itself: one row each, given cells as text, the learner's cells as fields. */

import { compare, element, fold } from './grid_parts.js';
import { makeField } from './grid_field.js';
import { onKey, onPaste } from './grid_keys.js';

const WIDTHS = { pick: 172, text: 220, time: 100, number: 128, date: 120, tick: 92 }; // pixels of the learner's columns
const MOST_IN_SIGHT = 460; // pixels that they may keep from the given ones
const STATES = ['pending', 'saved', 'refused'];

export class Board {
  /** `write` is called with [row, column, text] of changed cells, `ticked` when a tick changes. */
  constructor(model, write, ticked) {
    this.model = model;
    this.write = write;
    this.ticked = ticked;
    this.columns = model.get('columns');
    this.given = model.get('given');
    this.locked = model.get('locked');
    this.rows = new Map();
    this.order = model.get('rows').map(([id]) => id);
    this.sorted = { by: null, up: true };
    this.node = element('div', 'vp-grid-frame');
    this.node.setAttribute('role', 'region');
    this.node.setAttribute('aria-label', model.get('label'));
    const table = element('table', this.ownWidth(0) <= MOST_IN_SIGHT ? 'vp-grid-holds' : '');
    this.body = element('tbody');
    table.append(this.head(), this.body);
    this.node.append(table);
    model.get('rows').forEach(([id, cells], at) => this.addRow(id, cells, at));
    this.put(model.get('marks'), () => false);
    this.note(model.get('notes'));
    this.body.addEventListener('focusin', () => this.clearHead());
    this.body.addEventListener('keydown', event => (this.clearHead(), onKey(this, event)));
    this.body.addEventListener('paste', event => onPaste(this, event));
  }

  head() {
    const row = element('tr');
    const all = element('th', 'vp-grid-tick');
    this.all = element('input');
    this.all.type = 'checkbox';
    this.all.setAttribute('aria-label', 'Tích mọi hàng đang hiện');
    this.all.addEventListener('change', () => this.tickAll(this.all.checked));
    all.append(this.all);
    row.append(all);
    const titles = [...this.given.map(([, title]) => title), ...this.columns.map(({ title }) => title)];
    for (const [at, title] of titles.entries()) {
      if (at === this.given.length && this.model.get('notes_title')) {
        row.append(this.noteHead());
      }
      const cell = element('th', at === this.nameAt ? 'vp-grid-name' : '');
      const own = at - this.given.length;
      cell.style.minWidth = own < 0 ? this.width(at) : `${this.ownWidth(own) - this.ownWidth(own + 1)}px`;
      if (own >= 0) {
        this.placeOwn(cell, own);
      }
      const sort = element('button', 'vp-grid-sort', title);
      sort.type = 'button';
      sort.title = `Xếp theo “${title}”`;
      sort.addEventListener('click', () => this.sort(at));
      cell.scope = 'col';
      cell.dataset.at = at;
      cell.append(sort);
      row.append(cell);
    }
    const head = element('thead');
    head.append(row);
    return head;
  }

  /** Let no field that gets the focus come to stand under the head. */
  clearHead() {
    this.node.style.scrollPaddingTop = `${this.node.querySelector('thead').offsetHeight + 4}px`;
  }

  noteHead() {
    const cell = element('th', 'vp-grid-note', this.model.get('notes_title'));
    cell.scope = 'col';
    return cell;
  }

  /** The learner's columns stand at the right edge where grid.css lets them, head and fields alike. */
  placeOwn(cell, own) {
    cell.classList.add('vp-grid-own', `vp-grid-${this.kind(own)}`);
    cell.style.setProperty('--vp-grid-right', `${this.ownWidth(own + 1)}px`);
  }

  kind(own) {
    const { kind, items } = this.columns[own];
    return kind === 'pick' && items.length === 1 ? 'tick' : kind;
  }

  /** How wide the learner's columns from this one on are. */
  ownWidth(from) {
    return this.columns.slice(from).reduce((sum, _, at) => sum + WIDTHS[this.kind(from + at)], 0);
  }

  /** A given column is wide enough to show its longest text on about two lines. */
  width(at) {
    const longest = Math.max(...this.model.get('rows').map(([, cells]) => cells[at].length), 4);
    const widest = longest > 12 ? Math.max(11, Math.min(longest / 2 + 2, 20)) : longest;
    return `${Math.ceil(widest)}ch`;
  }

  addRow(id, cells, at) {
    const node = element('tr');
    const tick = element('td', 'vp-grid-tick');
    const box = element('input');
    box.type = 'checkbox';
    box.tabIndex = -1;
    box.setAttribute('aria-label', `Tích hàng ${cells[0] || at + 1}`);
    box.addEventListener('click', event => this.onTick(id, event));
    tick.append(box);
    node.append(tick, ...cells.map((text, place) => this.givenCell(text, place)));
    const note = element('td', 'vp-grid-note');
    if (this.model.get('notes_title')) {
      node.append(note);
    }
    const fields = new Map();
    const name = cells.slice(0, 2).join(' ');
    for (const [own, column] of this.columns.entries()) {
      const cell = element('td');
      this.placeOwn(cell, own);
      const changed = text => this.write([[id, column.id, text]]);
      const field = makeField(column, `${column.title}: ${name}`, changed);
      field.node.disabled = this.locked;
      field.node.dataset.row = id;
      field.node.dataset.column = column.id;
      cell.append(field.node);
      node.append(cell);
      fields.set(column.id, field);
    }
    this.body.append(node);
    this.rows.set(id, { node, box, cells, note, fields, words: fold(cells.join(' ')), at });
  }

  givenCell(text, at) {
    const cell = element(at === this.nameAt ? 'th' : 'td', at === this.nameAt ? 'vp-grid-name' : '', text);
    if (at === this.nameAt) {
      cell.scope = 'row';
    }
    return cell;
  }

  /** The column that says which row it is: the one with names, else the first. */
  get nameAt() {
    return Math.max(0, this.given.findIndex(([id]) => this.model.get('names').includes(id)));
  }

  /** Show what is written; a cell that is on its way, refused or being typed in stays as it is. */
  put(marks, isOnItsWay) {
    for (const [id, { fields }] of this.rows) {
      for (const [column, field] of fields) {
        const text = marks[id]?.[column] || '';
        const typing = field.isTyping && document.activeElement === field.node;
        if (!isOnItsWay(`${id}/${column}`) && field.state !== 'refused' && !typing) {
          field.put(text);
        }
      }
    }
  }

  /** Show what is said beside the rows: row -> [kind, words]. */
  note(notes) {
    for (const [id, { note }] of this.rows) {
      const [kind, words] = notes[id] || ['', ''];
      note.textContent = words;
      note.dataset.kind = kind;
    }
  }

  /** Show how it stands with a cell: "pending", "saved", "refused" with [text, why]. */
  show(row, column, state, [text, why] = []) {
    const field = this.rows.get(row)?.fields.get(column);
    if (!field) {
      return;
    }
    field.state = state;
    STATES.forEach(one => field.node.parentElement.classList.toggle(`vp-grid-${one}`, one === state));
    field.node.setAttribute('aria-invalid', String(state === 'refused'));
    this.rows.get(row).node.querySelector(`[data-why='${column}']`)?.remove();
    if (state === 'refused') {
      field.refuse(text);
      this.tell(field.node, row, column, why);
    }
  }

  /** Say under a field why its content was not taken. */
  tell(node, row, column, why) {
    const told = element('div', 'vp-grid-why', why);
    told.id = `${this.model.model_id}-${row}-${column}`;
    told.dataset.why = column;
    told.setAttribute('role', 'alert');
    node.setAttribute('aria-describedby', told.id);
    node.after(told);
  }

  focus(row, column) {
    this.clearHead();
    const field = this.rows.get(row)?.fields.get(column);
    field?.node.scrollIntoView({ block: 'nearest' });
    field?.node.focus();
  }

  /** What stands in the column `at`: first the given ones are counted, then the learner's. */
  text(row, at) {
    const { fields, cells } = this.rows.get(row);
    const own = this.columns[at - this.given.length];
    return own ? fields.get(own.id).words : cells[at];
  }

  get shown() {
    return this.order.filter(id => !this.rows.get(id).node.hidden);
  }

  get tickedRows() {
    return this.order.filter(id => this.rows.get(id).box.checked);
  }

  sort(at) {
    const up = this.sorted.by === at ? !this.sorted.up : true;
    this.sorted = { by: at, up };
    const areNames = this.model.get('names').includes(this.given[at]?.[0]);
    const place = id => this.rows.get(id).at;
    const keys = new Map(this.order.map(id => [id, this.text(id, at)]));
    this.order.sort((one, other) => {
      const [a, b] = [keys.get(one), keys.get(other)];
      const order = (a === '') - (b === '') || (up ? 1 : -1) * compare(a, b, areNames);
      return order || place(one) - place(other);
    });
    this.body.append(...this.order.map(id => this.rows.get(id).node));
    for (const head of this.node.querySelectorAll('th[data-at]')) {
      const isBy = Number(head.dataset.at) === at;
      head.setAttribute('aria-sort', isBy ? (up ? 'ascending' : 'descending') : 'none');
    }
  }

  onTick(id, event) {
    const rows = this.shown;
    const [from, to] = [rows.indexOf(this.lastTick), rows.indexOf(id)].sort((a, b) => a - b);
    if (event.shiftKey && from >= 0) {
      const checked = this.rows.get(id).box.checked;
      rows.slice(from, to + 1).forEach(one => (this.rows.get(one).box.checked = checked));
    }
    this.lastTick = id;
    this.ticked();
  }

  tickAll(checked) {
    const rows = checked ? this.shown : this.order;
    rows.forEach(id => (this.rows.get(id).box.checked = checked));
    this.all.checked = checked;
    this.ticked();
  }
}
