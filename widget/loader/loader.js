// The loader: what a shop's page runs. It paints the form that the edge rendered, sends it, and hands it over to the WASM.
// The edge appends `jatak.form(<form data>)` to it; with subresource integrity, where nothing can be appended,
// `data-business` on the script tag makes it ask for the form data itself.
//
// Plain ES2019 (Chrome 80, Safari 14). The one global is `jatak`. It stores nothing: no cookie, no storage.

import { attributesOf } from './place.js';
import { fetchForm } from './data.js';
import { own } from './own.js';
import { script } from './tag.js';

if (script && script.dataset.business) {
  const business = script.dataset.business;
  fetchForm({ edge: script.src.split('/assets/')[0], business }, attributesOf(script))
    .then((data) => own.form(data, script))
    .catch((reason) => console.error('jatak: no form for', business, reason));
}
