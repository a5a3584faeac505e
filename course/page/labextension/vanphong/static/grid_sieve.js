/* Above the table: search, filters, and how many rows are shown and marked. */

import { button, element, fold, list } from './grid_parts.js';

const FEW = 15; // a given column with more different texts is searched, not filtered

export class Sieve {
  /** `state` is what another sieve of the same table was set to. */
  constructor(model, board, state) {
    this.model = model;
    this.board = board;
    this.state = state || { search: '', given: {}, own: {} };
    this.counts = element('p', 'vp-grid-counts');
    this.counts.setAttribute('role', 'status');
    this.node = element('div', 'vp-grid-sieve');
    this.draw();
  }

  draw() {
    const search = element('input', 'vp-grid-search');
    search.type = 'search';
    search.placeholder = 'Tìm, không cần gõ dấu';
    search.setAttribute('aria-label', 'Tìm trong bảng');
    search.value = this.state.search;
    search.addEventListener('input', () => this.set('search', search.value));
    const own = this.board.columns.map(column => this.ownFilter(column));
    const given = this.board.given.map(([id, title], at) => this.givenFilter(id, title, at));
    const clear = button('Bỏ lọc', () => this.clear());
    const more = element('details', 'vp-grid-more');
    const filters = element('div', 'vp-grid-filters');
    more.open = Object.values(this.state.given).some(Boolean);
    filters.append(...given.filter(Boolean));
    more.append(element('summary', '', 'Lọc theo cột'), filters);
    more.hidden = !filters.childElementCount;
    this.node.replaceChildren(search, ...own, clear, more);
  }

  ownFilter({ id, title, kind, items }) {
    const one = kind === 'pick' ? items : [];
    const options = [['', `${title}: tất cả`], ['-', 'Chưa ghi'], ['+', 'Đã ghi']];
    options.push(...(one.length > 1 ? one.map(([item, words]) => [`=${item}`, words]) : []));
    const made = list(`Lọc theo ${title}`, options, value => this.set('own', value, id));
    made.value = this.state.own[id] || '';
    return made;
  }

  givenFilter(id, title, at) {
    const texts = [...new Set([...this.board.rows.values()].map(row => row.cells[at]))];
    if (texts.length < 2 || texts.length > FEW || texts.length > this.board.rows.size / 2) {
      return null;
    }
    texts.sort(new Intl.Collator('vi', { numeric: true }).compare);
    const options = [['', `${title}: tất cả`], ...texts.map(text => [`=${text}`, text || '(trống)'])];
    const made = list(`Lọc theo ${title}`, options, value => this.set('given', value, id));
    made.value = this.state.given[id] || '';
    return made;
  }

  set(part, value, id) {
    if (id === undefined) {
      this.state[part] = value;
    } else {
      this.state[part][id] = value;
    }
    this.sift();
  }

  clear() {
    this.state = { search: '', given: {}, own: {} };
    this.draw();
    this.node.querySelector('input').focus();
    this.sift();
  }

  /** Show the rows that fit; a row that is marked afterwards stays until the next look. */
  sift() {
    const words = fold(this.state.search).split(' ').filter(Boolean);
    for (const [id, row] of this.board.rows) {
      row.node.hidden = !this.fits(row, words);
      if (row.node.hidden && row.box.checked) {
        row.box.checked = false; // nothing out of sight is changed by a tick
      }
    }
    this.board.all.checked = false;
    this.board.ticked();
  }

  fits(row, words) {
    const own = [...row.fields.values()].map(field => field.words).join(' ');
    const text = `${row.words} ${fold(own)}`;
    const { given, own: marks } = this.state;
    return (
      words.every(word => text.includes(word)) &&
      this.board.given.every(([id], at) => !given[id] || given[id] === `=${row.cells[at]}`) &&
      [...row.fields].every(([id, field]) => {
        const wanted = marks[id];
        return !wanted || (wanted === '-' ? !field.text : wanted === '+' ? field.text : wanted === `=${field.text}`);
      })
    );
  }

  count() {
    const all = this.board.rows.size;
    const ticked = this.board.tickedRows.length;
    const parts = [`Hiện ${this.board.shown.length}/${all} hàng`];
    for (const [at, { id, title, aim }] of this.board.columns.entries()) {
      const fields = [...this.board.rows.values()].map(row => row.fields.get(id));
      const filled = fields.filter(field => field.text && field.state !== 'refused').length;
      const what = at ? '' : 'Số ô đã ghi – ';
      parts.push(`${what}${title}: ${filled}${aim ? `/${aim}` : ''}`);
    }
    if (ticked) {
      parts.push(`đang tích ${ticked} hàng`);
    }
    this.counts.textContent = parts.join(' · ');
  }
}
