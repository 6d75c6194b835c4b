// Where the form goes, and what the page's author said about it.

// What may be said in `data-` attributes, on the script tag or on the element around it.
const NAMES = ['locale', 'categories', 'context', 'theme', 'target'];

// The attributes that count for the script tag `script`: its own, then those of the element around it.
export const attributesOf = (script) => {
  const around = script && script.closest('[data-jatak]');
  const options = {};
  NAMES.forEach((name) => {
    const value = [script, around].map((element) => element && element.dataset[name]).find(Boolean);
    if (value) options[name] = value;
  });
  return options;
};

// The words of an attribute: separated by spaces or commas.
export const words = (text) => (text || '').split(/[\s,]+/).filter(Boolean);

// Calls `then` once the place exists: at once for a script that stands where the form goes, after parsing for a target
// that may come later in the page.
export const whenReady = (options, then) => {
  const there = options.target ? document.querySelector(options.target) : document.body;
  if (!there && document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', then);
  } else {
    then();
  }
};

// The elements made here, by the element they are in.
const made = new WeakMap();

// A new element in `parent`, or the one that a run before this made there and that is there still.
const within = (parent) => {
  const there = made.get(parent);
  if (there && there.parentNode === parent) return there;
  const host = parent.appendChild(document.createElement('div'));
  made.set(parent, host);
  return host;
};

// The element that becomes the form's host: the one around the script, or a new one in the target or in the script's place.
export const placeFor = (script, options) => {
  if (options.target) {
    const target = document.querySelector(options.target);
    if (!target) console.error('jatak: no element for data-target', options.target);
    return target && within(target);
  }
  if (!script) return document.querySelector('[data-jatak]');
  const around = script.closest('[data-jatak]');
  if (around) return around;
  // In `head` nothing is shown, so a bare tag there gets its form at the end of the page.
  if (document.head.contains(script)) return within(document.body);
  const host = document.createElement('div');
  script.before(host);
  return host;
};
