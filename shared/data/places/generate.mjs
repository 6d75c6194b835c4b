// Writes the two tables of this folder again. Run by hand, when a country changes its clocks or a new area code is given
// to a country other than the United States; no build runs it:
//
//     npm install --no-save libphonenumber-js@1.13.16
//     node shared/data/places/generate.mjs 2026 2028
//
// The two numbers are the first year that is looked at and the first that is not. Node brings CLDR and the tz database
// with it (through Intl). libphonenumber-js carries the metadata of Google's libphonenumber, of which nothing but the
// pairs of area code and region is taken.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const folder = import.meta.dirname;
const [from, upto] = process.argv.slice(2).map(Number);
if (!(from < upto)) {
  console.error("Name the years, for example: node generate.mjs 2026 2028");
  process.exit(1);
}

const require = createRequire(join(process.cwd(), "package.json"));
const path = require.resolve("libphonenumber-js/metadata.max.json");
const { countries, country_calling_codes: byCode } = JSON.parse(readFileSync(path, "utf8"));
const { version } = JSON.parse(readFileSync(join(path, "..", "package.json"), "utf8"));
const { parsePhoneNumberFromString } = require("libphonenumber-js/max");

const write = (file, header, rows) =>
  writeFileSync(join(folder, file), header.map((line) => `# ${line}\n`).join("") + rows.join("\n") + "\n");

// How far from UTC the clocks of a region are, in minutes: the least and the most in these years, summer time included.
const zonesOf = (region) => {
  // Two islands keep the time of Saint Helena and Kosovo that of Serbia; CLDR gives them no zone of their own.
  const as = { AC: "SH", TA: "SH", XK: "RS" }[region] ?? region;
  const locale = new Intl.Locale(`und-${as}`);
  return locale.getTimeZones?.() ?? locale.timeZones;
};
const minutes = (format, at) => {
  const text = format.formatToParts(at).find((part) => part.type === "timeZoneName").value;
  const [, sign, hours, rest] = text.match(/^GMT(?:([+-])(\d\d):(\d\d))?$/);
  return sign ? (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(rest)) : 0;
};
const offsets = (region) => {
  let [least, most] = [Infinity, -Infinity];
  for (const timeZone of zonesOf(region)) {
    const format = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" });
    for (let at = Date.UTC(from, 0); at < Date.UTC(upto, 0); at += 3 * 86_400_000) {
      const away = minutes(format, at);
      [least, most] = [Math.min(least, away), Math.max(most, away)];
    }
  }
  if (!Number.isFinite(least)) throw new Error(`no time zone is known of ${region}`);
  return [least, most];
};
write(
  "offsets.tsv",
  [
    "How many minutes the clocks of each region are ahead of UTC: the least and the most, summer time included.",
    `Source: the tz database ${process.versions.tz} (public domain) with CLDR ${process.versions.cldr}, ${from} to ${upto - 1}. Made by generate.mjs.`,
  ],
  Object.keys(countries).sort().map((region) => [region, ...offsets(region)].join("\t")),
);

// The area codes below +1 that are not the United States'. Most regions say theirs; Canada's are found by trying.
const elsewhere = new Map();
const leading = 10; // The place of the digits that a region's numbers begin with in its metadata.
for (const region of byCode["1"]) {
  const digits = countries[region][leading];
  if (region !== "US" && digits) {
    for (let code = 200; code < 1000; code++) {
      if (new RegExp(`^(?:${digits})`).test(`${code}2345678`)) elsewhere.set(code, region);
    }
  }
}
for (let code = 200; code < 1000; code++) {
  const number = parsePhoneNumberFromString(`+1${code}2345678`);
  if (number?.country && number.country !== "US" && number.isValid()) elsewhere.set(code, number.country);
}
write(
  "plus-one.tsv",
  [
    "Area codes below +1 that are not one of the fifty states' or of Washington's, and whose they are.",
    `Source: metadata of Google's libphonenumber (Apache-2.0), as in libphonenumber-js ${version}, after the lists of`,
    "the North American Numbering Plan Administrator. Made by generate.mjs.",
  ],
  [...elsewhere].sort(([one], [other]) => one - other).map((row) => row.join("\t")),
);
