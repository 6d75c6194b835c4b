//! One slip of the finger: a letter too many, one missing, one wrong, or two neighbours exchanged.

/// Whether `typed` is `meant` after one slip, and not `meant` itself (a distance of 1 after Damerau and Levenshtein).
pub(super) fn is_one(typed: &[char], meant: &[char]) -> bool {
    let same = typed.iter().zip(meant).take_while(|(one, other)| one == other).count();
    let (typed, meant) = (&typed[same..], &meant[same..]);
    let same = typed.iter().rev().zip(meant.iter().rev()).take_while(|(one, other)| one == other).count();
    match (&typed[..typed.len() - same], &meant[..meant.len() - same]) {
        ([] | [_], [_]) | ([_], []) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The distance by the textbook: a table of all prefixes.
    fn distance(one: &[char], other: &[char]) -> usize {
        let mut table = vec![vec![0; other.len() + 1]; one.len() + 1];
        for i in 0..=one.len() {
            for j in 0..=other.len() {
                table[i][j] = if i == 0 || j == 0 {
                    i + j
                } else {
                    let changed = usize::from(one[i - 1] != other[j - 1]);
                    let mut least = (table[i - 1][j] + 1).min(table[i][j - 1] + 1).min(table[i - 1][j - 1] + changed);
                    if i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] {
                        least = least.min(table[i - 2][j - 2] + 1);
                    }
                    least
                };
            }
        }
        table[one.len()][other.len()]
    }

    fn letters(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    #[test]
    fn each_kind_of_slip_is_one() {
        for typed in ["sotp", "stpo", "tsop", "stp", "sop", "top", "sto", "stopp", "sttop", "xstop", "stap", "stop1"] {
            assert!(is_one(&letters(typed), &letters("stop")), "{typed}");
        }
        for typed in ["stop", "", "pots", "spot", "stoppp", "st", "store", "otsp"] {
            assert!(!is_one(&letters(typed), &letters("stop")), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn it_is_the_textbooks_distance_of_one(one in "[abc]{0,6}", other in "[abc]{0,6}") {
            let (one, other) = (letters(&one), letters(&other));
            prop_assert_eq!(is_one(&one, &other), distance(&one, &other) == 1);
        }
    }
}
