//! The section of `bench/results.md`: what came out, beside what was wanted.

use std::fmt::Write as _;

use anyhow::{Context, Result};

use super::{Load, Setting};
use crate::bench::machine;
use crate::bench::results::Verdict;
use crate::bench::spread::Spread;
use crate::sizes;

/// The section's title.
pub(crate) const TITLE: &str = "A form in a shop's page";

/// The peers in the order of the columns, ours first.
const COLUMNS: [(&str, &str); 5] = [
    ("jatak", "ours"),
    ("form", "by hand"),
    ("cookieconsent", "vanilla-cookieconsent"),
    ("klaro", "klaro"),
    ("page", "page alone"),
];

/// How many times the time of the form by hand ours may take.
const RATIO: f64 = 1.1;

/// The longest task that a person does not feel, in milliseconds; the shortest that a browser calls long.
const LONG: f64 = 50.0;

/// The loads of one peer.
struct Column<'l>(Vec<&'l Load>);

impl Column<'_> {
    /// The spread of what each load had; none where loads have no such thing.
    fn spread(&self, of: impl Fn(&Load) -> Option<f64>) -> Option<Spread> {
        Spread::of(self.0.iter().filter_map(|load| of(load)))
    }
}

impl Load {
    /// The longest task, of all or of those that ended after the peer's first file was there. Shorter ones than [`LONG`]
    /// are not known, and count as nothing.
    fn longest(&self, own: bool) -> f64 {
        let from = if own { self.arrived.unwrap_or(f64::INFINITY) } else { 0.0 };
        let tasks = self.tasks.iter().filter(|task| task.start + task.duration > from);
        tasks.map(|task| task.duration).fold(0.0, f64::max)
    }
}

/// The section's text.
pub(crate) fn section(setting: &Setting, loads: &[Load], preamble: &str) -> Result<String> {
    let columns = COLUMNS.map(|(name, _)| Column(loads.iter().filter(|load| load.peer == name).collect()));
    let [ours, by_hand, cookieconsent, klaro, _] = &columns;
    let median = |column: &Column<'_>, of: fn(&Load) -> Option<f64>| {
        column.spread(of).map(|spread| spread.median()).context("a peer was not measured")
    };
    let mut text = String::new();
    let titles = COLUMNS.map(|(_, title)| title).join(" | ");
    writeln!(text, "| | {titles} | target | |\n|---|---|---|---|---|---|---|---|")?;
    let mut row = |what: &str, cells: [String; 5], target: &str, met: Option<bool>| {
        let verdict = met.map_or_else(String::new, |met| Verdict::of(met).to_string());
        writeln!(text, "| {what} | {} | {target} | {verdict} |", cells.join(" | ")).context("a row")
    };
    let cells = |of: &dyn Fn(&Load) -> Option<f64>, show: &dyn Fn(&Spread) -> String| {
        columns.each_ref().map(|column| column.spread(of).map_or_else(String::new, |spread| show(&spread)))
    };
    let whole = |spread: &Spread| format!("{:.0}", spread.median());
    let time = |spread: &Spread| {
        let [median, low, high] = [50, 10, 90].map(|percent| spread.percentile(percent));
        format!("{median:.0} ms ({low:.0} to {high:.0})")
    };
    let task = |spread: &Spread| {
        let name = |value: f64| if value < LONG { "none".to_owned() } else { format!("{value:.0} ms") };
        format!("{} ({} to {})", name(spread.median()), name(spread.percentile(10)), name(spread.percentile(90)))
    };

    let first: fn(&Load) -> Option<f64> = |load| load.tickable.map(|_| f64::from(load.first_bytes));
    let all: fn(&Load) -> Option<f64> = |load| load.tickable.map(|_| f64::from(load.bytes));
    let tickable: fn(&Load) -> Option<f64> = |load| load.tickable;
    row(
        "bytes until a box can be ticked",
        cells(&first, &whole),
        &format!("at most {}", sizes::FIRST_BYTES),
        Some(median(ours, first)? <= f64::from(sizes::FIRST_BYTES)),
    )?;
    row(
        "bytes in all",
        cells(&all, &whole),
        &format!("at most {}", sizes::ALL_BYTES),
        Some(median(ours, all)? <= f64::from(sizes::ALL_BYTES)),
    )?;
    row("requests", cells(&|load| Some(f64::from(load.requests)), &whole), "", None)?;
    let own = median(ours, tickable)?;
    let before = own < median(cookieconsent, tickable)? && own < median(klaro, tickable)?;
    row("until a box can be ticked", cells(&tickable, &time), "before both cookie tools", Some(before))?;
    // Loads of one round are a few seconds apart, so that what slows the machine for longer slows both of a pair.
    let pairs = ours.0.iter().zip(&by_hand.0).filter_map(|(ours, by_hand)| Some(ours.tickable? / by_hand.tickable?));
    let ratio = Spread::of(pairs).context("no pair was measured")?;
    let shown = format!("**{:.2}** ({:.2} to {:.2})", ratio.median(), ratio.percentile(10), ratio.percentile(90));
    row(
        "the same, as a ratio of pairs",
        [shown, "1".to_owned(), String::new(), String::new(), String::new()],
        &format!("at most {RATIO}"),
        Some(ratio.median() <= RATIO),
    )?;
    row("until nothing more takes over", cells(&|load| load.interactive, &time), "", None)?;
    let largest = |spread: &Spread| format!("{:.3}", spread.percentile(100));
    let shift = ours.spread(|load| Some(load.shift)).context("ours was not measured")?.percentile(100);
    row("layout shift, the largest", cells(&|load| Some(load.shift), &largest), "0", Some(shift < 0.0005))?;
    let longest = ours.spread(|load| Some(load.longest(true))).context("ours was not measured")?.median();
    row(
        "longest task once its first file is there",
        cells(&|load| load.arrived.map(|_| load.longest(true)), &task),
        &format!("at most {LONG:.0} ms"),
        Some(longest <= LONG),
    )?;
    row("longest task of the whole load", cells(&|load| Some(load.longest(false)), &task), "", None)?;

    write!(
        text,
        "\nMedians, with p10 to p90, of {} loads each. Bytes are bodies as sent (brotli), without headers and without the \
         page. The language is the heaviest, `{}`.\n\n{preamble}{}, headless.\n\n{}",
        ours.0.len(),
        setting.locale,
        machine::chromium(),
        method(setting)
    )?;
    Ok(text)
}

