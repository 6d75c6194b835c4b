//! What the build refuses in a locale's file, shown by the build script's own checker on faulty texts.

#![allow(dead_code, reason = "the parts that write files are not needed here")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[macro_use]
#[path = "../build/schema.rs"]
mod schema;
#[path = "../build/check.rs"]
mod check;
#[path = "../build/fault.rs"]
mod fault;
#[path = "../build/plural.rs"]
mod plural;
#[path = "../build/read.rs"]
mod read;

use check::{Fit, Locale};
use schema::{CHECKER, EDITION, FORM, Kind, OTHERS, PAGES};

const DANISH: &str = include_str!("../locales/da.ftl");

/// The faults of the Danish file with `old` replaced by `new`, once.
fn faults(old: &str, new: &str) -> Vec<String> {
    assert_eq!(DANISH.matches(old).count(), 1, "{old:?} stands in the file once");
    faults_of("da", &DANISH.replace(old, new))
}

fn faults_of(code: &str, text: &str) -> Vec<String> {
    check::locale(code, text).err().unwrap_or_default().iter().map(ToString::to_string).collect()
}

/// Danish as it is, under another name and with `cap-day-many` worded so.
fn counted(code: &str, form: &str) -> Result<Locale, Vec<fault::Fault>> {
    let old = "cap-day-many = Højst { $max } beskeder om dagen\n";
    assert!(DANISH.contains(old));
    check::locale(code, &DANISH.replace(old, &format!("cap-day-many = {form}\n")))
}

#[test]
fn a_file_as_it_should_be_has_no_faults() {
    assert_eq!(faults_of("da", DANISH), Vec::<String>::new());
}

#[test]
fn a_missing_text_is_named_and_so_is_one_too_many() {
    assert_eq!(faults("form-retry = Prøv igen\n", ""), ["shared/locales/da.ftl: form-retry: is missing"]);
    assert_eq!(
        faults("form-retry =", "form-retries ="),
        [
            "shared/locales/da.ftl: form-retry: is missing",
            "shared/locales/da.ftl: form-retries: is no text of ours: take it out, or mend its id",
        ]
    );
    assert_eq!(
        faults("form-retry = Prøv igen\n", "form-retry = Prøv igen\nform-retry = Igen\n"),
        ["shared/locales/da.ftl: form-retry: stands there twice"]
    );
}

#[test]
fn a_placeholder_that_is_lost_unknown_or_doubled_is_named() {
    let mend = |text: &str| faults("Lige nu: { $state }\n", &format!("{text}\n"));
    assert_eq!(mend("Lige nu:"), ["shared/locales/da.ftl: choices-state: has lost { $state }"]);
    assert_eq!(
        mend("{ $state } { $when }"),
        ["shared/locales/da.ftl: choices-state: has an unknown placeholder { $when }"]
    );
    assert_eq!(mend("{ $state }, { $state }"), ["shared/locales/da.ftl: choices-state: has { $state } more than once"]);
}

#[test]
fn a_locked_sentence_says_who_reviewed_it_in_a_known_word_and_no_other_text_does() {
    let statement = "jeg vælger her, på WhatsApp.\n    .reviewed_by = none\n";
    let mend = |text: &str| faults(statement, &format!("jeg vælger her, på WhatsApp.\n{text}"));
    assert_eq!(mend("    .reviewed_by = lawyer\n"), Vec::<String>::new());
    assert_eq!(mend(""), ["shared/locales/da.ftl: edition-1-statement: lacks .reviewed_by; say none where nobody has"]);
    assert_eq!(
        mend("    .reviewed_by = me\n"),
        ["shared/locales/da.ftl: edition-1-statement: says .reviewed_by = me, which must be none, speaker, lawyer"]
    );
    assert_eq!(
        mend("    .reviewed_by = none\n    .title = x\n"),
        ["shared/locales/da.ftl: edition-1-statement: has an attribute .title that does not belong here"]
    );
    assert_eq!(
        faults("form-retry = Prøv igen\n", "form-retry = Prøv igen\n    .reviewed_by = none\n"),
        ["shared/locales/da.ftl: form-retry: has an attribute .reviewed_by that does not belong here"]
    );
}

#[test]
fn what_would_have_to_run_later_is_refused() {
    let mend = |text: &str| faults("form-retry = Prøv igen\n", text);
    for (text, reason) in [
        ("form-retry = { form-receipt }\n", "form-retry: has braces around something other than a $placeholder"),
        ("form-retry = { \"Igen\" }\n", "form-retry: has braces around something other than a $placeholder"),
        ("form-retry = { NUMBER(1) }\n", "form-retry: has braces around something other than a $placeholder"),
        ("form-retry =\n    Prøv\n    igen\n", "form-retry: has more than one line"),
        ("form-retry = { $max ->\n   *[other] Igen\n}\n", "form-retry: cannot select: it is not counted"),
        ("form-retry = Prøv igen\n-brand = Jatak\n", "-brand: terms are not supported"),
    ] {
        assert_eq!(mend(text), [format!("shared/locales/da.ftl: {reason}")], "{text}");
    }
}

#[test]
fn a_line_that_cannot_be_read_is_named_by_its_number() {
    let place = DANISH.lines().position(|line| line.starts_with("form-retry =")).unwrap() + 1;
    let found = faults("form-retry = Prøv igen\n", "form retry = Prøv igen\n");
    assert!(found[0].starts_with(&format!("shared/locales/da.ftl: line {place}: ")), "{found:?}");
}

