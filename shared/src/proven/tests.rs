#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use super::*;

#[test]
fn event_line_format_unchanged_and_canonical() {
    let private = Opened { salt: &[1; 32], body: "{\"v\":1}" };
    let evidence = Opened { salt: &[2; 32], body: "{}" };
    let outcome = Opened { salt: &[3; 32], body: "{\"v\":1}" };
    let opened = OpenedEvent { private: Some(private), outcome: Some(outcome), evidence: Some(evidence) };
    let line = event_line("{\"seq\":1}", &opened);
    assert_eq!(
        line,
        "{\"evidence\":{\"body\":{},\"salt\":\"0202020202020202020202020202020202020202020202020202020202020202\"},\
         \"hash\":\"b119a77a4864308c481efb947ff723d6bd4ea1e7fab902eb8ca98bd759e46aee\",\"leaf\":{\"seq\":1},\
         \"line\":\"event\",\"outcome\":{\"body\":{\"v\":1},\
         \"salt\":\"0303030303030303030303030303030303030303030303030303030303030303\"},\"private\":{\"body\":{\"v\":1},\
         \"salt\":\"0101010101010101010101010101010101010101010101010101010101010101\"}}\n"
    );
    let value: serde_json::Value = serde_json::from_str(&line).unwrap();
    assert_eq!(canonical::to_string(&value) + "\n", line);
    let bare = event_line("{\"seq\":1}", &OpenedEvent::default());
    let value: serde_json::Value = serde_json::from_str(&bare).unwrap();
    assert_eq!(canonical::to_string(&value) + "\n", bare);
}

#[test]
fn header_and_trailer_format_unchanged() {
    let header = Header {
        business: BusinessId::v4([1; 16]),
        checkpoint: "c\n".into(),
        partial: None,
        size: 3,
        v: VERSION,
        vkeys: vec!["k".into()],
    };
    assert_eq!(
        Line::Header(header).print(),
        "{\"business\":\"01010101-0101-4101-8101-010101010101\",\"checkpoint\":\"c\\n\",\"line\":\"header\",\"size\":3,\
         \"v\":1,\"vkeys\":[\"k\"]}\n"
    );
    let trailer = Trailer { digest: Digest32::of(b""), erased: 1, events: 3, notices: 2, partial: false };
    assert_eq!(
        Line::Trailer(trailer).print(),
        "{\"digest\":\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\",\"erased\":1,\"events\":3,\
         \"line\":\"trailer\",\"notices\":2}\n"
    );
}

#[test]
fn a_notice_line_is_canonical() {
    let line = notice_line(NoticeId::of("{}"), "{}");
    let value: serde_json::Value = serde_json::from_str(&line).unwrap();
    assert_eq!(canonical::to_string(&value) + "\n", line);
}
