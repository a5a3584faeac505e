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

/** Says in Vietnamese what Jupyter's pages have written into them, past every language pack. */
export function translateFixedWords() {
  document.documentElement.lang = 'vi';
  for (const link of document.querySelectorAll('.skip-link, #jp-skiplink a')) {
    link.textContent = 'Tới nội dung chính';
  }
}

/** Names the parts of a notebook's page, whose labels Jupyter makes without its translator. */
export function nameParts(panel) {
  panel.content.node.setAttribute('aria-label', 'Nội dung trang');
  panel.toolbar.node.setAttribute('aria-label', 'Thanh công cụ của trang');
  for (const cell of panel.content.widgets) {
    if (cell.model.type === 'markdown') {
      cell.node.setAttribute('aria-label', 'Nội dung ô chữ');
    }
  }
}

/** Takes logo, menus and tool bar away; the kit's own bar is enough for its pages. */
export function hideChrome(shell, panel) {
  document.body.classList.add('vp-learner');
  panel.toolbar.hide();
  for (const widget of descendants(shell)) {
    if (WRAPPERS.includes(widget.id)) {
      keepHidden(widget);
    }
  }
}

/** The page shows its head again when the window grows. */
function keepHidden(widget) {
  widget.hide();
  const watcher = new MutationObserver(() => widget.isHidden || widget.hide());
  watcher.observe(widget.node, { attributes: true, attributeFilter: ['class'] });
}

/** A link to another page opens in this tab: one page open, one kernel in use. */
export function keepLinksInTab(panel, baseUrl) {
  const files = new URL('files/', new URL(baseUrl, location.href)); // where JupyterLab points them
  const follow = event => {
    const link = event.target.closest?.('.jp-RenderedMarkdown a[href]');
    const target = link && new URL(link.href);
    const isPage = target?.href.startsWith(files.href) && target.pathname.endsWith('.ipynb');
    if (isPage && !event.ctrlKey && !event.shiftKey && !event.metaKey) {
      event.preventDefault();
      event.stopImmediatePropagation();
      location.href = `${baseUrl}notebooks/${target.pathname.slice(files.pathname.length)}${target.hash}`;
    }
  };
  panel.node.addEventListener('click', follow, true);
}

/** The address of a notebook's page. */
export function pageUrl(baseUrl, path) {
  return `${baseUrl}notebooks/${path.split('/').map(encodeURIComponent).join('/')}`;
}

/** A cell of a learner's page can be neither edited nor deleted by a slip of a finger. */
export function lock(panel) {
  suppressShortcuts(panel.content.node);
  // Some keys look at what has the focus itself: arrows move in a form, Shift A adds no heading.
  panel.content.node.addEventListener('focusin', event => suppressShortcuts(event.target));
  const stop = event => event.target.closest('.jp-MarkdownCell') && event.stopPropagation();
  panel.content.node.addEventListener('dblclick', stop, true); // it would show the text's source
  panel.node.addEventListener('keydown', event => {
    if (event.key.toLowerCase() === 's' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault(); // the work is saved already; the browser would save a copy of the page
    }
  });
  for (const cell of panel.content.widgets) {
    suppressShortcuts(cell.node);
    cell.node.removeAttribute('tabindex'); // the keyboard goes from form to form
    cell.node.removeAttribute('aria-label'); // "Code Cell Content" helps no listener
    cell.model.setMetadata('editable', false);
    cell.model.setMetadata('deletable', false);
  }
}

/** JupyterLab's keys (D D deletes, A adds, Shift Enter runs) stop at this attribute. */
function suppressShortcuts(node) {
  node.setAttribute('data-lm-suppress-shortcuts', 'true');
}

function* descendants(widget) {
  for (const child of widget.children()) {
    yield child;
    yield* descendants(child);
  }
}
