/* The table that a learner fills in: a widget of the kit's own, without npm and without a build.
   Python owns the rows and what is written in them; searching, sorting and marking happen here. */

import { Board } from './grid_board.js';
import { Bulk } from './grid_bulk.js';
import { Sieve } from './grid_sieve.js';
import { element } from './grid_parts.js';

export const VERSION = '1.0.0';

const EMPTY = { label: '', given: [], names: [], columns: [], rows: [], marks: {}, notes_title: '', notes: {}, locked: false };

/** The model and the view for the widget registry; `base` is @jupyter-widgets/base. */
export function makeGrid(base) {
  class GridModel extends base.DOMWidgetModel {
    defaults() {
      const home = { _model_module: 'vanphong', _view_module: 'vanphong' };
      const version = { _model_module_version: VERSION, _view_module_version: VERSION };
      const names = { _model_name: 'GridModel', _view_name: 'GridView' };
      return { ...super.defaults(), ...home, ...version, ...names, ...EMPTY };
    }
  }

  class GridView extends base.DOMWidgetView {
    render() {
      super.render();
      this.number = 0; // of the last message that was sent
      this.sent = new Map(); // cell -> the message that carries it
      this.el.classList.add('vp', 'vp-grid');
      this.build();
      this.listenTo(this.model, 'change:given change:columns change:rows', () => this.build());
      this.listenTo(this.model, 'change:marks change:notes', () => this.put());
      this.listenTo(this.model, 'change:locked', () => this.build());
      this.listenTo(this.model, 'msg:custom', message => this.answered(message));
    }

    build() {
      const seen = this.sieve?.state;
      const write = cells => this.write(cells);
      this.board = new Board(this.model, write, () => this.ticked());
      this.sieve = new Sieve(this.model, this.board, seen);
      this.bulk = new Bulk(this.model, this.board, write);
      const skip = element('button', 'vp-grid-skip', 'Bỏ qua bảng');
      const end = element('div', 'vp-grid-end');
      end.tabIndex = -1;
      skip.type = 'button';
      skip.addEventListener('click', () => end.focus());
      this.el.replaceChildren(
        this.sieve.node, this.sieve.counts, skip, this.board.node, this.bulk.node, end
      );
      this.sieve.sift();
    }

    put() {
      this.board.put(this.model.get('marks'), key => this.sent.has(key));
      this.board.note(this.model.get('notes'));
      this.sieve.count();
    }

    ticked() {
      this.bulk.show();
      this.sieve.count();
    }

    /** Send what stands in some cells now; they are shown as not yet saved until the answer. */
    write(cells) {
      if (!cells.length) {
        return;
      }
      this.number += 1;
      for (const [row, column] of cells) {
        this.sent.set(`${row}/${column}`, this.number);
        this.board.show(row, column, 'pending');
      }
      this.send({ kind: 'write', number: this.number, cells });
    }

    /** Python has written the cells of a message, or says why it has not. */
    answered({ kind, number, refused = [], focus }) {
      if (kind === 'written') {
        const why = new Map(refused.map(([row, column, text, words]) => [`${row}/${column}`, [text, words]]));
        for (const [key, sent] of [...this.sent]) {
          if (sent <= number) {
            this.sent.delete(key);
            const [row, column] = key.split('/');
            this.board.show(row, column, why.has(key) ? 'refused' : 'saved', why.get(key));
          }
        }
        this.put();
      }
      if (focus) {
        this.board.focus(...focus);
      }
    }
  }

  return { GridModel, GridView };
}
