// Help with the number, fetched once the form can be ticked: the names of all countries, the likeliest of them, and a
// number that is shaped while it is typed. None of it is needed: what does not come is done without.

import { countryOf, fill, read } from './countries.js';
import { counting, plain, shape } from './shape.js';

// Helps with the number in `input` and its country in `select`, of the form that `data` is about.
export const help = (select, input, data) => {
  let countries = [];
  let rules;
  // The country whose rules were asked for last.
  let asked;
  // Whether an input method is composing: what it has is its own until it is done.
  let composing = false;

  // Notes that the shopper has said which country it is, by choosing one or with a plus. On the field, for the form that
  // comes after this one in another language.
  const said = () => { select.dataset.said = ''; };

  const get = (path) => fetch(data.edge + path).then((answer) => (answer.status === 200 ? answer : Promise.reject(answer.status)));

  // Puts the number into its shape. The caret stays behind the digit that it is behind; it leaps over a space only where
  // that was what was to be deleted, since the space comes back.
  const reshape = (leaping) => {
    const text = input.value;
    const shaped = rules && !composing ? shape(text, rules) : text;
    if (shaped === text) return;
    const behind = counting(text.slice(0, input.selectionStart)).length;
    const isHere = input.getRootNode().activeElement === input;
    // What is selected stays so; the next key shapes it.
    if (isHere && input.selectionStart !== input.selectionEnd) return;
    input.value = shaped;
    // Setting the caret gives some browsers the idea that the field wants the focus.
    if (!isHere) return;
    const chars = [...shaped];
    let at = 0;
    for (let count = 0, place = 0; place < chars.length && count < behind + (leaping ? 1 : 0); place += 1) {
      if (!counting(chars[place]).length) continue;
      count += 1;
      at = chars.slice(0, count > behind ? place : place + 1).join('').length;
    }
    input.setSelectionRange(at, at);
  };

  // Fetches how numbers of the chosen country are written.
  const follow = () => {
    const code = select.value;
    asked = code;
    rules = null;
    input.placeholder = '';
    get(`/phone/rules/${code}`).then((answer) => answer.json()).then((found) => {
      if (asked !== code) return;
      rules = found;
      input.placeholder = found.example;
      reshape();
    }).catch(() => {});
  };

  const choose = (code) => {
    if (select.value === code) return;
    select.value = code;
    follow();
  };

  const typed = (event) => {
    if (event.isComposing) return;
    composing = false;
    const number = plain(input.value);
    if (number[0] === '+') {
      const country = countryOf(number, countries, select.value);
      if (country) {
        said();
        choose(country.code);
      }
    }
    reshape(event.inputType === 'deleteContentForward');
  };

  input.addEventListener('input', typed);
  input.addEventListener('compositionstart', () => { composing = true; });
  input.addEventListener('compositionend', typed);
  select.addEventListener('change', () => {
    said();
    follow();
  });

  const listed = get(data.phone.countries).then((answer) => answer.text()).then((text) => {
    countries = read(text);
    fill(select, countries);
  });
  // Where the request comes from says which country is likely, where nobody has said.
  const guess = get('/phone/country').then((answer) => answer.text());
  Promise.all([listed, guess])
    .then((found) => !('said' in select.dataset) && !input.value && countries.some((country) => country.code === found[1]) && choose(found[1]))
    .catch(() => {})
    .then(() => {
      // What was typed or chosen before this was there.
      if (input.value) typed({});
      if (asked !== select.value) follow();
    });
};
