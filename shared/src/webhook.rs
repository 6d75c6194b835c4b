//! Webhooks: how a business is told of what its people do.
//!
//! Each event is sent by itself, as a [CloudEvent](https://cloudevents.io) under a signature of the
//! [Standard Webhooks](https://www.standardwebhooks.com). Here is what needs no store: the signature, which kinds of events
//! are told, and how long one that was not taken waits.

mod kinds;
mod secret;
mod wait;

pub use kinds::{Kinds, NotKinds};
pub use secret::{NotASecret, Secret};
pub use wait::{GIVEN_UP_AFTER, WEEK, wait};

use crate::event::Leaf;
use crate::id::{Digest32, EndpointId};
use crate::time::Timestamp;

/// The id that a message carries in `webhook-id`: the same each time this event is sent to this endpoint, so that a receiver
/// that took it twice can tell. It is made of the leaf, which stays when what the event says is erased between two
/// tries, and which differs where a ledger that was put back from a backup uses a number again.
pub fn message_id(endpoint: EndpointId, leaf: &Leaf) -> String {
    format!("msg_{}", Digest32::of(format!("{endpoint}\n{}", leaf.canonical()).as_bytes()))
}

/// The headers that a message is sent with: its id, the second in which it is sent, and a signature by each of these secrets.
/// There are two while a new secret takes the place of an old one, so that a receiver can change over in its own time.
pub fn headers(id: &str, sent_at: Timestamp, body: &[u8], secrets: &[Secret]) -> [(&'static str, String); 3] {
    let seconds = sent_at.millis() / 1_000;
    let signatures: Vec<String> = secrets.iter().map(|secret| secret.sign(id, seconds, body)).collect();
    [
        ("webhook-id", id.to_owned()),
        ("webhook-timestamp", seconds.to_string()),
        ("webhook-signature", signatures.join(" ")),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn while_two_secrets_hold_a_message_carries_both_signatures_and_the_newest_first() {
        let (new, old) = (Secret::new([1; 32]), Secret::new([2; 32]));
        let sent_at = Timestamp::from_millis(1_614_265_330_999);
        let [id, timestamp, signature] = headers("msg_1", sent_at, b"{}", &[new.clone(), old.clone()]);
        assert_eq!(id, ("webhook-id", "msg_1".to_owned()));
        assert_eq!(timestamp, ("webhook-timestamp", "1614265330".to_owned()), "seconds, and not the next one");
        let both = [new, old].map(|secret| secret.sign("msg_1", 1_614_265_330, b"{}")).join(" ");
        assert_eq!(signature, ("webhook-signature", both));
    }
}
