// Only the shopper ticks. What a script of the page ticks is undone, and never sent.

// Watches the boxes under the shadow root `root` and returns what may be believed of them.
export const guard = (root) => {
  // The values ticked by the shopper's own hand and not unticked since.
  let ticked = new Set();

  const boxes = () => [...root.querySelectorAll('[type=checkbox]')];

  // A browser makes the `change` after a script's `click()` look like the shopper's own, so the click is what is judged:
  // cancelled, it leaves the box as it was. The same holds for a click on the label.
  root.addEventListener('click', (event) => {
    if (!event.isTrusted && event.target.closest('label')) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  }, true);

  root.addEventListener('change', (event) => {
    const box = event.target;
    if (box.type !== 'checkbox') return;
    if (!event.isTrusted) box.checked = false;
    if (box.checked) ticked.add(box.value);
    else ticked.delete(box.value);
  }, true);

  return {
    // What the shopper ticked, in the order shown. A tick of unknown origin is taken away where it stands.
    ticked: () => boxes().filter((box) => (box.checked = box.checked && ticked.has(box.value))).map((box) => box.value),
    // Unticks everything: for a new form, and for a page that comes back from the browser's cache.
    untick: () => {
      ticked = new Set();
      boxes().forEach((box) => { box.checked = false; });
    },
  };
};
