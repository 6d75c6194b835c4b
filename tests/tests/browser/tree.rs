//! What a screen reader is told: the form's accessibility tree as Chromium builds it, kept as text.

use std::collections::HashMap;

use jatak_tests::browser::Browser;
use jatak_tests::shop::Shop;
use jatak_tests::widget::{Widget, snippet};
use serde_json::{Value, json};

use super::{business_of, server};

/// Properties that are told, where they are set.
const TOLD: [&str; 6] = ["required", "invalid", "live", "checked", "disabled", "hasPopup"];

/// The tree below the page's root, a line a node: role, name, description, value, what is set.
fn tree(browser: &Browser) -> String {
    let _ = browser.devtools("Accessibility.enable", json!({}));
    let answer = browser.devtools("Accessibility.getFullAXTree", json!({}));
    let nodes = answer["nodes"].as_array().unwrap();
    let by_id: HashMap<&str, &Value> = nodes.iter().map(|node| (node["nodeId"].as_str().unwrap(), node)).collect();
    let mut lines = String::new();
    write(&by_id, &nodes[0], 0, "", &mut lines);
    lines
}

/// Writes a node and what is below it. What only groups is passed through, and what only repeats its parent's name.
fn write(nodes: &HashMap<&str, &Value>, node: &Value, depth: usize, parent: &str, lines: &mut String) {
    let role = node["role"]["value"].as_str().unwrap_or_default();
    let name = node["name"]["value"].as_str().unwrap_or_default();
    let repeats = role == "StaticText" && (name == parent || name.trim().is_empty());
    let passes = node["ignored"] == true || matches!(role, "none" | "generic" | "RootWebArea") || repeats;
    if role == "InlineTextBox" {
        return;
    }
    if !passes {
        let role = if role == "StaticText" { "text" } else { role };
        let said = [("", &node["name"]), (" – ", &node["description"]), (" = ", &node["value"])];
        let said = said.iter().filter_map(|(before, value)| {
            value["value"].as_str().filter(|text| !text.is_empty()).map(|text| format!("{before}\"{text}\""))
        });
        let said: String = said.collect();
        let set = node["properties"].as_array().into_iter().flatten().filter_map(|property| {
            let name = property["name"].as_str().filter(|name| TOLD.contains(name))?;
            let value = &property["value"]["value"];
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            (text != "false").then(|| format!(" [{name}: {text}]"))
        });
        let set: String = set.collect();
        let space = if said.is_empty() { "" } else { " " };
        lines.extend(["  ".repeat(depth).as_str(), role, space, &said, &set, "\n"]);
    }
    // What can be chosen in a selector is a list of its own, with its own tests.
    if role == "combobox" {
        return;
    }
    let below = if passes { depth } else { depth + 1 };
    for child in node["childIds"].as_array().into_iter().flatten() {
        if let Some(child) = child.as_str().and_then(|id| nodes.get(id)) {
            write(nodes, child, below, if passes { parent } else { name }, lines);
        }
    }
}

/// To change it, write what this test prints into the file, after reading it aloud.
#[test]
fn what_a_screen_reader_is_told_of_the_form_is_as_it_was() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let browser = Browser::start();
    browser.open(&shop.page("/", &snippet(server(), &business.slug)));
    let widget = Widget(&browser).painted().live();
    let first = tree(&browser);
    widget.submit();
    let _ = widget.error("category");
    let wrong = tree(&browser);
    widget.tick("order_updates");
    widget.number("20 12 34 56");
    widget.submit();
    let _ = widget.success();
    let done = tree(&browser);
    let found = format!("# The form\n\n{first}\n# With errors\n\n{wrong}\n# After a yes\n\n{done}");
    assert_eq!(found, include_str!("tree.txt"), "\n{found}");
}