#[test]
fn a_second_edition_stands_beside_the_first_and_must_be_whole() {
    let first: String = DANISH
        .lines()
        .take_while(|line| !line.starts_with("form-"))
        .filter(|line| line.starts_with("edition-1-") || line.starts_with("    .reviewed_by"))
        .flat_map(|line| [line.replace("edition-1-", "edition-2-").replace("Ja tak,", "Ja,"), "\n".to_owned()])
        .collect();
    let two = check::locale("da", &format!("{DANISH}\n{first}")).ok().unwrap();
    assert_eq!(two.editions.len(), 2);
    assert!(matches!(&two.editions[1][0], Fit::Locked { text, .. } if text.starts_with("Ja, {business}")));
    assert_eq!(
        faults_of("da", &format!("{DANISH}\n{}", first.replace("edition-2-legend", "edition-2-key"))),
        [
            "shared/locales/da.ftl: edition-2-legend: is missing",
            "shared/locales/da.ftl: edition-2-key: is no text of ours: take it out, or mend its id",
        ]
    );
    let third = first.replace("edition-2-", "edition-3-");
    assert!(faults_of("da", &format!("{DANISH}\n{third}"))[0].contains("edition-3-"), "no number is left out");
}

#[test]
fn a_counted_text_has_the_forms_of_its_language_and_a_default() {
    let reason = |code, form| counted(code, form).err().unwrap()[0].reason.clone();
    assert!(counted("ru", "{ $max ->\n    [one] { $max } а\n   *[other] { $max } б\n}").is_ok());
    assert_eq!(
        reason("da", "{ $max ->\n    [few] { $max } a\n   *[other] { $max } b\n}"),
        "selects [few], and this language has one, other"
    );
    assert_eq!(
        reason("ru", "{ $max ->\n    [few] { $max } a\n   *[many] { $max } b\n}"),
        "must have *[other] as its default"
    );
    assert_eq!(reason("ru", "{ $max ->\n    [few] a\n   *[other] { $max } b\n}"), "has lost { $max }");
    assert_eq!(
        reason("ru", "{ $min ->\n    [few] { $max } a\n   *[other] { $max } b\n}"),
        "selects by $min, which is no placeholder of this text"
    );
    assert_eq!(
        reason("ru", "{ $max ->\n    [2] { $max } a\n   *[other] { $max } b\n}"),
        "selects by a number; use the name of a form, such as [few]"
    );
}

#[test]
fn the_form_for_a_number_is_that_of_cldr() {
    let forms = "{ $max ->\n    [zero] 0{ $max }\n    [one] 1{ $max }\n    [two] 2{ $max }\n    [few] 3{ $max }\n    \
                 [many] 4{ $max }\n   *[other] 5{ $max }\n}";
    let arabic = counted("ar", forms).ok().unwrap();
    let Some(Fit::Counted { forms, form_of }) = arabic.groups["CapWords"].get(1) else { panic!("it is counted") };
    let by_number =
        [(0, 0), (1, 1), (2, 2), (3, 3), (10, 3), (11, 4), (99, 4), (100, 5), (102, 5), (103, 3), (1000, 5)];
    for (number, form) in by_number {
        assert_eq!(forms[form_of[number]], format!("{form}{{max}}"), "{number}");
    }
}

/// README's table says how it stands with the reviews, and so do the files: a reader of either must not be misled.
#[test]
fn readme_names_every_language_and_who_has_reviewed_it() {
    let readme = include_str!("../../README.md");
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut rows = 0;
    for path in files {
        let code = path.file_stem().unwrap().to_str().unwrap();
        let locale = check::locale(code, &std::fs::read_to_string(&path).unwrap()).ok().unwrap();
        let texts = locale.editions.last().unwrap().iter().chain(&locale.groups["WhatsappWords"]);
        let reviews = texts.filter_map(|text| match text {
            Fit::Locked { reviewed_by, .. } => Some(*reviewed_by),
            _ => None,
        });
        // As far as the least reviewed sentence.
        let least =
            reviews.min_by_key(|review| ["none", "speaker", "lawyer"].iter().position(|one| one == review)).unwrap();
        let row = readme.lines().find(|line| line.starts_with(&format!("| `{code}` |"))).unwrap_or_default();
        assert!(row.ends_with(&format!("| {least} |")), "{code}: {row:?} does not say {least}");
        rows += 1;
    }
    assert_eq!(rows, 13);
}

#[test]
fn no_two_texts_have_one_id_and_only_what_a_yes_rests_on_is_locked() {
    let groups = || FORM.iter().chain(PAGES).chain(CHECKER).chain(OTHERS).map(|(_, group)| group);
    let mut ids: Vec<_> = groups().flat_map(|group| group.texts.iter().map(|text| text.id(group.prefix))).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all);
    let locked = |group: &schema::Group| -> Vec<_> {
        group.texts.iter().filter(|text| text.kind == Kind::Locked).map(|text| text.id(group.prefix)).collect()
    };
    assert_eq!(groups().flat_map(locked).collect::<Vec<_>>(), ["whatsapp-draft", "whatsapp-draft-code"]);
    assert_eq!(
        locked(&EDITION),
        ["statement", "not-a-condition", "withdrawal", "controller", "privacy"].map(|field| format!("edition-{field}"))
    );
}
