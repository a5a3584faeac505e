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

  const modules = {
    './style': async () => {
      addStyle('fonts.css');
      addStyle('vanphong.css');
      addStyle('forms.css');
      addStyle('page.css');
      return {};
    },
    './extension': async () => {
      const [{ makePlugin }, apputils, cells, coreutils, notebook, services] = await Promise.all([
        import(new URL('plugin.js', base).href),
        shared('@jupyterlab/apputils'),
        shared('@jupyterlab/cells'),
        shared('@jupyterlab/coreutils'),
        shared('@jupyterlab/notebook'),
        shared('@jupyterlab/services')
      ]);
      return { __esModule: true, default: makePlugin({ apputils, cells, coreutils, notebook, services }) };
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