/// What exactly was measured.
fn method(setting: &Setting) -> String {
    format!(
        "*Where.* A window of 360 x 800, the processor slowed 4 times (`Emulation.setCPUThrottlingRate`; 4 times slower than \
         this machine is no particular phone). 1.6 Mbit/s towards the browser and 150 ms there and back come from a proxy of the \
         benchmark's own (`tests/src/line.rs`) and not from `Network.emulateNetworkConditions`, under which opening a connection \
         costs nothing: here it costs a round trip. TLS, name lookups and TCP's slow start are in neither; the last would \
         delay klaro's file most.\n\n\
         *What.* Each stands in the same page of another origin, with the same goods under it, in a place of reserved height where \
         it has one. By hand: `tests/peers/form.js`, one script with the same texts, categories and countries, which posts to the \
         same edge; before it is measured, a consent is recorded with it. The cookie tools have four boxes as well, and open them \
         at once, where by default they show a banner first. Ours comes from the real edge, the others from a server that has them \
         packed in memory. Before each load the cache is emptied, every connection cut, and another site visited; the order \
         turns about with each round. Beside them the page is loaded with nothing in it.\n\n\
         *When.* A box can be ticked when it is laid out in the window, what lies at its middle is the box or its label \
         (`elementFromPoint`) and is not invisible, and the frame that shows it was produced; looked for in every frame, from the \
         start of the navigation, by the page's own clock. After each load a real mouse click (`Input.dispatchMouseEvent`) there \
         must tick it, or the run fails. Nothing more takes over: ours is live as WebAssembly (`jatak:ready`, hydrated); the \
         others are as soon as their boxes are. Tasks under {LONG:.0} ms are not reported by browsers and stand as none. Without \
         the reserved height ours moved the page by {:.2}, so the observer sees shifts.\n",
        setting.unreserved_shift,
    )
}
