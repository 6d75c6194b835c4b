//! How much height a shop's page reserves for the form, so that nothing moves when it appears.
//!
//! The form's height depends on its words, on its width and on the reader's font, of which only the words are known. The
//! sheet (`styles/form.css`) is laid out here in the widest font that systems use for their own texts, `DejaVu Sans`: others
//! are narrower, so their forms leave some of the reserve empty and never need more. A test measures it in a browser.

use core::fmt;

use crate::model::{FormModel, Offer};

/// A length in CSS pixels.
type Px = f64;

/// What stands between a page's edges and the form on a narrow screen, both sides together. Most pages have less, so
/// that their forms are wider and lower than is reckoned with.
const MARGINS: u16 = 48;

/// The narrowest screen that is reckoned with (WCAG 1.4.10).
const NARROWEST: u16 = 320;

/// How wide the form gets at most: 36em.
pub const WIDEST: u16 = 576;

/// What rounding and a font's own line spacing may add to what is reckoned, once a form.
const SLACK: Px = 16.0;

/// How much height, in pixels, a form loses at most for each hundred that the page gains: one in the most long-winded
/// language that falls from narrowest to widest within a third of the way.
const STEEPEST: u32 = 1_000;

/// The reserved height as CSS: `Display` prints the declaration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reserve {
    least: u32,
    most: u32,
    /// Between the two the height falls along a line: so much at a width of nothing…
    from: u32,
    /// …and so much less for each hundredth of the page's width.
    slope: u32,
}

impl fmt::Display for Reserve {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { least, most, from, slope } = self;
        if least == most {
            return write!(f, "min-height:{most}px");
        }
        write!(f, "min-height:clamp({least}px,calc({from}px - {slope}vw),{most}px)")
    }
}

impl Reserve {
    /// The height on the narrowest screen.
    pub fn tallest(self) -> u32 {
        self.most
    }

    /// What the form of `model` needs in a place that is at most `widest` pixels wide, whatever the page's width.
    pub fn new(model: &FormModel, widest: u16) -> Self {
        let place = |page: u16| Px::from(page.saturating_sub(MARGINS).min(widest));
        // Wider pages change nothing any more.
        let widest_page = widest.saturating_add(MARGINS).max(NARROWEST + 1);
        let heights: Vec<(Px, Px)> = (NARROWEST..=widest_page)
            .map(|page| (Px::from(page), Px::from(tens(height(model, place(page))))))
            .collect();
        let end = |end: Option<&(Px, Px)>| end.map_or(0.0, |(_, height)| *height);
        let least = end(heights.last());
        let tallest = end(heights.first()).max(least);
        // Of the lines that lie above every height, the one that wastes least where it wastes most. The height falls in
        // steps and ever slower, so the line from end to end is not it.
        let line = |slope: u32| {
            let slope = Px::from(slope);
            let from = heights.iter().map(|(page, height)| height + slope * page / 100.0).fold(0.0, Px::max);
            let from = Px::from(tens(from));
            let reserved = |page: Px| (from - slope * page / 100.0).clamp(least, tallest);
            let waste = heights.iter().map(|(page, height)| reserved(*page) / height).fold(0.0, Px::max);
            (waste, from, slope)
        };
        let lines = (0..=STEEPEST).step_by(4).map(line);
        let (_, from, slope) = lines.min_by(|(one, ..), (other, ..)| one.total_cmp(other)).unwrap_or_default();
        Self { least: whole(least), most: whole(tallest), from: whole(from), slope: whole(slope) }
    }
}

/// Rounded up to tens, which is as exact as this can be.
fn tens(height: Px) -> u32 {
    whole((height / 10.0).ceil() * 10.0)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "heights are positive and a few thousands")]
fn whole(height: Px) -> u32 {
    height as u32
}

