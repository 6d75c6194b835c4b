// Runs in the page before any script of its own, and notes the moments, by the page's own clock.
//
// A box can be ticked when it is laid out inside the window, what a finger at its middle would meet is the box itself or its
// label, that is not invisible, and the frame that shows it has been produced: a message posted from a frame's callback
// comes after that frame's layout and paint. The driver clicks there afterwards, with a real mouse, to see that it is so.
(() => {
  const seen = { shift: 0, tasks: [] };
  Object.defineProperty(window, 'seen', { value: seen });

  // Shifts that Chromium excuses with recent input are counted too: nobody touches the page before this is read, and what it
  // takes for input is the emulated window being set.
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.tasks.push({ start: entry.startTime, duration: entry.duration });
  }).observe({ type: 'longtask', buffered: true });

  document.addEventListener('jatak:ready', (event) => {
    if (event.detail.hydrated) seen.interactive = performance.now();
  });

  // What a finger at this point meets, in shadow roots too.
  const met = (x, y) => {
    let hit = document.elementFromPoint(x, y);
    while (hit && hit.shadowRoot) {
      const inner = hit.shadowRoot.elementFromPoint(x, y);
      if (!inner || inner === hit) break;
      hit = inner;
    }
    return hit;
  };

  const isTickable = (box) => {
    const { left, top, width, height } = box.getBoundingClientRect();
    if (!width || !height) return null;
    const [x, y] = [left + width / 2, top + height / 2];
    const hit = met(x, y);
    const label = hit && hit.closest('label');
    if (hit !== box && !(label && label.control === box)) return null;
    // Cookie tools lay an invisible box over a drawn one: then the label has to be seen.
    const shown = hit === box && getComputedStyle(box).opacity === '0' ? box.parentElement : hit;
    return shown.checkVisibility({ opacityProperty: true, visibilityProperty: true }) ? { box, x, y } : null;
  };

  seen.find = () => {
    const hosts = [...document.querySelectorAll('[data-jatak]')];
    const roots = [document, ...hosts.map((host) => host.shadowRoot).filter(Boolean)];
    const boxes = roots.flatMap((root) => [...root.querySelectorAll('input[type=checkbox]:not(:disabled)')]);
    for (const box of boxes) {
      const found = isTickable(box);
      if (found) return found;
    }
    return null;
  };

  const look = () => {
    if (!seen.find()) {
      requestAnimationFrame(look);
      return;
    }
    const produced = new MessageChannel();
    produced.port1.onmessage = () => { seen.tickable = performance.now(); };
    produced.port2.postMessage(null);
  };
  requestAnimationFrame(look);
})();
