//! Median and percentiles of what was measured.

/// Values of one kind, in ascending order; never empty.
pub(crate) struct Spread(Vec<f64>);

impl Spread {
    /// The spread of these values; none where there are no values.
    pub(crate) fn of(values: impl IntoIterator<Item = f64>) -> Option<Self> {
        let mut values: Vec<_> = values.into_iter().collect();
        values.sort_by(f64::total_cmp);
        (!values.is_empty()).then_some(Self(values))
    }

    /// The smallest value that at least `percent` of the values do not exceed: one that was measured, nothing between
    /// two.
    pub(crate) fn percentile(&self, percent: usize) -> f64 {
        let rank = (self.0.len() * percent).div_ceil(100);
        // In bounds for every percentage: the rank is held to 1..=len.
        self.0[rank.clamp(1, self.0.len()) - 1]
    }

    /// The value in the middle.
    pub(crate) fn median(&self) -> f64 {
        self.percentile(50)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

    use super::Spread;

    fn percentiles(count: u32) -> [u64; 5] {
        let spread = Spread::of((1..=count).rev().map(f64::from)).unwrap();
        // Whole numbers went in, so that their bits compare.
        [0, 10, 50, 90, 100].map(|percent| spread.percentile(percent).to_bits())
    }

    #[test]
    fn percentiles_are_values_that_were_measured() {
        assert_eq!(percentiles(1), [1_f64; 5].map(f64::to_bits));
        assert_eq!(percentiles(21), [1_f64, 3.0, 11.0, 19.0, 21.0].map(f64::to_bits));
        assert_eq!(percentiles(30), [1_f64, 3.0, 15.0, 27.0, 30.0].map(f64::to_bits));
    }

    #[test]
    fn nothing_has_no_spread() {
        assert!(Spread::of([]).is_none());
    }
}
