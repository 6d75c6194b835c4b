//! How near a message comes to one of the words for stop. The rule stands in [`said`](super::said), the words in `words`.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::folded::folded;

mod slip;
mod words;

use words::Reach;

/// How near a message comes to stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Nearness {
    /// It says nothing else.
    Whole,
    /// A person must look.
    Near,
}

/// The most words of a message that is nothing but stop: the longest entry has seven, and courtesies stand around it.
const WHOLE_WORDS: usize = 16;

/// The most words of a short message.
const SHORT_WORDS: usize = 8;

/// The most letters of a short message, its spaces included.
const SHORT_CHARS: usize = 60;

/// Up to how many words a message may have for a slip in a word of [`SLIP_CHARS`] to matter.
const SLIP_WORDS: usize = 3;

/// Shorter words are one slip from too many others.
const SLIP_CHARS: usize = 4;

/// From this length a slip matters in any short message.
const LONG_SLIP_CHARS: usize = 7;

/// Signs that mean stop when nothing else is said.
const SIGNS: [char; 3] = ['🛑', '⛔', '🚫'];

/// How near `text` comes to stop, if at all.
pub(super) fn nearness(text: &str) -> Option<Nearness> {
    let whole = folded(text);
    let words = distinct(&whole);
    if words.is_empty() {
        return text.contains(SIGNS).then_some(Nearness::Near);
    }
    match TABLE.whole(&words) {
        Some(Reach::Doubt) => return Some(Nearness::Near),
        Some(_) if is_asked(text) => return Some(Nearness::Near),
        Some(_) => return Some(Nearness::Whole),
        None => {}
    }
    let near = TABLE.holds(&words, Reach::Anywhere)
        || is_short(&words) && (TABLE.holds(&words, Reach::Short) || TABLE.slipped(&words))
        || sentences(text).any(|sentence| TABLE.whole(&distinct(&folded(sentence))).is_some());
    near.then_some(Nearness::Near)
}

/// The words of a folded text, said once where they are said several times in a row.
fn distinct(folded: &str) -> Vec<&str> {
    let mut words: Vec<_> = folded.split_whitespace().collect();
    words.dedup();
    words
}

fn is_short(words: &[&str]) -> bool {
    let chars: usize = words.iter().map(|word| word.chars().count() + 1).sum();
    words.len() <= SHORT_WORDS && chars <= SHORT_CHARS + 1
}

fn is_asked(text: &str) -> bool {
    text.contains(['?', '？', '؟', '¿', '⁇', '⁈', '⁉', '‽', '﹖', '❓', '❔'])
}

/// The sentences of a message, roughly: a stop beside other sentences is found, and a comma ends none.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let start = text.char_indices().nth(super::folded::MAX_CHARS).map_or(text, |(end, _)| &text[..end]);
    start.split(['.', '!', '?', ';', '\n', '\r', '؟', '؛', '…', '。'])
}

/// The words, folded and sorted by how they are looked up.
struct Table {
    /// Every entry with its reach, the widest where two languages share it.
    entries: HashMap<String, Reach>,
    /// The entries of two words and more, by their first; and single words by themselves.
    by_first: HashMap<String, Vec<(Vec<String>, Reach)>>,
    /// The single words that a slip may lead from.
    singles: Vec<Vec<char>>,
    /// What may stand around an entry.
    courtesies: Vec<Vec<String>>,
    /// Words that are no slip.
    ordinary: HashSet<String>,
}

static TABLE: LazyLock<Table> = LazyLock::new(Table::new);

impl Table {
    fn new() -> Self {
        let mut entries: HashMap<String, Reach> = HashMap::new();
        for (_, reach, texts) in words::STOP {
            for text in *texts {
                let known = entries.entry(folded(text)).or_insert(*reach);
                *known = (*known).max(*reach);
            }
        }
        let mut by_first: HashMap<String, Vec<(Vec<String>, Reach)>> = HashMap::new();
        for (entry, reach) in &entries {
            let phrase = split(entry);
            if let Some(first) = phrase.first() {
                by_first.entry(first.clone()).or_default().push((phrase, *reach));
            }
        }
        let single = |(entry, reach): (&String, &Reach)| {
            let letters: Vec<char> = entry.chars().collect();
            (*reach >= Reach::Short && letters.len() >= SLIP_CHARS && !letters.contains(&' ')).then_some(letters)
        };
        let all = |lists: &[(crate::locale::Locale, &[&str])]| -> Vec<String> {
            lists.iter().flat_map(|(_, texts)| texts.iter()).map(|text| folded(text)).collect()
        };
        Self {
            singles: entries.iter().filter_map(single).collect(),
            entries,
            by_first,
            courtesies: all(words::COURTESIES).iter().map(|text| split(text)).collect(),
            ordinary: all(words::ORDINARY).into_iter().collect(),
        }
    }

    /// The reach of the entry that `words` are, with nothing but courtesies around it.
    fn whole(&self, words: &[&str]) -> Option<Reach> {
        if words.len() > WHOLE_WORDS {
            return None;
        }
        let mut front = words;
        loop {
            let mut core = front;
            loop {
                if let Some(reach) = self.entries.get(&core.join(" ")) {
                    return Some(*reach);
                }
                match self.courtesy(|courtesy| ends_with(core, courtesy)) {
                    Some(length) => core = &core[..core.len() - length],
                    None => break,
                }
            }
            front = &front[self.courtesy(|courtesy| starts_with(front, courtesy))?..];
        }
    }

    /// How many words the longest courtesy has that `fits`.
    fn courtesy(&self, fits: impl Fn(&[String]) -> bool) -> Option<usize> {
        self.courtesies.iter().filter(|courtesy| fits(courtesy)).map(Vec::len).max()
    }

    /// Whether an entry of at least this reach stands among `words`.
    fn holds(&self, words: &[&str], reach: Reach) -> bool {
        (0..words.len()).any(|at| {
            let from = &words[at..];
            let phrases = from.first().and_then(|first| self.by_first.get(*first));
            phrases.into_iter().flatten().any(|(phrase, theirs)| *theirs >= reach && starts_with(from, phrase))
        })
    }

    /// Whether one of `words`, which are few, is one slip from an entry.
    fn slipped(&self, words: &[&str]) -> bool {
        let least = if words.len() <= SLIP_WORDS { SLIP_CHARS } else { LONG_SLIP_CHARS };
        words.iter().filter(|word| !self.ordinary.contains(**word)).any(|word| {
            let letters: Vec<char> = word.chars().collect();
            self.singles.iter().any(|entry| entry.len() >= least && slip::is_one(&letters, entry))
        })
    }
}

fn split(folded: &str) -> Vec<String> {
    folded.split_whitespace().map(str::to_owned).collect()
}

fn starts_with(words: &[&str], phrase: &[String]) -> bool {
    !phrase.is_empty() && words.len() >= phrase.len() && words.iter().zip(phrase).all(|(word, part)| word == part)
}

fn ends_with(words: &[&str], phrase: &[String]) -> bool {
    words.len().checked_sub(phrase.len()).is_some_and(|start| starts_with(&words[start..], phrase))
}

#[cfg(test)]
mod tests;
