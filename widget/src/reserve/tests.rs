#![allow(clippy::float_cmp, reason = "numbers of lines are whole")]

use super::*;
use jatak_shared::locale::Locale;

use crate::fixture;

fn reserve(categories: usize, widest: u16) -> Reserve {
    let notice = fixture::notice(Locale::Da);
    let ids: Vec<_> = notice.categories().iter().take(categories).map(|category| category.id().clone()).collect();
    Reserve::new(&FormModel::in_shop(&notice, "https://edge.example", &ids, false), widest)
}

#[test]
fn words_go_on_the_next_line_where_they_do_not_fit_and_hyphens_may_end_one() {
    assert_eq!(lines("", 10.0), 1.0);
    assert_eq!(lines("aaaa aaaa", 5.3), 1.0);
    assert_eq!(lines("aaaa aaaa", 5.2), 2.0);
    assert_eq!(lines("aaaa-aaaa", 3.2), 2.0);
    assert_eq!(lines("aaaaaaaa", 2.6), 2.0, "a word wider than a line is broken");
    assert_eq!(lines("a aaaaaaaa", 2.6), 3.0, "and begins on a line of its own");
}

#[test]
fn more_categories_and_narrower_places_need_more() {
    let (one, all) = (reserve(1, WIDEST), reserve(4, WIDEST));
    assert!(one.least < all.least && one.most < all.most, "{one} {all}");
    let narrow = reserve(4, NARROWEST - MARGINS);
    assert!(narrow.least > all.least, "{narrow} {all}");
    assert_eq!(narrow.least, narrow.most, "a place that never changes needs the same everywhere: {narrow}");
}

#[test]
fn the_declaration_is_one_that_browsers_know() {
    let css = reserve(4, WIDEST).to_string();
    assert!(css.starts_with("min-height:clamp(") && css.ends_with("px)") && css.contains("vw),"), "{css}");
}

#[test]
fn the_line_between_the_ends_lies_above_every_height() {
    let notice = fixture::notice(Locale::Da);
    let model = FormModel::in_shop(&notice, "https://edge.example", &[], false);
    let reserve = Reserve::new(&model, WIDEST);
    for page in (NARROWEST..1_000).map(Px::from) {
        let line = Px::from(reserve.from) - Px::from(reserve.slope) * page / 100.0;
        let reserved = line.clamp(Px::from(reserve.least), Px::from(reserve.most));
        assert!(height(&model, page - Px::from(MARGINS)) <= reserved, "at {page}: {reserve}");
    }
}
