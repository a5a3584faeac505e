/* The door of the extension: a module-federation container written by hand (no webpack, no npm).
   JupyterLab calls init() with its shared modules, then get() for the style and the plugin. */
(function () {
  'use strict';
  const base = document.currentScript.src;
  let scope = {};

  const shared = async name => {
    const version = Object.values(scope[name])[0];
    return (await version.get())();
  };

  const addStyle = file => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = new URL(file, base).href;
    document.head.appendChild(link);
  };

  const gridPlugin = ({ makeGrid, VERSION }, widgets) => ({
    id: 'vanphong:grid',
    description: 'The table that a learner fills in',
    autoStart: true,
    requires: [widgets.IJupyterWidgetRegistry],
    activate: (_, registry) =>
      registry.registerWidget({ name: 'vanphong', version: VERSION, exports: makeGrid(widgets) })
  });

  const modules = {
    './style': async () => {
      addStyle('fonts.css');
      addStyle('vanphong.css');
      addStyle('forms.css');
      addStyle('page.css');
      addStyle('grid.css');
      return {};
    },
    './extension': async () => {
      const [{ makePlugin }, grid, widgets, apputils, cells, coreutils, notebook, services] = await Promise.all([
        import(new URL('plugin.js', base).href),
        import(new URL('grid.js', base).href),
        shared('@jupyter-widgets/base'),
        shared('@jupyterlab/apputils'),
        shared('@jupyterlab/cells'),
        shared('@jupyterlab/coreutils'),
        shared('@jupyterlab/notebook'),
        shared('@jupyterlab/services')
      ]);
      const pages = makePlugin({ apputils, cells, coreutils, notebook, services });
      return { __esModule: true, default: [pages, gridPlugin(grid, widgets)] };
    }
  };

  window._JUPYTERLAB = window._JUPYTERLAB || {};
  window._JUPYTERLAB['vanphong'] = {
    init: sharedScope => {
      scope = sharedScope;
    },
    get: name => modules[name]().then(module => () => module)
  };
})();
