// Writes `rules.tsv` again. Run by hand, when the numbering plans have changed; no build runs it:
//
//     npm install --no-save libphonenumber-js@1.13.16
//     node edge/phone/data/generate.mjs
//
// libphonenumber-js carries the metadata of Google's libphonenumber, which rlibphonenumber does not let anyone read.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(join(process.cwd(), "package.json"));
const { Metadata, parsePhoneNumberFromString } = require("libphonenumber-js/core");
const all = require("libphonenumber-js/metadata.max.json");
const examples = require("libphonenumber-js/examples.mobile.json");
const root = dirname(require.resolve("libphonenumber-js/metadata.max.json"));
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

// How the numbers of a country are written. `leading` is what the first three digits of a number decide and, where that is
// less than all of them do, what all of them must fit. `written` is how the groups are put down within the country and, where that differs,
// after the calling code.
const rulesOf = (country) => {
  const plan = new Metadata(all);
  plan.selectNumberingPlan(country);
  const formats = [];
  for (const format of plan.formats()) {
    const abroad = format.internationalFormat();
    // Numbers that are not dialled from abroad have no area code, and none of them is taken.
    if (abroad === "NA") continue;
    const prefixed = format.nationalPrefixFormattingRule();
    const within = prefixed ? format.format().replace("$1", prefixed.replace("$1", "$$1")) : format.format();
    const written = within === abroad ? [within] : [within, abroad];
    const leading = format.leadingDigitsPatterns();
    const decisive = [...new Set([leading[0], leading.at(-1)])].filter(Boolean);
    formats.push({ leading: decisive, pattern: format.pattern(), written });
  }
  const example = parsePhoneNumberFromString(examples[country], country, all).formatNational();
  const trunk = plan.numberingPlan.nationalPrefix() || "";
  return { code: plan.numberingPlan.callingCode(), trunk, example, formats };
};

const rows = Object.keys(all.countries).sort().map((country) => `${country}\t${JSON.stringify(rulesOf(country))}`);
const header = [
  "How numbers are written: a country's code, and what shapes its numbers while they are typed (edge/phone/src/rules.rs).",
  `Source: metadata of Google's libphonenumber (Apache-2.0), as in libphonenumber-js ${version}. Made by generate.mjs.`,
];
writeFileSync(join(import.meta.dirname, "rules.tsv"), header.map((line) => `# ${line}\n`).join("") + rows.join("\n") + "\n");
