//! Cosignatures: the vector, what does not hold, and origins of epochs.

use super::notes::signer;
use super::*;
use crate::id::BusinessId;

/// Made with Node 20's OpenSSL from the text of C2SP tlog-cosignature alone: Ed25519 with the seed of 32 bytes `09` over
/// `cosignature/v1\ntime 1795345200\n` and the checkpoint of `checkpoint_format_unchanged`.
const WITNESS: &str = "witness.example/w1+24b5d9fe+BP0XJDhaoMdbZPt4zWAvodmR/ev3axPFjtcC6sg16fYY";
const TIME: u64 = 1_795_345_200;
const LINE: &str = "\u{2014} witness.example/w1 \
    JLXZ/gAAAABrAsswbp9ydKzYX0vQClie+43CRhcBrYtNOKGqipg23cGvJOl7hJDdnc4pXY88EKrb+tSWdSBu04x4sQmDQsQpM+pQAw==";

fn head() -> SignedCheckpoint {
    let log = Memory::counted(5);
    Checkpoint { origin: signer().name().clone(), size: 5, root: log.root(5) }.sign(&signer()).unwrap()
}

fn cosigner(name: &str, seed: u8) -> Cosigner {
    Cosigner::new(name.parse().unwrap(), &[seed; 32])
}

#[test]
fn the_vector_of_a_cosignature_holds() {
    let witness: WitnessVkey = WITNESS.parse().unwrap();
    assert_eq!(witness.to_string(), WITNESS);
    assert_eq!(cosigner("witness.example/w1", 9).vkey(), witness);
    assert_eq!(cosigner("witness.example/w1", 9).sign(&head(), TIME).to_string(), LINE);
    let cosigned = head().with([LINE.parse().unwrap()]);
    assert_eq!(witness.verify(&cosigned), Ok(TIME));
    assert_eq!(cosigned.to_string(), format!("{}{LINE}\n", head()));
}

#[test]
fn a_head_with_several_lines_reads_back_and_each_key_finds_its_own() {
    let (one, two) = (cosigner("witness.example/w1", 9), cosigner("two.example", 10));
    let cosigned = head().with([one.sign(&head(), TIME), two.sign(&head(), TIME + 1)]);
    let cosigned = cosigned.with([one.sign(&head(), TIME)]);
    assert_eq!(cosigned.note().signatures().len(), 3, "a line that is there is not added again");
    let read: SignedCheckpoint = cosigned.to_string().parse().unwrap();
    assert_eq!(read, cosigned);
    assert_eq!(read.verify(&signer().vkey()).unwrap().size, 5);
    assert_eq!((one.vkey().verify(&read), two.vkey().verify(&read)), (Ok(TIME), Ok(TIME + 1)));
    assert_eq!(one.vkey().verify(&head()), Err(NoteFault::Unsigned));
    assert_eq!(cosigner("witness.example/w2", 9).vkey().verify(&read), Err(NoteFault::Unsigned));
}

#[test]
fn a_changed_byte_or_another_head_is_noticed() {
    let witness = cosigner("witness.example/w1", 9);
    let good = witness.sign(&head(), TIME);
    for at in 0..good.bytes.len() {
        let mut bad = good.clone();
        bad.bytes[at] ^= 1;
        assert_eq!(witness.vkey().verify(&head().with([bad])), Err(NoteFault::BadSignature), "byte {at}");
    }
    let mut cut = good.clone();
    cut.bytes.pop();
    assert_eq!(witness.vkey().verify(&head().with([cut])), Err(NoteFault::BadSignature));
    let log = Memory::counted(6);
    let other = Checkpoint { origin: signer().name().clone(), size: 6, root: log.root(6) }.sign(&signer()).unwrap();
    assert_eq!(witness.vkey().verify(&other.with([good])), Err(NoteFault::BadSignature));
}

#[test]
fn a_time_of_zero_or_beyond_all_time_is_refused_though_it_is_signed() {
    let witness = cosigner("witness.example/w1", 9);
    for time in [0, 1 << 63, u64::MAX] {
        let cosigned = head().with([witness.sign(&head(), time)]);
        assert_eq!(witness.vkey().verify(&cosigned), Err(NoteFault::BadSignature), "{time}");
    }
}

#[test]
fn neither_type_of_key_passes_for_the_other() {
    assert_eq!(signer().vkey().to_string().parse::<WitnessVkey>(), Err(NotAWitness));
    assert_eq!(WITNESS.parse::<Vkey>(), Err(NotAVkey));
    let renamed = WITNESS.replace("w1", "w2");
    assert_eq!(renamed.parse::<WitnessVkey>(), Err(NotAWitness), "the key id is over the name");
}

#[test]
fn one_key_under_two_names_is_one_witness() {
    let (one, alias) = (cosigner("a.example", 9).vkey(), cosigner("b.example", 9).vkey());
    assert!(one != alias && one.is_key_of(&alias));
    assert!(!one.is_key_of(&cosigner("a.example", 10).vkey()));
}

#[test]
fn what_a_witness_answers_is_read_line_by_line() {
    let line: NoteSignature = LINE.parse().unwrap();
    assert_eq!(NoteSignature::read_lines(&format!("{LINE}\n{LINE}\n")), Ok(vec![line.clone(), line]));
    for text in ["", "\n", LINE, "no line\n", &format!("{LINE}\n\n")] {
        assert_eq!(NoteSignature::read_lines(text), Err(NoteFault::Malformed), "{text:?}");
    }
}

#[test]
fn the_origin_of_a_later_epoch_is_of_the_same_business_and_says_which_it_is() {
    let (mine, other) = (BusinessId::v4([1; 16]), BusinessId::v4([2; 16]));
    let first = KeyName::of_log("jatak.example", mine).unwrap();
    let third = KeyName::of_epoch("jatak.example", mine, 3).unwrap();
    assert_eq!(third.as_str(), "jatak.example/01010101-0101-4101-8101-010101010101/epoch/3");
    assert_eq!((first.epoch(), third.epoch()), (1, 3));
    assert!(third.is_of(mine) && !third.is_of(other));
    assert!(first.is_of_same_log(&third) && !third.is_of_same_log(&KeyName::of_log("jatak.example", other).unwrap()));
    assert_eq!(KeyName::of_epoch("jatak.example", mine, 1), Ok(first));
    let longest = KeyName::of_epoch(&"a".repeat(253), mine, u64::MAX).unwrap();
    assert_eq!(longest.as_str().len(), KeyName::MAX_LEN);
    for strange in ["x/epoch/1", "x/epoch/02", "x/epoch/", "x/epoch/-2"] {
        assert_eq!(strange.parse::<KeyName>().unwrap().epoch(), 1, "{strange}");
    }
}
