/* What JupyterLab shows around a notebook, and how much of it a learner sees. */

const WRAPPERS = ['top-panel-wrapper', 'menu-panel-wrapper'];

/** Whether this is the single-notebook page, where learners are. */
export function isLearnerPage() {
  return document.body.dataset.notebook === 'notebooks';
}

/** From now on the page shows what it has: it is known whether its notebook is the kit's. */
export function markKnown() {
  document.body.classList.add('vp-known');
}

/** Takes logo, menus and tool bar away; the kit's own bar is enough for its pages. */
export function hideChrome(shell, panel) {
  document.documentElement.lang = 'vi';
  document.body.classList.add('vp-learner');
  panel.toolbar.hide();
  for (const widget of descendants(shell)) {
    if (WRAPPERS.includes(widget.id)) {
      widget.hide();
    }
  }
}

/** A cell of a learner's page can be neither edited nor deleted by a slip of a finger. */
export function lock(panel) {
  // JupyterLab's keys (D D deletes, A adds, Shift Enter runs) stop at this attribute.
  panel.node.setAttribute('data-lm-suppress-shortcuts', 'true');
  for (const cell of panel.content.widgets) {
    cell.model.setMetadata('editable', false);
    cell.model.setMetadata('deletable', false);
  }
}

function* descendants(widget) {
  for (const child of widget.children()) {
    yield child;
    yield* descendants(child);
  }
}
