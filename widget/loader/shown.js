// Reports that a form was put before somebody: which notice, and nothing about them. It comes with the WASM's glue, after
// everything that a shopper waits for; where the WASM is refused, nothing is counted.

// How long the first box must be in view: long enough to have been noticed, and not just scrolled past.
const NOTICED = 1000;

// What was reported in this view of the page: for each shadow root or document, the notice.
let reported = new WeakMap();

// Reports once that `form` was shown, when its first box has been in view for a moment in a page that is looked at.
export const watch = (form) => {
  const place = form.getRootNode();
  const notice = form.elements.notice.value;
  let inView = false;
  let timer;

  const end = () => {
    observer.disconnect();
    document.removeEventListener('visibilitychange', look);
  };
  const report = () => {
    end();
    if (reported.get(place) === notice) return;
    reported.set(place, notice);
    // Text needs no leave of the edge, so it is one request; a browser without beacons is one less in a statistic.
    if (navigator.sendBeacon) navigator.sendBeacon(form.action.replace(/consents$/, 'shown'), JSON.stringify({ notice }));
  };
  // A page in another tab, or prepared in case it is opened, is looked at by nobody.
  const look = () => {
    clearTimeout(timer);
    if (!form.isConnected) end();
    else if (inView && !document.hidden) timer = setTimeout(report, NOTICED);
  };
  const observer = new IntersectionObserver((entries) => {
    inView = entries.pop().intersectionRatio >= 0.5;
    look();
  }, { threshold: 0.5 });

  // The preview on the edge's page for developers is no form in a shop.
  if (document.querySelector('[data-jatak-preview]')) return;
  document.addEventListener('visibilitychange', look);
  observer.observe(form.querySelector('.choice'));
};

// The forms that are watched anew when the page comes back out of the back-forward cache, which is a new view of it.
const forms = new Set();

window.addEventListener('pageshow', (event) => {
  if (!event.persisted) return;
  reported = new WeakMap();
  forms.forEach((form) => (form.isConnected ? watch(form) : forms.delete(form)));
});

// Watches `form` in this view of the page and in those that come back.
export const count = (form) => {
  // What an app has taken out is not held any longer.
  forms.forEach((other) => other.isConnected || forms.delete(other));
  forms.add(form);
  watch(form);
};
