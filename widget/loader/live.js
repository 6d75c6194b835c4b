// Fetching what the form works without: help with the number, and the WASM once the page has everything that it needs
// more.

// Fetches what helps with the number in `input` and its country in `select`.
export const fetchHelp = (data, select, input) => {
  if (data.phone) import(data.edge + data.phone.js).then((phone) => phone.help(select, input, data)).catch(() => {});
};

// Runs `then` when the page has loaded and the browser has nothing better to do.
const whenIdle = (then) => {
  // Safari has no `requestIdleCallback`; 200 ms after the load event is past the work that follows it.
  const idle = () => (window.requestIdleCallback ? requestIdleCallback(then) : setTimeout(then, 200));
  if (document.readyState === 'complete') idle();
  else window.addEventListener('load', idle);
};

// The glue of each address, once: it keeps its WASM in a variable of its own, and a second start would take the first
// form's from under it.
const started = {};

const start = (data) => {
  const url = data.edge + data.wasm.js;
  started[url] = started[url]
    || import(url).then((glue) => glue.default({ module_or_path: data.edge + data.wasm.wasm }).then(() => glue));
  return started[url];
};

// Fetches the glue and the WASM of `data`, and calls `hydrate` with the started module. A browser too old, a policy that
// refuses WASM and an asset that is gone all end here: the form works on without.
export const fetchWasm = (data, hydrate) => {
  if (!data.wasm || !window.WebAssembly) return;
  whenIdle(() => {
    start(data).then(hydrate).catch((reason) => console.warn('jatak: the form works on without WebAssembly:', String(reason)));
  });
};
