// Where the form goes, and what the page's author said about it.

// What may be said in `data-` attributes, on the script tag or on the element around it.
const NAMES = ['locale', 'categories', 'context', 'theme', 'target'];

// The attributes that count for the script tag `script`: its own, then those of the element around it.
export const attributesOf = (script) => {
  const around = script && script.closest('[data-jatak]');
  const options = {};
  NAMES.forEach((name) => {
    const value = [script, around].map((element) => element && element.getAttribute(`data-${name}`)).find(Boolean);
    if (value) options[name] = value;
  });
  return options;
};

// The words of an attribute: separated by spaces or commas.
export const words = (text) => (text || '').split(/[\s,]+/).filter(Boolean);

// Calls `then` once the place exists: at once for a script that stands where the form goes, after parsing for a target
// that may come later in the page.
export const whenReady = (options, then) => {
  if (options.target && !document.querySelector(options.target) && document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', then);
  } else {
    then();
  }
};

// The element that becomes the form's host: the target, the element around the script, or a new one in its place.
export const placeFor = (script, options) => {
  if (options.target) return document.querySelector(options.target);
  if (!script) return document.querySelector('[data-jatak]');
  const around = script.closest('[data-jatak]');
  if (around) return around;
  // In `head` nothing is shown, so a bare tag there gets its form at the end of the page.
  const host = document.createElement('div');
  if (document.head.contains(script)) document.body.append(host);
  else script.before(host);
  return host;
};
