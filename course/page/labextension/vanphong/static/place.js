/* Where the reader is on the page, while forms vanish and come again. */

const SETTLED_AFTER = 1000; // milliseconds until forms have their height
const MOVES_ON = '.vp-desk-tabs .lm-TabBar-tab, .vp-desk-run button';

/** Keeps the place in the page below the bar until the function that it returns is called. */
export function keepPlace(bar) {
  const outer = bar.parentElement;
  const inner = bar.nextElementSibling;
  const place = outer.scrollTop;
  inner.style.minHeight = `${inner.offsetHeight}px`;
  return () => {
    outer.scrollTop = place;
    setTimeout(() => (inner.style.minHeight = ''), SETTLED_AFTER);
  };
}

/** A page that has just been opened: where it begins, and what moves it on. */
export function firstLook(node) {
  goToHash(node);
  bringDeskUp(node);
}

/** Shows the part of the page that the address names, for links into a lesson; else the desk at
    which the work has already begun. */
function goToHash(node) {
  const name = decodeURIComponent(location.hash.slice(1));
  const headings = node.querySelectorAll('[id], [data-jupyter-id]');
  const wanted = [...headings].find(one => name && [one.id, one.dataset.jupyterId].includes(name));
  const begun = () => (name ? null : node.querySelector('.vp-desk-begun'));
  setTimeout(() => (wanted || begun())?.scrollIntoView(), SETTLED_AFTER / 2);
}

/** Once a learner opens a tab or lets the office run, the desk gets the window and not the title
    above it: what was asked for would otherwise appear below the window's edge. */
function bringDeskUp(node) {
  node.addEventListener('click', event => {
    const desk = event.target.closest(MOVES_ON)?.closest('.vp-desk');
    const bar = node.querySelector('.vp-room-bar');
    if (desk && bar && desk.getBoundingClientRect().top > bar.getBoundingClientRect().bottom + 20) {
      desk.classList.add('vp-desk-begun');
      desk.scrollIntoView();
    }
  });
}
