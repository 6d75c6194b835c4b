// Fetching what the form works without: help with the number, and the WASM once the page has everything that it needs
// more.

import { script as tag } from './tag.js';
import { policy } from './paint.js';

// Runs `then` when the page has been opened: one that is prepared in case it is (prerendered) is not there yet.
const whenOpened = (then) => {
  if (document.prerendering) document.addEventListener('prerenderingchange', then, { once: true });
  else then();
};

// Fetches what helps with the number in `input` and its country in `select`.
export const fetchHelp = (data, select, input) => whenOpened(() => {
  if (data.phone) import(data.edge + data.phone.js).then((phone) => phone.help(select, input, data)).catch(() => {});
});

// Runs `then` when the page has been opened, has loaded, and the browser has nothing better to do.
const whenIdle = (then) => whenOpened(() => {
  // Safari has no `requestIdleCallback`; 200 ms after the load event is past the work that follows it. Chromium was seen to
  // have nothing idle for 15 s in a page that had nothing to do, so it is given a second.
  const idle = () => (window.requestIdleCallback ? requestIdleCallback(then, { timeout: 1000 }) : setTimeout(then, 200));
  if (document.readyState === 'complete') idle();
  else window.addEventListener('load', idle);
});

// The glue of each address, once: it keeps its WASM in a variable of its own, and a second start would take the first
// form's from under it.
const started = {};

// The glue is a script element and no `import()`, which could not be given the hash of what is wanted. It leaves its
// start function on the element; the hash of the WASM is in the glue.
const fetchGlue = (data) => new Promise((resolve, reject) => {
  const script = document.createElement('script');
  script.integrity = data.wasm.integrity;
  script.crossOrigin = 'anonymous';
  script.nonce = tag ? tag.nonce : '';
  script.onerror = () => reject(Error('no glue'));
  script.onload = () => {
    script.remove();
    resolve(script.jatak(data.edge + data.wasm.wasm));
  };
  script.src = policy('createScriptURL', data.edge + data.wasm.js);
  document.head.append(script);
});

// Fetches the glue and the WASM of `data`, and calls `then` with its `hydrate`. A browser too old, a policy that refuses
// WASM and an asset that is gone all end here: the form works on without.
export const fetchWasm = (data, then) => {
  if (!data.wasm || !window.WebAssembly) return;
  whenIdle(() => {
    const js = data.wasm.js;
    started[js] = started[js] || fetchGlue(data);
    started[js].then(then).catch((reason) => console.warn('jatak: the form works on without WebAssembly:', String(reason)));
  });
};
