//! A yes that waits for a message from the number itself, and a yes without any typing.

use jatak_tests::Business;
use jatak_tests::business::{KEPT, SHOP, TYPED};
use jatak_tests::meta::{draft, messages, second, text};
use jatak_tests::page::Page;
use serde_json::{Value, json};

use super::server;

const OFFERS: &str = "relevant_offers";
const OTHER: &str = "+4530123456";

fn poll(business: &Business<'_>, verification: &Value) -> Value {
    let body = json!({"secret": verification["secret"]});
    server().post(&business.api("/verifications")).origin(SHOP).json(&body).send().expect(200).json()
}

fn text_of(verification: &Value) -> String {
    draft(verification["url"].as_str().unwrap())
}

fn offer(business: &Business<'_>, categories: &[&str]) -> Value {
    let body = json!({"notice": business.notice_id(), "categories": categories, "page": "https://shop.example/p?x=1"});
    server().post(&business.api("/offers")).origin(SHOP).json(&body).send().expect(201).json()
}

#[test]
fn a_typed_yes_waits_until_the_prepared_message_comes_from_the_number() {
    let (business, app) = server().business_in_whatsapp("whatsapp");
    let answer = business.opt_in(TYPED, &[OFFERS]);
    assert_eq!(answer["categories"][0]["state"], "pending");
    let verification = &answer["verification"];
    assert_eq!(business.reason(OFFERS, KEPT).as_deref(), Some("pending"));
    assert_eq!(poll(&business, verification)["state"], "waiting");
    let link = verification["url"].as_str().unwrap();
    assert!(link.starts_with("https://wa.me/4570101010?text="), "{link}");
    assert!(text_of(verification).contains("Testhuset") && verification["text"]["heading"].is_string());
    assert!(verification["text"]["explanation"].as_str().unwrap().contains("56"), "the number, masked");

    business.writes(&app, KEPT, &text_of(verification));
    assert_eq!(poll(&business, verification)["state"], "confirmed");
    assert_eq!(business.reason(OFFERS, KEPT), None);
    let decision = business.post("/decisions", &json!({"category": OFFERS, "subjects": [{"phone": KEPT}]})).json();
    assert_eq!(decision["decisions"][0]["evidence"]["assurance"], "whatsapp");
    let confirmed = business.events().pop().unwrap();
    assert_eq!(confirmed["kind"], "confirmed");
}

#[test]
fn stop_then_resume_then_a_typed_yes_and_only_the_number_makes_it_a_yes_again() {
    let (business, app) = server().business_in_whatsapp("whatsapp");
    let first = business.opt_in(TYPED, &[OFFERS]);
    business.writes(&app, KEPT, &text_of(&first["verification"]));
    business.writes(&app, KEPT, "STOP");
    assert_eq!(business.reason(OFFERS, KEPT).as_deref(), Some("objection"));
    business.delivered(&app, &[jatak_tests::meta::preference(KEPT, second(), "resume")]);
    assert_eq!(business.reason(OFFERS, KEPT).as_deref(), Some("objection"), "going on in WhatsApp gives no consent");
    let again = business.opt_in(TYPED, &[OFFERS]);
    assert_eq!(business.reason(OFFERS, KEPT).as_deref(), Some("pending"));
    // A yes of the second in which a no was said does not lift it, so this one is a second later.
    business.delivered(&app, &[messages(&[text(KEPT, second() + 1, &text_of(&again["verification"]))])]);
    assert_eq!(business.reason(OFFERS, KEPT), None);
}

#[test]
fn a_shared_link_that_is_sent_from_another_number_gives_nobodys_consent_to_anybody() {
    let (business, app) = server().business_in_whatsapp("whatsapp");
    let answer = business.opt_in(TYPED, &[OFFERS]);
    business.unchanged(|| business.writes(&app, OTHER, &text_of(&answer["verification"])));
    assert_eq!(business.reason(OFFERS, KEPT).as_deref(), Some("pending"));
    assert_eq!(business.reason(OFFERS, OTHER).as_deref(), Some("no_consent"));
    assert_eq!((business.counted("codes_wrong"), business.counted("codes_confirmed")), (1, 0));
    assert_eq!(poll(&business, &answer["verification"])["state"], "waiting", "and the page learns nothing of it");
}

#[test]
fn the_answer_and_what_the_page_learns_are_the_same_whatever_the_numbers_history() {
    let (business, app) = server().business_in_whatsapp("whatsapp");
    business.writes(&app, KEPT, "STOP");
    let shape = |answer: &Value| {
        let verification = &answer["verification"];
        let keys: Vec<String> = verification.as_object().unwrap().keys().cloned().collect();
        (answer["categories"].clone(), keys, verification["text"]["heading"].clone())
    };
    let (known, unknown) = (business.opt_in(TYPED, &[OFFERS]), business.opt_in(OTHER, &[OFFERS]));
    assert_eq!(shape(&known), shape(&unknown));
    assert_eq!(poll(&business, &known["verification"])["state"], poll(&business, &unknown["verification"])["state"]);
}

