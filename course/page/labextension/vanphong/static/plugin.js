/* The plugin: looks at each notebook that is opened and makes a room of the kit's own ones. */

import { showChanged } from './bar.js';
import {
  hideChrome,
  isLearnerPage,
  keepLinksInTab,
  markKnown,
  nameParts,
  pageUrl,
  translateFixedWords
} from './chrome.js';
import { cellsOf, fingerprint } from './fingerprint.js';
import { Room } from './room.js';

/** The JupyterLab plugin; `api` holds the shared modules apputils, cells, coreutils, notebook, services. */
export function makePlugin(api) {
  return {
    id: 'vanphong:plugin',
    description: "Opens, runs and hides the code of the kit's own pages",
    autoStart: true,
    requires: [api.notebook.INotebookTracker],
    activate: (app, tracker) => {
      app.restored.then(translateFixedWords);
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
    names: new Set(list.map(notebook => notebook.name)),
    baseNames: new Set(list.map(notebook => baseName(notebook.name))),
    first,
    home: first && pageUrl(PageConfig.getBaseUrl(), first)
  };
}

async function open(app, api, shipped, panel) {
  await panel.context.ready;
  const isOwn = () => shipped.fingerprints.has(fingerprint(cellsOf(panel.context.model.sharedModel)));
  const { path } = panel.context;
  const home = path === shipped.first ? '' : shipped.home;
  const onChanged = () =>
    showChanged(panel, { home, restore: shipped.names.has(path) ? restore : null });
  const restore = async () => {
    await takeBack(api, path);
    panel.context.model.dirty = false; // what was changed is kept by the server
    location.reload();
  };
  nameParts(panel);
  const own = isOwn();
  if (own && isLearnerPage()) {
    hideChrome(app.shell, panel);
    keepLinksInTab(panel, api.coreutils.PageConfig.getBaseUrl());
  }
  markKnown();
  if (own) {
    await new Room(panel, api, { isOwn, home, onChanged }).open();
  } else if (shipped.baseNames.has(baseName(path))) {
    onChanged();
  }
}

/** Asks the server to put the shipped page back in its place. */
async function takeBack(api, name) {
  const settings = api.services.ServerConnection.makeSettings();
  const answer = await api.services.ServerConnection.makeRequest(
    `${settings.baseUrl}vanphong/original`,
    { method: 'POST', body: JSON.stringify({ name }) },
    settings
  );
  if (!answer.ok) {
    throw new Error(answer.statusText);
  }
}

function baseName(path) {
  return path.split('/').pop();
}
