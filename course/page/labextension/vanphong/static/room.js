/* A room: one of the kit's own notebooks while it is open. Its code is hidden and runs by itself at
   open and whenever the kernel is a new one; its file is left as it was shipped. */

import { Bar } from './bar.js';
import { isLearnerPage, lock } from './chrome.js';
import { firstLook, keepPlace } from './place.js';

const MARK_TAG = 'vanphong-mark'; // cells that belong to the marking: hidden and never run here
const KERNEL = { name: 'python3' };
const LOST_AFTER = 3000; // milliseconds without a connection that are nobody's business
const PROBE_EVERY = 10000; // milliseconds
const NEW_KERNEL = new Set(['restarting', 'autorestarting']);

export class Room {
  constructor(panel, api, { isOwn, home, onChanged }) {
    this.panel = panel;
    this.api = api;
    this.isOwn = isOwn;
    this.onChanged = onChanged;
    this.stale = true; // the kernel has not run this page yet
    this.running = false;
    this.interrupt = () => {};
    this.bar = new Bar(panel, {
      home,
      title: this.title,
      onRestart: () => this.restart()
    });
  }

  /** Dress the page, wait for the kernel, run. */
  async open() {
    const { context, sessionContext } = this.panel;
    this.dress();
    context.model.stateChanged.connect((_, change) => this.onState(change));
    sessionContext.statusChanged.connect((_, status) => this.onStatus(status));
    sessionContext.kernelChanged.connect((_, change) => this.onKernel(change));
    sessionContext.connectionStatusChanged.connect((_, status) => this.onConnection(status));
    sessionContext.iopubMessage.connect((_, message) => this.onMessage(message));
    this.probeWhileOpen();
    await sessionContext.ready;
    if (this.kernel) {
      await this.runWhenReady();
    } else {
      this.bar.show('dead');
    }
  }

  get kernel() {
    return this.panel.sessionContext.session?.kernel || null;
  }

  /** The notebook's title, or its first heading. */
  get title() {
    const { sharedModel } = this.panel.context.model;
    const texts = sharedModel.cells.filter(cell => cell.cell_type === 'markdown');
    const heading = texts.map(cell => /^# +(.+)$/m.exec(cell.getSource())).find(Boolean);
    return sharedModel.getMetadata('title') || heading?.[1] || '';
  }

  get codeCells() {
    return this.panel.content.widgets.filter(cell => cell.model.type === 'code' && !isMark(cell));
  }

  dress() {
    this.panel.addClass('vp-own');
    for (const cell of this.panel.content.widgets) {
      cell.toggleClass('vp-mark', isMark(cell));
      if (cell.model.type === 'code') {
        cell.model.clearExecution(); // outputs of an earlier day: their widgets are gone
      }
    }
    if (isLearnerPage()) {
      lock(this.panel);
      document.title = this.title || document.title;
    }
    this.panel.context.model.dirty = false;
  }

  /** Using a page changes nothing in its file: outputs are made anew at each open. */
  onState({ name, newValue }) {
    if (name === 'dirty' && newValue && !this.left) {
      if (this.isOwn()) {
        this.panel.context.model.dirty = false;
      } else {
        this.leave();
      }
    }
  }

  onStatus(status) {
    if (NEW_KERNEL.has(status)) {
      this.lose('starting');
      if (isLearnerPage()) {
        setTimeout(() => this.api.apputils.Dialog.flush(), 0); // the bar says it, in Vietnamese
      }
    } else if (status === 'dead') {
      this.lose('dead');
    } else if (status === 'idle' && this.stale) {
      this.runWhenReady();
    }
  }

  /** A kernel that another window restarted says nothing of it; but it has a new name. */
  onMessage(message) {
    if (message.header.session !== this.kernelName) {
      this.probe();
    }
  }

  probeWhileOpen() {
    const look = () => document.hidden || this.probe();
    const timer = setInterval(look, PROBE_EVERY);
    document.addEventListener('visibilitychange', look);
    this.panel.disposed.connect(() => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      this.interrupt();
    });
  }

  /** Asks the kernel its name; a new one has not run this page yet. */
  async probe() {
    if (this.running || this.stale || this.probing || this.left) {
      return;
    }
    this.probing = true;
    const name = await nameOf(this.kernel);
    this.probing = false;
    if (name && name !== this.kernelName && !this.running && !this.stale) {
      this.lose('starting');
      this.runWhenReady();
    }
  }

  /** The kernel that ran this page is no more. */
  lose(kind) {
    this.stale = !this.left;
    this.bar.show(kind);
    this.interrupt();
  }

  onKernel({ newValue }) {
    this.lose(newValue ? 'starting' : 'dead');
    if (newValue) {
      this.runWhenReady();
    }
  }

  onConnection(status) {
    clearTimeout(this.lostTimer);
    if (status === 'connected') {
      if (this.bar.node.dataset.state === 'lost') {
        this.bar.show('ready');
      }
      if (this.stale) {
        this.runWhenReady();
      }
    } else if (!this.stale) {
      this.lostTimer = setTimeout(() => this.bar.show('lost'), LOST_AFTER);
    }
  }

  async restart() {
    this.lose('starting');
    const { sessionContext } = this.panel;
    try {
      // A kernel that is gone is known here until JupyterLab next looks, and cannot be restarted.
      await sessionContext.sessionManager.refreshRunning();
      await (this.kernel ? sessionContext.restartKernel() : sessionContext.changeKernel(KERNEL));
    } catch (error) {
      console.error('[vanphong]', error);
      this.bar.show('dead');
    }
  }

  /** Run the page once for each new kernel, and only while its content is the shipped one. */
  async runWhenReady() {
    if (this.running) {
      return;
    }
    this.running = true;
    try {
      while (this.stale && this.kernel && !this.panel.isDisposed) {
        this.bar.show('starting');
        const name = await Promise.race([nameOf(this.kernel), this.interrupted()]);
        if (!name) {
          return; // the next "connected", "idle" or new kernel comes back here
        }
        this.kernelName = name;
        if (!this.isOwn()) {
          this.leave();
          return;
        }
        this.stale = false;
        await this.runCells();
      }
    } finally {
      this.running = false;
    }
  }

  async runCells() {
    const interrupted = this.interrupted();
    const letGo = keepPlace(this.bar.node);
    let faulty = false;
    for (const cell of this.codeCells) {
      const done = this.api.cells.CodeCell.execute(cell, this.panel.sessionContext).catch(() => null);
      const reply = await Promise.race([done, interrupted]);
      if (this.stale) {
        return;
      }
      faulty ||= reply?.content?.status === 'error';
    }
    this.bar.show(faulty ? 'faulty' : 'ready');
    letGo();
    if (!this.seen) {
      this.seen = true;
      firstLook(this.panel.node);
    }
  }

  /** Resolves when a restart or the kernel's end makes waiting pointless. */
  interrupted() {
    return new Promise(resolve => {
      this.interrupt = resolve;
    });
  }

  /** The page was changed while it was open: from now on it is a notebook like any other. */
  leave() {
    this.stale = false;
    this.left = true;
    this.panel.removeClass('vp-own');
    this.bar.node.remove();
    this.onChanged();
  }
}

/** What a kernel process calls itself in its messages; null if it does not answer. */
async function nameOf(kernel) {
  try {
    await kernel.info;
    return (await kernel.requestKernelInfo()).header.session;
  } catch {
    return null;
  }
}

function isMark(cell) {
  const tags = cell.model.getMetadata('tags');
  return Array.isArray(tags) && tags.includes(MARK_TAG);
}
