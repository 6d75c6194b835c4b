// Whether the page's content security policy, and not the network, is what stops us: a refused fetch looks like a dead one.

// Watches for requests to `edge` that are refused, and returns a function that says whether there was one.
export const refusals = (edge) => {
  let refused = false;
  document.addEventListener('securitypolicyviolation', (event) => {
    if (event.effectiveDirective === 'connect-src' && event.blockedURI.startsWith(edge)) refused = true;
  });
  // The report may come after the failure itself; 50 ms is past it and well within the time that a press of the
  // button allows a new tab to be opened (one second in Safari, the strictest).
  return () => new Promise((resolve) => setTimeout(() => resolve(refused), 50));
};
