// Whether the page's content security policy, and not the network, is what stops us: a refused fetch looks like a dead one.

// The addresses that requests were refused to.
const refused = [];

// Watches from now on, for as long as the page is open. What a policy only reports it lets through.
export const watchRefusals = () => document.addEventListener('securitypolicyviolation', (event) => {
  if (event.disposition !== 'report' && event.effectiveDirective === 'connect-src') refused.push(event.blockedURI);
});

// Whether a request to `edge` was refused. The report may come after the failure itself; 50 ms is past it and well within
// the time that a press of the button allows a new tab to be opened (one second in Safari, the strictest).
export const wasRefused = (edge) => new Promise((resolve) => {
  setTimeout(() => resolve(refused.some((url) => url.startsWith(edge))), 50);
});
