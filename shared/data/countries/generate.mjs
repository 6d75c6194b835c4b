// Writes the tables of this folder again. Run by hand, when CLDR or the numbering plans have changed or a language is
// added; no build runs it:
//
//     npm install --no-save libphonenumber-js@1.13.16
//     node shared/data/countries/generate.mjs da en de nl es it pt-BR id ms ar he ru af
//
// Node brings CLDR with it (names and collation, through Intl). libphonenumber-js carries the metadata of Google's
// libphonenumber, of which nothing but the pairs of region and calling code is taken.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const folder = import.meta.dirname;
const locales = process.argv.slice(2);
if (locales.length === 0) {
  console.error("Name the languages to write, for example: node generate.mjs da en");
  process.exit(1);
}

const require = createRequire(join(process.cwd(), "package.json"));
const path = require.resolve("libphonenumber-js/metadata.min.json");
const { countries } = JSON.parse(readFileSync(path, "utf8"));
const { version } = JSON.parse(readFileSync(join(path, "..", "package.json"), "utf8"));
const regions = Object.keys(countries).sort();

const write = (file, header, rows) =>
  writeFileSync(join(folder, file), header.map((line) => `# ${line}\n`).join("") + rows.join("\n") + "\n");

// The first entry of a region's metadata is its calling code.
write(
  "codes.tsv",
  [
    "Regions with a calling code, by ISO 3166-1 alpha-2 code, and that calling code (ITU-T E.164).",
    `Source: metadata of Google's libphonenumber (Apache-2.0), as in libphonenumber-js ${version}. Made by generate.mjs.`,
  ],
  regions.map((region) => `${region}\t${countries[region][0]}`),
);

// The long names of these two begin with their status ("SAR Hongkong" in Danish), where nobody looks for them.
const short = new Set(["HK", "MO"]);

for (const locale of locales) {
  const named = (style) => new Intl.DisplayNames([locale], { type: "region", style, fallback: "none" });
  const [long, brief] = [named("long"), named("short")];
  const { compare } = new Intl.Collator(locale);
  const rows = regions
    .map((region) => [region, (short.has(region) ? brief : long).of(region)])
    .sort(([, one], [, other]) => compare(one, other));
  for (const [region, name] of rows) {
    if (!name) throw new Error(`CLDR has no ${locale} name for ${region}`);
  }
  write(
    `${locale}.tsv`,
    [
      `Names of regions in "${locale}", in that language's own order.`,
      `Source: Unicode CLDR ${process.versions.cldr} (Unicode-3.0, see LICENSE), through Intl of Node ${process.versions.node}. Made by generate.mjs.`,
    ],
    rows.map((row) => row.join("\t")),
  );
}
