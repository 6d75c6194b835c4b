// The countries of the selector: all of them, in the language's own order, around the one that the page came with.

// A line of the list: code, whether it is the main country of its calling code (`+`) or not (`-`), that code, the name.
const LINE = /^(..)([+-])(\d+) (.+)$/;

// The countries in `text`.
export const read = (text) => text.split('\n').map((line) => LINE.exec(line)).filter(Boolean)
  .map((found) => ({ code: found[1], main: found[2] === '+', calling: found[3], name: found[4] }));

// Puts `countries` into `select`, around the option that it has: what is chosen stays so.
export const fill = (select, countries) => {
  const before = document.createDocumentFragment();
  const after = document.createDocumentFragment();
  const own = select.options[0];
  let side = before;
  countries.forEach((country) => {
    // The mark keeps the plus before the digits where the name is written from right to left.
    const text = `${country.name} (\u200e+${country.calling})`;
    if (country.code === own.value) {
      own.textContent = text;
      side = after;
    } else {
      side.append(new Option(text, country.code));
    }
  });
  own.before(before);
  select.append(after);
};

// Of `countries` the one that `number` belongs to, a plus and ASCII digits. Where several share its calling code, that is
// `chosen` if it is one of them.
export const countryOf = (number, countries, chosen) => {
  const sharing = countries.filter((country) => number.startsWith(`+${country.calling}`));
  return sharing.find((country) => country.code === chosen) || sharing.find((country) => country.main);
};
