/* Turns the slides: keys, buttons, answers at the next step, the trainer's own window. */
(() => {
  'use strict';
  const slides = [...document.querySelectorAll('.vp-slide')];
  const notes = document.querySelector('.vp-notes');
  const place = document.querySelector('.vp-deck-place');
  const clock = document.querySelector('.vp-deck-clock');
  const forTrainer = location.hash === '#giang-vien';
  let partner = forTrainer ? window.opener : null;
  let now = 0;
  let began = null;

  /** Letters as large as the slide holds, down to a size that the last row can still read. */
  function fit(slide) {
    const body = slide.querySelector('.vp-slide-body');
    for (let size = 210; size >= 60; size -= 5) {
      body.style.fontSize = `${size}%`;
      if (body.scrollHeight <= body.clientHeight && body.scrollWidth <= body.clientWidth) return;
    }
  }

  function show(number, answered, tell = true) {
    now = Math.max(0, Math.min(slides.length - 1, number));
    slides.forEach((slide, index) => (slide.hidden = index !== now));
    const answer = slides[now].querySelector('.vp-answer');
    if (answer) answer.hidden = !answered;
    fit(slides[now]);
    for (const one of notes.children) one.hidden = one.dataset.section !== slides[now].dataset.section;
    place.textContent = `${now + 1}/${slides.length}`;
    if (now > 0 && began === null) began = Date.now();
    if (tell && partner && !partner.closed) partner.postMessage({ vp: [now, answered] }, '*');
  }

  const answerOf = slide => slide.querySelector('.vp-answer');
  function next() {
    const answer = answerOf(slides[now]);
    if (answer && answer.hidden) show(now, true);
    else if (now + 1 < slides.length) show(now + 1, false);
  }
  const back = () => show(now - 1, false);
  const toggleNotes = () => {
    notes.hidden = !notes.hidden;
    document.body.classList.toggle('vp-with-notes', !notes.hidden);
    fit(slides[now]);
  };
  const openWindow = () => {
    partner = window.open(`${location.href.split('#')[0]}#giang-vien`, 'vp-giang-vien', 'width=1100,height=700');
  };
  const full = () =>
    document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();

  const deeds = { next, back, notes: toggleNotes, window: openWindow, full };
  const keys = {
    ArrowRight: next, PageDown: next, ' ': next, ArrowLeft: back, PageUp: back,
    Home: () => show(0, false), End: () => show(slides.length - 1, false),
    n: toggleNotes, f: full
  };
  document.addEventListener('keydown', event => {
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (!keys[key] || event.ctrlKey || event.altKey || event.metaKey) return;
    if (key === ' ' && event.target.closest('button, summary')) return;
    event.preventDefault();
    keys[key]();
  });
  document.addEventListener('click', event => {
    const button = event.target.closest('[data-do]');
    if (button) deeds[button.dataset.do]();
  });
  window.addEventListener('message', event => {
    if (!Array.isArray(event.data?.vp)) return;
    if (!forTrainer) partner = event.source;
    show(event.data.vp[0], event.data.vp[1], false);
  });
  window.addEventListener('resize', () => fit(slides[now]));
  setInterval(() => {
    const spent = began === null ? 0 : Math.floor((Date.now() - began) / 1000);
    clock.textContent = `${Math.floor(spent / 60)}:${String(spent % 60).padStart(2, '0')}`;
  }, 1000);
  if (forTrainer) toggleNotes();
  document.fonts.ready.then(() => show(0, false, false));
  show(0, false, false);
})();
