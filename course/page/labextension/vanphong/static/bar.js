/* The bar at the top of a page of the kit: where am I, is the page ready, what to do if not. */

const WORDS = {
  starting: 'Đang mở phòng làm việc…',
  ready: 'Sẵn sàng',
  dead: 'Phòng làm việc đã dừng, bấm để mở lại; bài của anh/chị đã được lưu.',
  lost: 'Mất liên lạc với máy chủ. Anh/chị cứ để trang này mở và chạy lại bộ học liệu; bài đã lưu không mất.',
  faulty: 'Một phần của trang chưa mở được. Anh/chị bấm “Mở lại”; nếu vẫn vậy, báo cho giảng viên.',
  changed: 'Trang này đã bị sửa nên không tự chạy.',
  elsewhere: 'Trang này không phải bản gốc của bộ học liệu nên không tự chạy; anh/chị mở bản gốc từ trang đầu.',
  kept: 'Chưa lấy lại được bản gốc; anh/chị dừng bộ học liệu rồi mở lại.'
};
const LABELS = { dead: 'Mở lại phòng làm việc', changed: 'Lấy lại bản gốc (bản đã sửa được cất giữ)' };

/** The bar of one page. `onRestart` is called when the button is pressed. */
export class Bar {
  constructor(panel, { home, title, onRestart }) {
    this.node = element('div', 'vp-room-bar');
    this.state = element('span', 'vp-room-state');
    this.state.setAttribute('role', 'status');
    this.button = element('button', 'vp-room-button');
    this.button.type = 'button';
    this.button.addEventListener('click', onRestart);
    this.node.append(homeLink(home), element('span', 'vp-room-title', title), this.state, this.button);
    place(panel, this.node);
    this.show('starting');
  }

  /** Shows one of: starting, ready, dead, lost, faulty. */
  show(kind) {
    this.node.dataset.state = kind;
    this.state.textContent = WORDS[kind];
    this.button.textContent = LABELS[kind] || 'Mở lại';
    this.button.hidden = kind === 'starting' || kind === 'lost';
  }
}

/** One notice on a page that has a name of the kit but not its content.

    `restore` brings the shipped page back; null where the kit has no page of its own. */
export function showChanged(panel, { home, restore }) {
  const bar = element('div', 'vp-room-bar');
  const state = element('span', 'vp-room-state', restore ? WORDS.changed : WORDS.elsewhere);
  bar.dataset.state = 'changed';
  state.setAttribute('role', 'status');
  bar.append(homeLink(home), state);
  if (restore) {
    const button = element('button', 'vp-room-button', LABELS.changed);
    button.type = 'button';
    button.addEventListener('click', () => restore().catch(() => (state.textContent = WORDS.kept)));
    bar.append(button);
  }
  place(panel, bar);
}

function homeLink(home) {
  const link = element('a', 'vp-room-home', 'Trang đầu');
  link.href = home || '#';
  link.hidden = !home;
  return link;
}

function place(panel, bar) {
  const outer = panel.content.node.querySelector('.jp-WindowedPanel-outer');
  (outer || panel.content.node).prepend(bar);
}

function element(tag, className, text = '') {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}
