// The form data, asked for by itself.

import { words } from './place.js';

// The form of the business that `data` names, in the language and with the categories of `options`, else in and with those
// of `data`; `more` goes to `fetch`.
export const fetchForm = (data, options, more) => {
  const asked = Object.assign({ locale: data.locale, categories: data.categories }, options);
  const query = new URLSearchParams();
  ['locale', 'categories', 'notice'].forEach((name) => asked[name] && query.set(name, words(asked[name])));
  return fetch(`${data.edge}/v1/${data.business}/form?${query}`, more)
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)));
};
