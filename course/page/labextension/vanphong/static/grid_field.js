/* The fields in which a learner writes: a tick, a list, words, an hour. */

import { element } from './grid_parts.js';

const FLUSH_AFTER = 700; // milliseconds without a key until what was typed is saved

/** The field of a column; `changed` is called with its text after each change by the learner. */
export function makeField(column, label, changed) {
  const Kind = column.kind !== 'pick' ? TextField : column.items.length === 1 ? TickField : ListField;
  const made = new Kind(column, changed);
  made.node.setAttribute('aria-label', label);
  return made;
}

/** One thing that may be picked: a tick. */
class TickField {
  constructor(column, changed) {
    [[this.item, this.title]] = column.items;
    this.node = element('input');
    this.node.type = 'checkbox';
    this.node.addEventListener('change', () => changed(this.text));
  }

  get text() {
    return this.node.checked ? this.item : '';
  }

  get words() {
    return this.node.checked ? this.title : '';
  }

  put(text) {
    this.node.checked = text === this.item;
  }

  refuse() {}
}

/** One of several: a list. */
class ListField {
  constructor(column, changed) {
    this.node = element('select');
    this.node.append(new Option('—', ''), ...column.items.map(([id, words]) => new Option(words, id)));
    this.node.addEventListener('change', () => changed(this.text));
  }

  get text() {
    return this.node.value;
  }

  get words() {
    return this.node.value && this.node.selectedOptions[0].text;
  }

  put(text) {
    this.node.value = text;
  }

  refuse() {}
}

/** Words or an hour: saved when the field is left, and while one pauses in typing. */
class TextField {
  constructor(column, changed) {
    this.changed = changed;
    this.kept = '';
    this.node = element('input');
    this.node.type = 'text';
    this.node.maxLength = column.limit;
    this.node.placeholder = column.hint;
    this.node.autocomplete = 'off';
    this.node.addEventListener('input', () => {
      clearTimeout(this.timer);
      this.timer = column.kind === 'text' ? setTimeout(() => this.keep(), FLUSH_AFTER) : 0;
    });
    this.node.addEventListener('change', () => this.keep());
    this.node.addEventListener('leave', () => this.keep());
  }

  get isTyping() {
    return this.node.value !== this.kept;
  }

  get text() {
    return this.node.value;
  }

  get words() {
    return this.node.value;
  }

  put(text) {
    this.kept = this.node.title = text;
    if (this.node.value !== text) {
      this.node.value = text;
    }
  }

  /** What was not accepted stays in the field, to be mended there. */
  refuse(text) {
    this.kept = this.node.value = text;
  }

  keep() {
    clearTimeout(this.timer);
    if (this.isTyping) {
      this.kept = this.node.value;
      this.changed(this.node.value);
    }
  }
}
