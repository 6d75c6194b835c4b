// The form data, asked for by itself.

import { words } from './place.js';

// The form of `business` in the language and with the categories of `options`; `more` goes to `fetch`.
export const fetchForm = (edge, business, options, more) => {
  const query = new URLSearchParams();
  ['locale', 'categories', 'notice'].forEach((name) => options[name] && query.set(name, words(options[name])));
  return fetch(`${edge}/v1/${business}/form?${query}`, more)
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)));
};
