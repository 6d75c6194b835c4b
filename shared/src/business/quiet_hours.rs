//! Quiet hours: when a business sends no marketing, by the clocks of whoever would get it.

use serde::{Serialize, Serializer, ser::SerializeStruct};

use super::read::{Node, Reader};

/// A span of the day, in minutes since midnight; it may go past midnight, and is neither empty nor the whole day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuietHours {
    from: u16,
    to: u16,
}

/// The minutes of a day.
const DAY: u16 = 1_440;

impl QuietHours {
    /// From one minute of the day to another; `None` where they are the same or no minutes of a day.
    pub fn new(from: u16, to: u16) -> Option<Self> {
        (from < DAY && to < DAY && from != to).then_some(Self { from, to })
    }

    /// The minute of the day in which they begin.
    pub fn from(self) -> u16 {
        self.from
    }

    /// How many minutes they last: 1 to 1,439.
    pub fn length(self) -> u16 {
        (self.to + DAY - self.from) % DAY
    }

    /// Reads `/quiet_hours`: `{"from":"21:00","to":"08:00"}`.
    pub(super) fn read(reader: &mut Reader, node: Node<'_>) -> Option<Self> {
        let path = node.path.clone();
        let object = reader.object(node, &["from", "to"])?;
        let mut clock = |key: &str| {
            let node = reader.need(&object, key)?;
            let minute = minute(reader.string(&node)?);
            if minute.is_none() {
                reader.fault(node.path, "must be a time of the day from 00:00 to 23:59");
            }
            minute
        };
        let (from, to) = (clock("from"), clock("to"));
        let hours = Self::new(from?, to?);
        if hours.is_none() {
            reader.fault(path, "must end at another time than they begin; leave them out to have none");
        }
        hours
    }
}

/// The minute of the day that `hh:mm` says.
fn minute(text: &str) -> Option<u16> {
    let &[h1, h2, b':', m1, m2] = text.as_bytes() else { return None };
    let digit = |byte: u8| byte.is_ascii_digit().then(|| u16::from(byte - b'0'));
    let (hour, minute) = (digit(h1)? * 10 + digit(h2)?, digit(m1)? * 10 + digit(m2)?);
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}

impl Serialize for QuietHours {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let clock = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
        let mut hours = serializer.serialize_struct("QuietHours", 2)?;
        hours.serialize_field("from", &clock(self.from))?;
        hours.serialize_field("to", &clock(self.to))?;
        hours.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_hours_and_minutes_that_there_are_are_read() {
        for text in ["", "8:00", "08.00", "24:00", "23:60", "08:0", "08:000", "٠٨:٠٠", "-1:00"] {
            assert_eq!(minute(text), None, "{text}");
        }
        assert_eq!((minute("00:00"), minute("23:59")), (Some(0), Some(1_439)));
    }

    proptest! {
        #[test]
        fn quiet_hours_read_back_as_they_are_written(from in 0..DAY, to in 0..DAY) {
            prop_assume!(from != to);
            let hours = QuietHours { from, to };
            let written = serde_json::to_value(hours).unwrap_or_default();
            let mut reader = Reader::default();
            let read = QuietHours::read(&mut reader, Node { value: &written, path: String::new() });
            prop_assert_eq!(read, Some(hours));
            prop_assert!((1..DAY).contains(&hours.length()));
        }
    }
}
