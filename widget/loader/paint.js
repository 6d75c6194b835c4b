// Painting the form into the shadow root, out of the page's reach.

let ours;

// `text` as something that the page may take as markup (`createHTML`) or as the address of a script (`createScriptURL`),
// where it asks for Trusted Types. One policy serves every form.
export const policy = (create, text) => {
  if (!window.trustedTypes) return text;
  const same = (text) => text;
  ours = ours || trustedTypes.createPolicy('jatak', { createHTML: same, createScriptURL: same });
  return ours[create](text);
};

// A page that says it can be dark gets a form that follows the reader's choice; others get a light one.
export const themeOf = (host, options) => options.theme || (/dark/.test(getComputedStyle(host).colorScheme) ? 'auto' : 'light');

// Gives `root` its styles: as an object, which no policy on styles refuses, else as a linked file.
const dress = (root, box, data) => {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(data.css);
    root.adoptedStyleSheets = [sheet];
    if (root.adoptedStyleSheets.length) return;
  } catch (tooOld) {
    // Falls through to the file.
  }
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = data.edge + data.sheet;
  // Nothing is shown undressed; where the file does not come, better that than nothing.
  box.hidden = true;
  link.onload = link.onerror = () => { box.hidden = false; };
  root.append(link);
};

// Paints the form of `data` and returns the element that holds it. Throws where the page refuses markup.
export const paint = (root, data, options) => {
  const box = document.createElement('div');
  box.className = 'jatak';
  box.lang = data.locale;
  box.dir = data.dir;
  box.dataset.theme = themeOf(root.host, options);
  box.innerHTML = policy('createHTML', data.html);
  root.textContent = '';
  dress(root, box, data);
  root.append(box);
  return box;
};

// What is left where markup is refused: a link to the form on a page of its own.
export const paintLink = (root, data) => {
  const link = document.createElement('a');
  link.href = `${data.edge}/${data.business}?locale=${data.locale}`;
  link.textContent = data.notice.labels.hosted;
  root.append(link);
};
