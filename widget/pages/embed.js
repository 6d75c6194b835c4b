// The embed page: copies code, and makes the preview as high as what it shows. The page works without.

const copied = document.querySelector('[data-copied]');

// Selects the code, so that whoever may not write to the clipboard by script still can by hand.
const select = (element) => {
  const range = document.createRange();
  range.selectNodeContents(element);
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
};

const copy = async (button) => {
  const code = document.getElementById(button.dataset.copy);
  select(code);
  try {
    await navigator.clipboard.writeText(code.textContent.trim());
  } catch (refused) {
    // Browsers that have no such call, or an address that is not secure.
    if (!document.execCommand('copy')) return;
  }
  const said = button.textContent;
  copied.textContent = copied.dataset.copied;
  button.textContent = copied.dataset.copied;
  // Long enough to be read, short enough to be pressed again.
  setTimeout(() => {
    button.textContent = said;
    copied.textContent = '';
  }, 2000);
};

document.querySelectorAll('[data-copy]').forEach((button) => {
  button.hidden = false;
  button.addEventListener('click', () => { if (button.textContent !== copied.dataset.copied) copy(button); });
});

const preview = document.querySelector('.preview');

const fit = () => {
  const inside = preview.contentDocument && preview.contentDocument.body;
  if (!inside) return;
  const lines = preview.offsetHeight - preview.clientHeight;
  new ResizeObserver(() => { preview.height = Math.ceil(inside.getBoundingClientRect().height) + lines; }).observe(inside);
};

preview.addEventListener('load', fit);
if (preview.contentDocument && preview.contentDocument.readyState === 'complete') fit();
