// The hosted page works without this. With it, a page that comes back out of the back-forward cache is a new visit:
// nothing is ticked in it. `no-store` alone does not keep browsers from keeping it so. And it counts as shown, like the
// form in a shop.

import { count } from '../loader/shown.js';

addEventListener('pageshow', (event) => {
  if (!event.persisted) return;
  document.querySelectorAll('[type=checkbox]').forEach((box) => { box.checked = false; });
});

// A form that is shown again with its errors was counted before.
const form = document.querySelector('form.form');
if (form && !document.querySelector('.summary')) count(form);
