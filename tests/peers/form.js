// The form that `cargo xtask bench widget` holds ours against: what a developer who knows the trade writes by hand, with
// the same texts, categories and countries, and the same request to the same edge.
//
// It has no shadow root, no WebAssembly, and keeps no watch over who ticks. A notice that changed meanwhile, a refused
// fetch, a page that comes back from the browser's cache: of all that it knows nothing. That is the point: this is the
// price of a bare form.

// An element with these properties and children.
const make = (name, properties, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

const randomKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const checkbox = ({ id, title, value, frequency }) => make('label', { className: 'opt-in-choice' },
  make('input', { type: 'checkbox', name: 'category', value: id }),
  make('span', {}, make('strong', {}, title), make('span', {}, value), make('small', {}, frequency)));

const field = (label, control) => make('label', { className: 'opt-in-field' }, label, control);

// Shows the form of `notice` in `host`, which the page has put there.
export const show = ({ host, css, edge, business, country, countries, notice }) => {
  const { labels } = notice;
  document.head.append(make('style', {}, css));

  const select = make('select', { name: 'country', autocomplete: 'country' },
    ...countries.map(([code, name]) => new Option(name, code, code === country, code === country)));
  const phone = make('input', { name: 'phone', type: 'tel', autocomplete: 'tel', dir: 'ltr' });
  const error = make('p', { className: 'opt-in-error', role: 'alert' });
  const button = make('button', {}, labels.submit);
  const form = make('form', { className: 'opt-in', noValidate: true },
    make('h2', {}, notice.heading),
    make('p', {}, notice.statement),
    make('fieldset', {}, make('legend', {}, labels.legend), ...notice.categories.map(checkbox)),
    field(labels.country, select),
    field(labels.phone, phone),
    make('p', {}, notice.not_a_condition),
    make('p', {}, notice.withdrawal),
    error,
    button,
    make('small', {}, notice.controller, ' ', make('a', { href: notice.business.privacy_url, target: '_blank' }, notice.privacy)));

  const say = (code) => { error.textContent = code ? labels.errors[code] || labels.errors.refused : ''; };

  const thank = (answer) => {
    const agreed = answer.categories.map(({ id }) => notice.categories.find((one) => one.id === id).title);
    form.replaceWith(make('section', { className: 'opt-in' },
      make('h2', {}, labels.success_heading),
      make('p', {}, labels.success_text),
      make('p', {}, labels.success_categories),
      make('ul', {}, ...agreed.map((title) => make('li', {}, title))),
      make('p', {}, answer.subject.masked),
      make('a', { href: answer.receipt_url, target: '_blank' }, labels.receipt)));
  };

  const key = randomKey();
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const categories = [...form.querySelectorAll(':checked[name=category]')].map((box) => box.value);
    if (!categories.length) return say('category_none');
    if (!phone.value.trim()) return say('number_missing');
    say();
    button.disabled = true;
    button.textContent = labels.sending;
    try {
      const answer = await fetch(`${edge}/v1/${business}/consents`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
        body: JSON.stringify({
          notice: notice.id,
          offered: notice.categories.map(({ id }) => id),
          categories,
          subject: { phone: phone.value, country: select.value },
          page: location.href.split(/[?#]/)[0],
          context: [],
        }),
      });
      const body = await answer.json();
      if (answer.status === 201) return thank(body);
      say(body.code);
    } catch (failed) {
      say(navigator.onLine ? 'unavailable' : 'offline');
    }
    button.disabled = false;
    button.textContent = labels.retry;
  });

  document.querySelector(host).append(form);
};
