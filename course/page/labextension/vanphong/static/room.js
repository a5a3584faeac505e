/* A room: one of the kit's own notebooks while it is open. Its code is hidden and runs by itself at
   open and whenever the kernel is a new one; its file is left as it was shipped. */

import { Bar, showChanged } from './bar.js';
import { isLearnerPage, lock } from './chrome.js';

const MARK_TAG = 'vanphong-mark'; // cells that belong to the marking: hidden and never run here
const LOST_AFTER = 3000; // milliseconds without a connection that are nobody's business
const NEW_KERNEL = new Set(['restarting', 'autorestarting']);

export class Room {
  constructor(panel, api, { isOwn, home }) {
    this.panel = panel;
    this.api = api;
    this.isOwn = isOwn;
    this.stale = true; // the kernel has not run this page yet
    this.running = false;
    this.interrupt = () => {};
    this.bar = new Bar(panel, {
      home,
      title: panel.context.model.sharedModel.getMetadata('title') || '',
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
    this.panel.disposed.connect(() => this.interrupt());
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
      document.title = this.panel.context.model.sharedModel.getMetadata('title') || document.title;
    }
    this.panel.context.model.dirty = false;
  }

  /** Using a page changes nothing in its file: outputs are made anew at each open. */
  onState({ name, newValue }) {
    if (name === 'dirty' && newValue) {
      if (this.isOwn()) {
        this.panel.context.model.dirty = false;
      } else {
        this.leave();
      }
    }
  }

  onStatus(status) {
    if (NEW_KERNEL.has(status) || (status === 'starting' && !this.stale && !this.running)) {
      this.stale = true;
      this.bar.show('starting');
      this.interrupt();
    } else if (status === 'dead') {
      this.stale = true;
      this.bar.show('dead');
      this.interrupt();
    } else if (status === 'idle' && this.stale) {
      this.runWhenReady();
    }
  }

  onKernel({ newValue }) {
    this.stale = true;
    this.interrupt();
    if (newValue) {
      this.runWhenReady();
    } else if (!this.panel.isDisposed) {
      this.bar.show('dead');
    }
  }

  onConnection(status) {
    clearTimeout(this.lostTimer);
    if (status === 'connected') {
      if (this.bar.node.dataset.state === 'lost') {
        this.bar.show('ready');
      }
    } else if (!this.stale) {
      this.lostTimer = setTimeout(() => this.bar.show('lost'), LOST_AFTER);
    }
  }

  async restart() {
    this.stale = true;
    this.interrupt();
    this.bar.show('starting');
    try {
      await this.panel.sessionContext.restartKernel();
    } catch {
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
        await Promise.race([this.kernel.info, this.interrupted()]);
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
    let faulty = false;
    for (const cell of this.codeCells) {
      const done = this.api.cells.CodeCell.execute(cell, this.panel.sessionContext).catch(() => null);
      const reply = await Promise.race([done, interrupted]);
      if (this.stale) {
        return;
      }
      faulty ||= reply?.content?.status === 'error';
    }
    this.panel.content.activeCellIndex = 0;
    this.bar.show(faulty ? 'faulty' : 'ready');
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
    this.panel.removeClass('vp-own');
    this.bar.node.remove();
    showChanged(this.panel, this.bar.home);
  }
}

function isMark(cell) {
  const tags = cell.model.getMetadata('tags');
  return Array.isArray(tags) && tags.includes(MARK_TAG);
}
