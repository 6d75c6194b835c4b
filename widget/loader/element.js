// `<jatak-opt-in business="…">` and the calls on `jatak`: for single-page apps, and for pages that make their forms by
// script. One script for forms of any number of businesses; each asks for its own form data.

import { fetchForm } from './data.js';
import { own } from './own.js';
import { script } from './tag.js';
import { themeOf } from './paint.js';

// What may be said of a form. Each is an attribute of the element and an option of `jatak.mount`.
const NAMES = ['business', 'locale', 'categories', 'theme', 'context'];

// The edge that this came from.
const EDGE = script ? script.src.replace(/\/(assets\/.*|element\.js.*)$/, '') : '';

// The number field of the form whose host is `host`, once it is there.
const fieldOf = (host) => host && host.shadowRoot && host.shadowRoot.querySelector('[name=phone]');

// What of a number is never shaped anew: its digits, of any script, and a plus.
const bare = (phone) => phone.replace(/[^\p{Nd}+＋]/gu, '');

// Puts `phone` into the form of `host`, unless the shopper has typed something: theirs stands. Says whether it is in.
const fill = (host, phone) => {
  const field = fieldOf(host);
  if (!field || (field.value && bare(field.value) !== field.dataset.given)) return false;
  field.value = phone;
  field.dataset.given = bare(phone);
  // Whatever follows what is typed follows this too.
  field.dispatchEvent(new Event('input', { bubbles: true }));
  return true;
};

class JatakOptIn extends HTMLElement {
  static get observedAttributes() {
    return NAMES;
  }

  constructor() {
    super();
    // The same object as long as the element lives: the form reads it when it sends.
    // `stale` says that what is shown, if anything, is not what the attributes ask for.
    this.jatak = { options: {}, form: null, asking: null, stale: true, phone: '' };
  }

  connectedCallback() {
    const state = this.jatak;
    if (state.form) state.form.wake();
    if (state.stale) this.ask();
  }

  // A move is a removal and an insertion at once, in which nothing may be lost; so what is gone is judged a moment later.
  disconnectedCallback() {
    setTimeout(() => {
      if (this.isConnected) return;
      const state = this.jatak;
      if (state.asking) state.asking.abort();
      if (state.form) state.form.sleep();
    });
  }

  // Browsers that can move without removing call this and neither of the above.
  connectedMoveCallback() {}

  attributeChangedCallback(name, before, after) {
    if (before === after) return;
    const options = this.jatak.options;
    const form = this.jatak.form;
    if (after) options[name] = after;
    else delete options[name];
    // Theme and context change no text; the others are another question.
    if (name === 'theme' && form) this.shadowRoot.querySelector('.jatak').dataset.theme = themeOf(this, options);
    else if (name !== 'theme' && name !== 'context') {
      this.jatak.stale = true;
      if (this.isConnected) this.ask();
    }
  }

  // Asks for the form data and shows it; several changes at once ask once. What was asked before is not waited for.
  ask() {
    const state = this.jatak;
    if (state.asking) state.asking.abort();
    const asking = state.asking = new AbortController();
    Promise.resolve().then(() => {
      const business = state.options.business;
      if (asking.signal.aborted || !business) return;
      // Where no attribute names a language, it is the page's own.
      fetchForm({ edge: EDGE, business, locale: document.documentElement.lang }, state.options, { signal: asking.signal })
        // An answer to what was asked before comes first, and is shown in a task of its own where the WASM shows it.
        .then((data) => Promise.resolve(state.form && state.form.link.pending)
          .then(() => new Promise((resolve) => { setTimeout(resolve); }))
          .then(() => this.show(asking, data)))
        .catch((reason) => {
          if (asking.signal.aborted) return;
          console.error('jatak: no form for', business, reason);
          this.dispatchEvent(new CustomEvent('jatak:error', { bubbles: true, composed: true, detail: { code: 'unavailable', field: 'form' } }));
        });
    });
  }

  show(asking, data) {
    const state = this.jatak;
    if (asking.signal.aborted) return;
    state.asking = null;
    state.stale = false;
    if (!state.form) state.form = own.show(this, data, state.options);
    // A recorded yes stays on show, and one that waits for its message.
    else if (!state.form.link.answer && !state.form.link.waits) state.form.replace(data);
    if (state.phone) fill(this, state.phone);
  }

  setPhone(phone) {
    this.jatak.phone = phone;
    return fill(this, phone);
  }

  unmount() {
    this.remove();
  }
}

const TAG = 'jatak-opt-in';
if (!customElements.get(TAG)) customElements.define(TAG, JatakOptIn);

const placeOf = (place) => (typeof place === 'string' ? document.querySelector(place) : place);
const isElement = (place) => place instanceof customElements.get(TAG);

Object.assign(own, {
  // Puts a form into `place` and returns its element.
  mount: (place, options) => {
    const element = document.createElement(TAG);
    NAMES.forEach((name) => options[name] && element.setAttribute(name, [].concat(options[name]).join(' ')));
    const into = placeOf(place);
    if (!into) throw Error(`jatak: nothing matches ${place}`);
    return into.appendChild(element);
  },
  // Takes a form away: the element that `mount` gave, or those in the place it was given.
  unmount: (place) => {
    const element = placeOf(place);
    if (element) (isElement(element) ? [element] : [...element.querySelectorAll(TAG)]).forEach((one) => one.remove());
  },
  // Puts a number into a form, the one of a snippet too.
  setPhone: (place, phone) => {
    const element = placeOf(place);
    const host = element && [element, ...element.querySelectorAll('*')].find((one) => isElement(one) || fieldOf(one));
    return !!host && (isElement(host) ? host.setPhone(phone) : fill(host, phone));
  },
});
