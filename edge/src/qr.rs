//! QR codes as one path of an SVG: who shows one sets an attribute, and puts no markup from elsewhere into a page.

use std::fmt::Write;

use qrcodegen::{QrCode, QrCodeEcc};

/// Light modules on each side, as the standard wants (ISO/IEC 18004).
const QUIET: i32 = 4;

/// A QR code, drawn in units of one module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Qr {
    /// Modules on each side, with the quiet zone: the `viewBox` is `0 0 size size`.
    pub size: u32,
    /// The dark modules, as the `d` of a `<path>` that is filled and has no stroke.
    pub path: String,
}

/// The code that a telephone reads as `text`, or `None` where that is too long: 2,953 bytes are the most.
///
/// It corrects the fewest errors (L), which keeps the modules of a long link large: a screen is neither dirty nor torn.
/// Where the same size has room for more correction, it takes more.
pub fn path(text: &str) -> Option<Qr> {
    let code = QrCode::encode_text(text, QrCodeEcc::Low).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|&x| code.get_module(x, y)).count();
            if run > 0 {
                // A String takes any text.
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
            }
            // At least one module further: the light one that ended the run.
            x += i32::try_from(run).unwrap_or(i32::MAX).saturating_add(1);
        }
    }
    Some(Qr { size: u32::try_from(code.size() + 2 * QUIET).ok()?, path })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
    use jatak_shared::locale::Locale;
    use jatak_shared::preset::Preset;
    use jatak_shared::whatsapp::code::Code;
    use jatak_shared::whatsapp::draft;
    use proptest::prelude::*;

    use super::*;

    /// Pixels to a module, as a reader of pictures wants several.
    const SCALE: usize = 3;

    /// The dark modules that a path draws: of the path's language only what is used here.
    fn drawn(qr: &Qr) -> Vec<Vec<bool>> {
        let size = qr.size as usize;
        let mut dark = vec![vec![false; size]; size];
        for run in qr.path.split_terminator('z') {
            let (place, shape) = run.strip_prefix('M').unwrap().split_once('h').unwrap();
            let (x, y) = place.split_once(' ').unwrap();
            let (x, y): (usize, usize) = (x.parse().unwrap(), y.parse().unwrap());
            let length: usize = shape.split_once('v').unwrap().0.parse().unwrap();
            assert_eq!(shape, format!("{length}v1h-{length}"), "a run is a box one module high");
            for module in &mut dark[y][x..x + length] {
                assert!(!*module, "no module is drawn twice");
                *module = true;
            }
        }
        dark
    }

    /// What a reader of pictures sees in it.
    fn read(qr: &Qr) -> String {
        let dark = drawn(qr);
        let side = dark.len() * SCALE;
        let mut picture = rqrr::PreparedImage::prepare_from_bitmap(side, side, |x, y| dark[y / SCALE][x / SCALE]);
        let [grid] = picture.detect_grids().try_into().map_err(|_| "one code").unwrap();
        grid.decode().unwrap().1
    }

    #[test]
    fn a_code_has_a_quiet_zone_and_its_three_corners() {
        let qr = path("https://wa.me/4520123456?text=Ja%20tak").unwrap();
        let dark = drawn(&qr);
        let size = dark.len();
        for (y, row) in dark.iter().enumerate() {
            for (x, dark) in row.iter().enumerate() {
                let quiet = [x, y].into_iter().any(|at| at < 4 || at >= size - 4);
                assert!(!(quiet && *dark), "{x} {y}");
            }
        }
        assert!(qr.path.starts_with("M4 4h7v1h-7z"), "the upper edge of the first corner is one run: {}", qr.path);
        assert!(dark[4][size - 5] && dark[size - 5][4]);
    }

    #[test]
    fn the_link_of_every_language_is_read_again() {
        let number = "+4520123456".parse().unwrap();
        let code = Code::derive(&[3; 32], b"an offer");
        for &locale in Locale::ALL {
            let titles: Vec<_> = Preset::ALL.iter().take(3).map(|preset| preset.text(locale).title).collect();
            let link = draft::link(&number, &draft::compose(locale, "Nordlys Kaffe", &titles, code));
            let qr = path(&link).unwrap();
            assert_eq!(read(&qr), link, "{locale}");
            assert!(qr.size <= 141, "{locale}: {} modules", qr.size);
        }
    }

    #[test]
    fn a_text_longer_than_a_code_can_be_has_none() {
        assert!(path(&"é".repeat(1_476)).is_some());
        assert_eq!(path(&"é".repeat(1_477)), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn what_is_drawn_is_read_again(text in "[ -~æøå]{1,200}") {
            prop_assert_eq!(read(&path(&text).unwrap()), text);
        }

        #[test]
        fn what_is_drawn_is_the_librarys_code_module_by_module(text in any::<String>()) {
            let qr = path(&text).unwrap();
            let code = QrCode::encode_text(&text, QrCodeEcc::Low).unwrap();
            for (y, row) in (-4..).zip(drawn(&qr)) {
                for (x, dark) in (-4..).zip(row) {
                    prop_assert_eq!(dark, code.get_module(x, y), "{} {}", x, y);
                }
            }
        }
    }
}
