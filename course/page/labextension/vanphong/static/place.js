/* Where the reader is on the page, while forms vanish and come again. */

const SETTLED_AFTER = 1000; // milliseconds until forms have their height

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

/** Shows the part of the page that the address names, for links into a lesson. */
export function goToHash(node) {
  const name = decodeURIComponent(location.hash.slice(1));
  const headings = node.querySelectorAll('[id], [data-jupyter-id]');
  const wanted = [...headings].find(one => name && [one.id, one.dataset.jupyterId].includes(name));
  setTimeout(() => wanted?.scrollIntoView(), SETTLED_AFTER / 2);
}
