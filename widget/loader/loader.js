// The loader: what a shop's page runs. It paints the form that the edge rendered, sends it until the WASM takes over,
// and hands over then. The edge appends `jatak.form(<form data>)` to it; with subresource integrity, where nothing can
// be appended, `data-business` on the script tag makes it ask for the form data itself.
//
// Plain ES2019 (Chrome 80, Safari 14). The one global is `jatak`. It stores nothing: no cookie, no storage.

import { attributesOf, placeFor, whenReady } from './place.js';
import { mount } from './form.js';

// Only while a classic script runs does the page say which tag it came from.
const script = document.currentScript;

// Shows the form of `data` where the script tag `from` says.
const form = (data, from) => {
  const options = attributesOf(from);
  whenReady(options, () => {
    const host = placeFor(from, options);
    // A place that has a form keeps it: the same snippet run twice must not wipe what was typed.
    if (host && !host.shadowRoot) mount(host, data, options);
  });
};

// A second snippet on the page brings the same code; the first one keeps the name, and with it the one Trusted Types
// policy that a page allows by that name. An element whose id is `jatak` has the name too, and loses it.
const held = window.jatak;
const own = held && typeof held.form === 'function'
  ? held
  : (window.jatak = { form: (data, from) => form(data, from || document.currentScript) });

if (script && script.dataset.business) {
  const edge = script.src.split('/assets/')[0];
  fetch(`${edge}/v1/${script.dataset.business}/form`)
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)))
    .then((data) => own.form(data, script))
    .catch((reason) => console.error('jatak: no form for', script.dataset.business, reason));
}