/// The height of the form in a place of this width, after `form.css`.
fn height(model: &FormModel, place: Px) -> Px {
    let printed = &model.printed;
    let width = place.min(Px::from(WIDEST));
    let padding = (place * 0.05).clamp(17.6, 28.0);
    let inner = width - 2.0 - 2.0 * padding;
    let text = |text: &str, size: Px, line: Px| lines(text, inner / size) * size * line;
    let bold = |text: &str, size: Px, line: Px, width: Px| lines(text, width / size / BOLD) * size * line;

    let mut height = 2.0 + 2.0 * padding + SLACK;
    height += bold(&printed.heading, 22.0, 1.25, inner);
    height += 8.0 + text(&printed.statement, 16.0, 1.5);
    height += 20.0 + bold(&printed.legend, 16.0, 1.5, inner);
    // A box is 24 wide, 14 from its text, and both stand in a frame of 16 and a line on either side.
    let about = inner - 34.0 - 38.0;
    for choice in &model.choices {
        height += 8.0 + 30.0 + bold(&choice.title, 16.0, 1.5, about);
        height += lines(&choice.value, about / 16.0) * 24.0 + lines(&choice.frequency, about / 14.0) * 21.0;
    }
    height += 20.0 + number(model, inner);
    height += 17.5 + text(&printed.not_a_condition, 14.0, 1.5) + text(&printed.withdrawal, 14.0, 1.5);
    let button = [&model.labels.submit, &model.labels.sending, &model.labels.retry];
    let button = button.map(|label| bold(label, 16.0, 1.5, inner - 44.0));
    height += 20.0 + (button.into_iter().fold(0.0, Px::max) + 26.4).max(48.0);
    if let Some(Offer { button, explanation, .. }) = &printed.offer {
        height += 36.25 + bold(button, 16.0, 1.5, inner - 44.0) + 26.4 + 8.0 + text(explanation, 16.0, 1.5);
    }
    height += 16.25 + text(&printed.controller, 13.0, 1.5);
    height + (text(&printed.privacy, 13.0, 1.5) + 20.8).max(44.0)
}

/// The country and the number: side by side where both have 12em, else one below the other.
fn number(model: &FormModel, inner: Px) -> Px {
    let printed = &model.printed;
    let beside = inner >= 2.0 * 192.0 + 12.0;
    let width = if beside { (inner - 12.0) / 2.0 } else { inner };
    let field = |label: &str| lines(label, width / 16.0 / BOLD) * 24.0 + 4.0 + 48.0;
    let (country, phone) = (field(&printed.country), field(&printed.phone));
    if beside { country.max(phone) } else { country + 12.0 + phone }
}

/// How much wider bold letters are.
const BOLD: Px = 1.13;

/// How many lines this text takes in a place so many em wide, broken as browsers do: between words and after hyphens, and
/// within a word only where it has a line of its own and is wider still.
fn lines(text: &str, place: Px) -> Px {
    let space = letter(' ');
    let mut lines = 1.0;
    let mut used: Px = 0.0;
    for word in text.split_whitespace() {
        let mut before = space;
        for part in word.split_inclusive('-') {
            let width: Px = part.chars().map(letter).sum();
            let gap = if used > 0.0 { before } else { 0.0 };
            before = 0.0;
            if used + gap + width <= place {
                used += gap + width;
                continue;
            }
            if used > 0.0 {
                lines += 1.0;
            }
            let over = (width / place).ceil() - 1.0;
            lines += over.max(0.0);
            used = width - place * over.max(0.0);
        }
    }
    lines
}

/// The width of a letter in em, in `DejaVu Sans`, by groups of like width, rounded up.
fn letter(letter: char) -> Px {
    let hundredths = match letter {
        'i' | 'j' | 'l' | 'I' | 'J' | '\'' | '’' | '|' | 'ì'..='ï' | 'Ì'..='Ï' => 30,
        ' ' => 32,
        '.' | ',' | ':' | ';' | '/' => 34,
        'f' | 't' | 'r' | '(' | ')' | '-' | '!' | '·' => 41,
        's' | 'c' | 'z' => 55,
        'ç' | 'L' | 'F' | '?' | '“' | '”' | '„' | '"' => 58,
        'k' | 'v' | 'x' | 'y' => 60,
        'a' | 'e' | 'o' => 62,
        'w' => 82,
        'm' | 'M' | 'W' | 'æ' | 'œ' | '@' | '%' | '…' => 100,
        'Æ' | 'Œ' | '—' | 'Ж' | 'Ш' | 'Щ' | 'Ю' => 109,
        'ж' | 'м' | 'т' | 'ф' | 'ш' | 'щ' | 'ы' | 'ю' | 'Ы' | 'М' | 'Ф' => 94,
        // Marks that stand above or below, and those that only say in which direction to go on.
        '\u{300}'..='\u{36f}'
        | '\u{591}'..='\u{5c7}'
        | '\u{64b}'..='\u{65f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2066}'..='\u{2069}' => 0,
        // Most Arabic letters are joined to the next, and narrower for it than by themselves.
        '\u{600}'..='\u{6ff}' => 54,
        '0'..='9' | 'א'..='ת' => 64,
        upper if upper.is_uppercase() => 79,
        letter if letter.is_alphabetic() && u32::from(letter) < 0x2000 => 64,
        // Anything else may be as wide as it is high: business names have no rule.
        _ => 105,
    };
    Px::from(hundredths) / 100.0
}

#[cfg(test)]
mod tests;
