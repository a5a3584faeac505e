/* The table by keyboard and clipboard: from row to row, and a block from Excel into the fields. */

import { block } from './grid_parts.js';

/** Arrows and Enter go from row to row; Shift and Space tick the row. */
export function onKey(board, event) {
  const { row, column } = event.target.dataset;
  if (!column || event.altKey || event.ctrlKey || event.metaKey) {
    return;
  }
  const step = { ArrowDown: 1, ArrowUp: -1, Enter: event.shiftKey ? -1 : 1 }[event.key];
  if (step) {
    const rows = board.shown;
    event.preventDefault();
    event.target.dispatchEvent(new Event('leave'));
    const next = rows[rows.indexOf(row) + step];
    if (next) {
      board.focus(next, column);
    }
  } else if (event.key === ' ' && event.shiftKey) {
    event.preventDefault();
    board.rows.get(row).box.click();
  }
}

/** A block goes into the learner's columns from this cell on, down the rows in sight. */
export function onPaste(board, event) {
  const { row, column } = event.target.dataset;
  const text = event.clipboardData?.getData('text/plain') || '';
  const isBlock = /[\t\n]/.test(text.replace(/\s+$/, ''));
  if (!column || board.locked || (!isBlock && event.target.tagName === 'INPUT' && event.target.type === 'text')) {
    return;
  }
  event.preventDefault();
  const columns = board.columns.map(one => one.id);
  const left = columns.indexOf(column);
  const rows = board.shown.slice(board.shown.indexOf(row));
  const cells = [];
  block(text).slice(0, rows.length).forEach((line, down) =>
    line.slice(0, columns.length - left).forEach((words, right) =>
      cells.push([rows[down], columns[left + right], words.trim()])
    )
  );
  board.write(cells);
}
