//! The commands of the README, run as they stand there.

use std::fs;
use std::process::Command;

use jatak_tests::{Reply, Server, place};
use serde_json::Value;

/// A `curl` command, taken apart.
#[derive(Debug)]
struct Curl {
    method: String,
    url: String,
    body: Option<String>,
    headers: Vec<(String, String)>,
}

/// Every `curl` command of the README, in order: those in blocks of shell and those in tables.
fn commands(readme: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = readme;
    while let Some(at) = rest.find("curl ") {
        let (before, from) = rest.split_at(at);
        // In a table a command ends with its back-tick; in a block with the first line that closes its quotes.
        let end = if before.ends_with('`') {
            from.find('`').expect("a closing back-tick")
        } else {
            let closed = |end: &usize| from[..*end].matches('\'').count() % 2 == 0;
            from.match_indices('\n').map(|(end, _)| end).find(closed).expect("a whole command")
        };
        found.push(from[..end].to_owned());
        rest = &from[end..];
    }
    found
}

/// The words of a command, as a shell without anything but quotes and variables would split it.
fn words(command: &str, variable: impl Fn(&str) -> String) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    let mut signs = command.chars().peekable();
    while let Some(sign) = signs.next() {
        match (quote, sign) {
            (Some(open), _) if sign == open => quote = None,
            (None, '\'' | '"') => {
                quote = Some(sign);
                word.get_or_insert_default();
            }
            (None, ' ' | '\n') => words.extend(word.take()),
            (None | Some('"'), '$') => {
                let mut name = String::new();
                while let Some(letter) = signs.next_if(|sign| sign.is_ascii_uppercase() || *sign == '_') {
                    name.push(letter);
                }
                word.get_or_insert_default().push_str(&variable(&name));
            }
            _ => word.get_or_insert_default().push(sign),
        }
    }
    words.extend(word);
    words
}

impl Curl {
    fn of(words: &[String]) -> Self {
        let mut curl = Self { method: "GET".into(), url: String::new(), body: None, headers: Vec::new() };
        let mut words = words.iter().skip(1);
        while let Some(word) = words.next() {
            match word.as_str() {
                "-X" => curl.method.clone_from(words.next().expect("a method")),
                "-d" => curl.body = words.next().cloned(),
                "-H" => {
                    let (name, value) = words.next().and_then(|header| header.split_once(": ")).expect("a header");
                    curl.headers.push((name.to_owned(), value.to_owned()));
                }
                "-OJ" => {}
                url => url.clone_into(&mut curl.url),
            }
        }
        curl
    }

    /// Runs it. What the README says each example needs is added where the example leaves it out.
    fn run(&self, server: &Server, key: &str) -> Reply {
        let mut call = server.call(&self.method, &self.url);
        for (name, value) in &self.headers {
            call = call.header(name, value);
        }
        let names = |wanted: &str| self.headers.iter().any(|(name, _)| name.eq_ignore_ascii_case(wanted));
        if !names("authorization") {
            call = call.key(key);
        }
        match &self.body {
            Some(body) if names("content-type") => call.body(body.as_bytes()).send(),
            Some(body) => call.raw("application/json", body.as_bytes()).send(),
            None => call.send(),
        }
    }
}

#[test]
fn every_command_of_the_readme_does_what_it_says() {
    let readme = fs::read_to_string(place::root().join("README.md")).expect("the README");
    let server = Server::start(&[]);
    let commands = commands(&readme);
    assert!(commands.len() >= 10, "{commands:#?}");
    let (mut key, mut settings, mut import) = (String::new(), String::new(), String::new());
    let mut scopes_seen = String::new();
    for command in &commands {
        let variable = |name: &str| match name {
            "EDGE" => server.edge.clone(),
            "JATAK_ADMIN_TOKEN" => server.admin.clone(),
            "KEY" => key.clone(),
            "IMPORT" => import.clone(),
            "RUN" => "6f1c2a8e9b7d4f30a1c5e7d92b4f6a81".to_owned(),
            // Whoever the examples are about has said no by then, and a report of what was never reserved is answered too.
            "RESERVATION" => "019ab3f6-4d20-7c11-9a02-1f2e3d4c5b6a".to_owned(),
            other => panic!("${other} in {command}"),
        };
        let mut curl = Curl::of(&words(command, variable));
        if let Some(body) = &mut curl.body {
            if body == "@settings.json" {
                body.clone_from(&settings);
            }
            if body.contains("<id>") {
                let notice = server.get("/v1/your-shop/notice").send().expect(200).json();
                *body = body.replace("<id>", notice["id"].as_str().expect("an id"));
            }
            if !curl.url.contains("/imports") {
                let json: Value = serde_json::from_str(body).unwrap_or_else(|error| panic!("{error} in {command}"));
                if curl.url.ends_with("/v1/businesses") {
                    settings = json["settings"].to_string();
                }
            }
        }
        let reply = curl.run(&server, &key);
        assert!((200..300).contains(&reply.status), "{command}\n{}: {}", reply.status, reply.text());
        if curl.url.ends_with("/v1/businesses") {
            key = reply.json()["key"].as_str().expect("the first key").to_owned();
        }
        if reply.status == 202 {
            import = reply.json()["id"].as_str().expect("an import's id").to_owned();
        }
        scopes_seen.push_str(&curl.url);
    }
    for path in [
        "/decisions",
        "/sends",
        "/lookups",
        "/export",
        "/events",
        "/opt-outs",
        "/consents",
        "/links",
        "/keys",
        "/imports",
        "/erasures",
        "/webhooks",
    ] {
        assert!(scopes_seen.contains(path), "the README has an example of {path}");
    }
}

#[test]
fn the_check_of_a_webhook_in_the_readme_takes_the_published_vector_and_nothing_else() {
    let readme = fs::read_to_string(place::root().join("README.md")).expect("the README");
    let script = readme.split("```js\n").find(|block| block.contains("webhook-id")).expect("a script");
    let script = script.split("```").next().expect("its end");
    let check = r#"
        const headers = { "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek", "webhook-timestamp": "1614265330",
          "webhook-signature": "v1,AAAA v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=" };
        const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", body = '{"test": 2432232314}';
        const later = { ...headers, "webhook-timestamp": "1614265331" };
        const calls = [[headers, body], [headers, body + " "], [later, body]];
        console.log(calls.map(([headers, body]) => isGenuine(secret, headers, body)).join());
    "#;
    let node = Command::new("node").args(["--input-type=module", "--eval", &format!("{script}{check}")]).output();
    let node = node.expect("Node, which starts workerd too");
    assert_eq!(String::from_utf8_lossy(&node.stdout), "true,false,false\n", "{node:?}");
}

#[test]
fn the_snippet_of_the_readme_is_the_one_of_the_demo_shop() {
    let read = |name: &str| fs::read_to_string(place::root().join(name)).expect("a file of the repository");
    let tag = |text: &str| {
        let start = text.find("<div data-jatak").expect("the snippet");
        let end = start + text[start..].find("</div>").expect("its end");
        text[start..end].to_owned()
    };
    let readme = tag(&read("README.md"))
        .replace("https://EDGE/your-shop", "http://localhost:8787/nordlys")
        .replace("Your Shop", "Nordlys Kaffe");
    let height = |tag: &str| tag.split("style=\"").nth(1).and_then(|rest| rest.split('"').next()).map(str::to_owned);
    let shop = tag(&read("index.html"));
    let without_height = |tag: &str| tag.replace(&height(tag).expect("a reserved height"), "");
    assert_eq!(without_height(&readme), without_height(&shop));
}
