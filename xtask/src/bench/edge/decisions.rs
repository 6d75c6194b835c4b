//! Decisions about a thousand people with a million events in store, beside a JavaScript worker with one SELECT a person.

use std::fmt::Write as _;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use super::Options;
use super::large::import;
use super::servers::{self, Scratch, Server};
use crate::bench::machine;
use crate::bench::results::{self, Verdict};
use crate::bench::spread::Spread;
use crate::run::{now, say, step};

/// How many people one question is about.
const PEOPLE: u64 = 1_000;

/// How many questions each of the two is asked in a round.
const QUESTIONS: u64 = 20;

/// How many times the twin's speed is wanted.
const TARGET: f64 = 1.0;

/// What the edge does more, should the target be missed.
const WHY: &str = "Why a target is missed: `perf` at 100,000 events, once numbers were no more read before they are looked up (half \
    of it had been that): 57 % reads the people, most of it SQLite, which looks into three trees for each where the \
    twin looks into two (number, index of people, person), and the more of them lie outside of its cache \
    the more that costs; 20 % is the worker's, which reads the question, signs the choices link that goes into the \
    message and writes the answer; the rest decides, prints and passes some 400 bytes a person from the object to \
    the worker.";

/// How many rows the twin is given at once.
const FILLED: u64 = 20_000;

/// Measures, prints, and writes the section.
pub(crate) fn measure(options: &Options) -> Result<()> {
    let machine = machine::described();
    let scratch = Scratch::new("decisions")?;
    let edge = step("starting the edge", || servers::edge(scratch.path()))?;
    let twin = step("starting the twin", || servers::twin(scratch.path(), &edge))?;
    step(&format!("importing {} events", options.events), || import(&edge, options.events))?;
    step("filling the twin", || fill(&twin, options.events))?;
    let (mut ratios, mut ours, mut theirs) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..=options.rounds {
        for order in [[true, false], [false, true]] {
            let mut took = [0.0; 2];
            for is_edge in order {
                let server = if is_edge { &edge } else { &twin };
                took[usize::from(!is_edge)] = ask(server, round as u64, options.events)?;
            }
            // The first round warms both up.
            if round > 0 {
                say(&format!("round {round}: edge {:.1} ms, twin {:.1} ms a question", took[0], took[1]));
                ratios.push(took[1] / took[0]);
                ours.push(took[0]);
                theirs.push(took[1]);
            }
        }
    }
    let median = |of: Vec<f64>| Spread::of(of).map(|spread| spread.median()).context("no round was run");
    let ratio = Spread::of(ratios).context("no round was run")?;
    let mut text = String::from(
        "| people in a question | edge | twin | speed, as a ratio of pairs: median (p10 to p90) | target | |\n\
         |---|---|---|---|---|---|\n",
    );
    writeln!(
        text,
        "| {PEOPLE} | {:.1} ms | {:.1} ms | **{:.2}** ({:.2} to {:.2}) | at least {TARGET:.1} | {} |",
        median(ours)?,
        median(theirs)?,
        ratio.median(),
        ratio.percentile(10),
        ratio.percentile(90),
        Verdict::of(ratio.median() >= TARGET),
    )?;
    if ratio.median() < TARGET {
        writeln!(text, "\n{WHY}")?;
    }
    write!(
        text,
        "\n{}{} events in store, each of somebody else; one question at a time, {QUESTIONS} a turn, {} rounds of edge, twin, \
         twin, edge. Every question is about {PEOPLE} others, spread over all of them, and all of them said yes. The edge looks \
         at consent, terms, caps, reviews, countries and quiet hours and says what each answer rests on; the twin \
         (`tests/twin`) does one `SELECT` a person, by an index, and looks whether the category is in the row.\n",
        results::preamble(&machine, options.no_build),
        options.events,
        options.rounds,
    )?;
    println!("\n{text}");
    results::write("Decisions about 1,000 people", &text)
}

/// Gives the twin as many rows, of the same people.
fn fill(twin: &Server, events: u64) -> Result<()> {
    let url = format!("http://127.0.0.1:{}/v1/nordlys/fill", twin.port);
    let mut from = 0;
    while from < events {
        let upto = events.min(from + FILLED);
        let sent = ureq::post(&url).header("Content-Type", "application/json");
        sent.send(json!({"from": from, "upto": upto}).to_string()).context("filling the twin")?;
        from = upto;
    }
    Ok(())
}

/// Asks [`QUESTIONS`] questions and returns how many milliseconds one took; each must be a yes for everyone.
fn ask(server: &Server, round: u64, events: u64) -> Result<f64> {
    let url = format!("http://127.0.0.1:{}/v1/nordlys/decisions", server.port);
    let key = format!("Bearer {}", server.key);
    let bodies = (0..QUESTIONS).map(|question| {
        // Coprime to any round number, so that neighbours in a question are far apart in the store.
        let person = |place: u64| ((round * QUESTIONS + question) * PEOPLE + place) * 370_081 % events;
        let subjects: Vec<Value> =
            (0..PEOPLE).map(|place| json!({"phone": format!("+49151{:08}", person(place))})).collect();
        json!({"category": "relevant_offers", "subjects": subjects}).to_string()
    });
    let bodies: Vec<String> = bodies.collect();
    let mut answers = Vec::new();
    let start = now();
    for body in &bodies {
        let call = ureq::post(&url).header("Authorization", &key).header("Content-Type", "application/json");
        answers.push(call.send(body).context("a question")?.body_mut().read_to_string()?);
    }
    #[expect(clippy::cast_precision_loss, reason = "a small number")]
    let each = (now() - start).as_secs_f64() * 1000.0 / QUESTIONS as f64;
    for answer in answers {
        let answer: Value = serde_json::from_str(&answer)?;
        let decisions = answer["decisions"].as_array().context("an answer without decisions")?;
        if decisions.len() as u64 != PEOPLE || !decisions.iter().all(|one| one["allow"] == true) {
            bail!("a question was not answered yes for everyone: {}", decisions[0]);
        }
    }
    Ok(each)
}
