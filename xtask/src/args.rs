//! The command line: a handful of flags, so no parser is brought in for them.

use std::str::FromStr;

use anyhow::{Context, Result, bail};

/// What was typed and not yet taken.
pub(crate) struct Args(Vec<String>);

impl Args {
    /// The words after the program's name.
    pub(crate) fn of_this_process() -> Self {
        Self(std::env::args().skip(1).collect())
    }

    /// These words, for a command that ends in another one.
    pub(crate) fn of(words: Vec<String>) -> Self {
        Self(words)
    }

    /// Takes the command: the first word.
    pub(crate) fn command(&mut self) -> Option<String> {
        (!self.0.is_empty()).then(|| self.0.remove(0))
    }

    /// Takes a flag without a value; whether it was there.
    pub(crate) fn flag(&mut self, name: &str) -> bool {
        let before = self.0.len();
        self.0.retain(|word| word != name);
        self.0.len() < before
    }

    /// Takes a flag with a value, written `--name value` or `--name=value`.
    pub(crate) fn value<T: FromStr>(&mut self, name: &str) -> Result<Option<T>> {
        let with_equals = format!("{name}=");
        let Some(at) = self.0.iter().position(|word| word == name || word.starts_with(&with_equals)) else {
            return Ok(None);
        };
        let word = self.0.remove(at);
        let text = match word.strip_prefix(&with_equals) {
            Some(text) => text.to_owned(),
            None if at < self.0.len() => self.0.remove(at),
            None => bail!("{name} needs a value"),
        };
        text.parse().ok().map(Some).with_context(|| format!("{name} cannot be `{text}`"))
    }

    /// The words left over, for commands that hand them on.
    pub(crate) fn rest(self) -> Vec<String> {
        self.0
    }

    /// Refuses whatever is left over: a mistyped flag must not pass in silence.
    pub(crate) fn finish(self) -> Result<()> {
        match self.0.first() {
            None => Ok(()),
            Some(word) => bail!("`{word}` is no flag of this command; `cargo xtask help` lists them"),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

    use super::Args;

    fn args(words: &[&str]) -> Args {
        Args(words.iter().map(|word| (*word).to_owned()).collect())
    }

    #[test]
    fn a_value_is_read_in_both_spellings() {
        assert_eq!(args(&["--port", "1"]).value::<u16>("--port").unwrap(), Some(1));
        assert_eq!(args(&["--port=2"]).value::<u16>("--port").unwrap(), Some(2));
        assert_eq!(args(&[]).value::<u16>("--port").unwrap(), None);
    }

    #[test]
    fn a_value_that_is_missing_or_unfit_is_an_error() {
        assert!(args(&["--port"]).value::<u16>("--port").is_err());
        assert!(args(&["--port", "many"]).value::<u16>("--port").is_err());
    }

    #[test]
    fn what_nobody_took_is_refused() {
        let mut args = args(&["--no-build", "--no-biuld"]);
        assert!(args.flag("--no-build"));
        assert!(args.finish().is_err());
    }
}
