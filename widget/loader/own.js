// The one global, and the script tag that this code came by.

import { attributesOf, placeFor, whenReady, words } from './place.js';
import { fetchForm } from './data.js';
import { mount, watchVisits } from './form.js';
import { watchRefusals } from './refusals.js';

// Shows the form of `data` where the script tag `from` says.
const form = (data, from) => {
  const options = attributesOf(from);
  const begin = (data) => whenReady(options, () => {
    const host = placeFor(from, options);
    // A place that has a form keeps it: the same snippet run twice must not wipe what was typed.
    if (host && !host.shadowRoot) mount(host, data, options);
  });
  // Where neither URL nor attribute names a language, it is the page's own, if the business speaks it.
  const spoken = (data.locales || []).find((code) => document.documentElement.lang.toLowerCase().startsWith(code.slice(0, 2)));
  if (spoken && !options.locale) options.locale = spoken;
  // The page's author may ask for another form than the URL did. Where that one does not come, the one at hand is shown.
  const differs = (options.locale && options.locale !== data.locale)
    || (options.categories && String(words(options.categories)) !== String(data.offered));
  if (differs) fetchForm(data, options).catch(() => data).then(begin);
  else begin(data);
};

// A second script on the page brings the same code; the first one keeps the name, and with it the one Trusted Types
// policy that a page allows by that name. The second listens to nothing, so that nothing keeps it, nor the tag it came by
// and what stands around that. An element whose id is `jatak` has the name too, and loses it.
const held = window.jatak;
export const own = held && typeof held.form === 'function'
  ? held
  : (window.jatak = { form: (data, from) => form(data, from || document.currentScript), show: mount });

if (own !== held) {
  watchRefusals();
  watchVisits();
}