#[test]
fn without_typing_the_number_comes_from_the_message() {
    let (business, app) = server().business_in_whatsapp("whatsapp");
    let verification = business.unchanged(|| offer(&business, &[OFFERS, "order_updates"]));
    assert_eq!(poll(&business, &verification)["state"], "waiting");
    business.writes(&app, KEPT, &text_of(&verification));
    assert_eq!(poll(&business, &verification)["state"], "confirmed");
    assert_eq!((business.reason(OFFERS, KEPT), business.reason("order_updates", KEPT)), (None, None));
    business.writes(&app, OTHER, &text_of(&verification));
    assert_eq!(business.reason(OFFERS, OTHER).as_deref(), Some("no_consent"), "a link serves one");
    let row = business.rows("kind=events").pop().unwrap();
    assert_eq!((row["kind"].as_str(), row["source"].as_str()), ("opted_in", "whatsapp"));
}

#[test]
fn a_form_that_is_posted_without_a_number_is_answered_with_the_message_to_send() {
    let (business, app) = server().business_in_whatsapp("whatsapp");
    let post =
        |fields: &[(&str, &str)]| server().post(&business.api("/offers")).header("Accept-Language", "en").form(fields);
    let notice = business.notice_id();
    let ticked = [("notice", notice.as_str()), ("category", OFFERS), ("phone", ""), ("locale", "en")];
    let page = business.unchanged(|| Page::of(&post(&ticked).origin(&server().edge).send().expect(200)));
    let link = page.select("a[href^='https://wa.me/']")[0].attr("href").unwrap().to_owned();
    business.writes(&app, KEPT, &draft(&link));
    assert_eq!(business.reason(OFFERS, KEPT), None);

    let none = post(&[("notice", notice.as_str()), ("locale", "en")]).origin(&server().edge).send().expect(422);
    assert!(Page::of(&none).has("form.form .error"), "the form again");
    post(&ticked).origin("https://elsewhere.example").send().expect(403);
    // A page that hides where it stands: asked once more, and then told the same.
    let confirm = Page::of(&post(&ticked).send().expect(200)).form("Yes please");
    let page = Page::of(&confirm.submit(server(), &business.api("/offers")).expect(200));
    assert!(page.has("a[href^='https://wa.me/']"));
    let plain = server().business();
    let call = server().post(&plain.api("/offers")).origin(&server().edge);
    call.form(&[("notice", plain.notice_id().as_str()), ("category", OFFERS)]).send().expect(409);
    assert!(!server().get(&format!("/{}", plain.slug)).send().expect(200).text().contains("formaction"));
}

#[test]
fn an_offer_is_refused_as_a_submission_is() {
    let (business, _) = server().business_in_whatsapp("whatsapp");
    let post = |body: &Value, origin: &str| server().post(&business.api("/offers")).origin(origin).json(body).send();
    let notice = business.notice_id();
    let good = json!({"notice": notice, "categories": [OFFERS]});
    post(&good, "https://elsewhere.example").refusal(403, "origin_refused");
    post(&json!({"notice": notice, "categories": []}), SHOP).refusal(422, "category_none");
    post(&json!({"notice": notice, "categories": ["horoscopes"]}), SHOP).refusal(422, "category_unnoticed");
    post(&json!({"notice": "0".repeat(64), "categories": [OFFERS]}), SHOP).refusal(422, "notice_unknown");
    post(&json!({"notice": notice, "categories": [OFFERS], "subject": {}}), SHOP).refusal(422, "field_invalid");
    let plain = server().business();
    let body = json!({"notice": plain.notice_id(), "categories": [OFFERS]});
    let call = server().post(&plain.api("/offers")).origin(SHOP).json(&body);
    call.send().refusal(409, "verification_off");
    assert_eq!(plain.opt_in(TYPED, &[OFFERS]).get("verification"), None);
}

#[test]
fn a_secret_is_asked_with_in_the_body_and_draws_only_the_businesss_own_link() {
    let (business, _) = server().business_in_whatsapp("whatsapp");
    let verification = offer(&business, &[OFFERS]);
    let post = |body: &Value| server().post(&business.api("/verifications")).origin(SHOP).json(body).send();
    post(&json!({"secret": "x".repeat(43)})).refusal(404, "not_found");
    let drawn = post(&json!({"secret": verification["secret"], "draw": verification["url"]})).expect(200).json();
    assert!(drawn["qr"]["size"].as_u64().unwrap() > 40 && drawn["qr"]["path"].as_str().unwrap().starts_with('M'));
    let foreign = json!({"secret": verification["secret"], "draw": "https://wa.me/4512345678?text=x"});
    assert_eq!(post(&foreign).refusal(422, "field_invalid")["field"], "/draw");
    let shared = server().call("OPTIONS", &business.api("/verifications")).origin(SHOP).send();
    assert_eq!(shared.header("access-control-allow-origin"), "*");
}

#[test]
fn a_plain_form_leads_to_a_receipt_page_with_the_same_link() {
    let (business, app) = server().business_in_whatsapp("whatsapp");
    let notice = business.notice_id();
    let form = [
        ("notice", notice.as_str()),
        ("category", OFFERS),
        ("phone", KEPT),
        ("idempotency_key", "k0123456789012345678901"),
    ];
    let posted = server().post(&business.api("/consents")).origin(SHOP).form(&form).send().expect(303);
    let path = business.path_of(&posted.header("location"));
    let page = server().get(&path).send().expect(200);
    let link =
        page.text().split('"').find(|part| part.starts_with("https://wa.me/")).expect("a link").replace("&amp;", "&");
    business.writes(&app, KEPT, &draft(&link));
    assert_eq!(business.reason(OFFERS, KEPT), None);
    let page = server().get(&path).send().expect(200);
    assert!(!page.text().contains("https://wa.me/") && page.text().contains("your yes counts now"), "it is done");
}
