// The hosted page works without this. With it, a page that comes back out of the back-forward cache is a new visit:
// nothing is ticked in it. `no-store` alone does not keep browsers from keeping it so.

addEventListener('pageshow', (event) => {
  if (!event.persisted) return;
  document.querySelectorAll('[type=checkbox]').forEach((box) => { box.checked = false; });
});
