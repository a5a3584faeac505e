/* The plugin: looks at each notebook that is opened and makes a room of the kit's own ones. */

import { showChanged } from './bar.js';
import { hideChrome, isLearnerPage, markKnown } from './chrome.js';
import { cellsOf, fingerprint } from './fingerprint.js';
import { Room } from './room.js';

/** The JupyterLab plugin; `api` holds the shared modules notebook, cells and coreutils. */
export function makePlugin(api) {
  return {
    id: 'vanphong:plugin',
    description: "Opens, runs and hides the code of the kit's own pages",
    autoStart: true,
    requires: [api.notebook.INotebookTracker],
    activate: (app, tracker) => {
      const shipped = shippedNotebooks(api.coreutils.PageConfig);
      tracker.widgetAdded.connect((_, panel) => {
        open(app, api, shipped, panel).catch(error => console.error('[vanphong]', error));
      });
    }
  };
}

/** What the server's page settings say: the shipped notebooks and the first page's address. */
function shippedNotebooks(PageConfig) {
  const list = JSON.parse(PageConfig.getOption('vanphongNotebooks') || '[]');
  const first = PageConfig.getOption('vanphongFirstPage');
  return {
    fingerprints: new Set(list.map(notebook => notebook.fingerprint)),
    names: new Set(list.map(notebook => baseName(notebook.name))),
    home: first && `${PageConfig.getBaseUrl()}notebooks/${first.split('/').map(encodeURIComponent).join('/')}`
  };
}

async function open(app, api, shipped, panel) {
  await panel.context.ready;
  const isOwn = () => shipped.fingerprints.has(fingerprint(cellsOf(panel.context.model.sharedModel)));
  const own = isOwn();
  if (own) {
    if (isLearnerPage()) {
      hideChrome(app.shell, panel);
    }
    new Room(panel, api, { isOwn, home: shipped.home }).open();
  } else if (shipped.names.has(baseName(panel.context.path))) {
    showChanged(panel, shipped.home);
  }
  markKnown();
}

function baseName(path) {
  return path.split('/').pop();
}
