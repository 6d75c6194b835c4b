// The preview: the real form, from which nothing is sent. Pressing its button, or Enter in a field, which browsers turn
// into the same, says so. The page's policy would refuse what got past this.

addEventListener('click', (event) => {
  const pressed = event.composedPath()[0];
  if (!pressed.closest || !pressed.closest('button')) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const note = document.querySelector('.note');
  const said = note.textContent;
  // A status is read out when it changes.
  note.textContent = '';
  requestAnimationFrame(() => { note.textContent = said; });
  note.scrollIntoView({ block: 'nearest' });
}, true);
