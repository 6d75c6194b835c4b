//! The bytes of two notices, pinned: people said yes to their hash.

use super::{Locale, notice, settings};

#[test]
fn danish_notice_format_unchanged() {
    let notice = notice(&settings(), Locale::Da);
    assert_eq!(notice.canonical(), include_str!("da.json").trim_end());
    assert_eq!(notice.id().to_string(), "4a7d7b26e5fdc9c8017f1a9759e43e5188c01a21330b530bf9d51b18adbcb29e");
}

#[test]
fn english_notice_format_unchanged() {
    let notice = notice(&settings(), Locale::En);
    assert_eq!(notice.canonical(), include_str!("en.json").trim_end());
    assert_eq!(notice.id().to_string(), "7bb7915dbe5f9b9af9aa7f3e5c824493eb0f6e18b2710a2fd583a675c31f5b08");
}
