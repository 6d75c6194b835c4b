//! Notes, checkpoints and proof files: the vector, pinned forms, round trips, and what a changed byte does.

use proptest::prelude::*;

use super::*;
use crate::id::BusinessId;

const VKEY: &str = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
const NOTE: &str = "This is an example message.\n\n\
    \u{2014} example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

pub(super) fn signer() -> Signer {
    let name = KeyName::of_log("jatak.example", BusinessId::v4([1; 16])).unwrap();
    Signer::new(name, &[7; 32])
}

fn proof_file() -> ProofFile {
    let log = Memory::counted(5);
    let head = Checkpoint { origin: signer().name().clone(), size: 5, root: log.root(5) };
    let checkpoint = head.sign(&signer()).unwrap();
    ProofFile { extra: None, index: 2, hashes: log.inclusion(2, 5), checkpoint }
}

#[test]
fn the_vector_of_a_signed_note_holds() {
    let vkey: Vkey = VKEY.parse().unwrap();
    assert_eq!(vkey.to_string(), VKEY);
    let note: Note = NOTE.parse().unwrap();
    assert_eq!(note.text(), "This is an example message.\n");
    assert_eq!(note.verify(&vkey), Ok(()));
    assert_eq!(note.to_string(), NOTE);
}

#[test]
fn a_vkey_whose_parts_do_not_belong_together_is_refused() {
    for text in ["", "a", "a+b", "a+00000000+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", &VKEY.replace("foo", "bar")]
    {
        assert_eq!(text.parse::<Vkey>(), Err(NotAVkey), "{text}");
    }
}

#[test]
fn another_key_of_the_same_name_has_not_signed() {
    let name = signer().name().clone();
    let other = Signer::new(name, &[8; 32]).vkey();
    assert_eq!(proof_file().checkpoint.verify(&other), Err(NoteFault::Unsigned.into()));
    let elsewhere = Signer::new("elsewhere.example".parse().unwrap(), &[7; 32]).vkey();
    assert_eq!(proof_file().checkpoint.verify(&elsewhere), Err(CheckpointFault::ForeignOrigin));
}

#[test]
fn checkpoint_format_unchanged() {
    assert_eq!(
        proof_file().checkpoint.to_string(),
        "jatak.example/01010101-0101-4101-8101-010101010101\n5\nywPe8MW2O97L7WzYY8jmHtqyPhrHq3AoHGmRg8rCvvY=\n\n\
         \u{2014} jatak.example/01010101-0101-4101-8101-010101010101 \
         u4g+/Bj9yB3ph+bcm3sXcoyil5VxntW/mq3X1uSIZNx8kqBx55fzXHmRgzStkOkXOjYzb57j4slf3io2Jr98pdor2wU=\n"
    );
}

#[test]
fn vkey_format_unchanged() {
    assert_eq!(
        signer().vkey().to_string(),
        "jatak.example/01010101-0101-4101-8101-010101010101+bb883efc+AepKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs"
    );
}

#[test]
fn proof_file_format_unchanged() {
    let file = proof_file();
    let text = file.to_string();
    let checkpoint = file.checkpoint.to_string();
    assert_eq!(
        text.strip_suffix(&checkpoint).unwrap(),
        "c2sp.org/tlog-proof@v1\nindex 2\n/uvxhjvR/O7f7/JpOCnVD/vKwQDQ++dFSC4DL5P2uvs=\np9kYlLYfv0Y3jYjj4bH3rvOVMsUEtIS9MVUdFeCgnf8=\nmJkwf510d0YSJXXt7rOWPHyDwCkkH4Kj0XuZlyh42w4=\n\n"
    );
}

#[test]
fn a_proof_file_holds_for_its_entry_and_no_other() {
    let (file, vkey) = (proof_file(), signer().vkey());
    assert_eq!(file.verify(&vkey, leaf_hash(&2_u64.to_be_bytes())), Ok(()));
    assert!(file.verify(&vkey, leaf_hash(&3_u64.to_be_bytes())).is_err());
    let with_extra = ProofFile { extra: Some(b"more".to_vec()), ..file };
    assert_eq!(with_extra.to_string().parse(), Ok(with_extra));
}

#[test]
fn names_with_spaces_or_a_plus_are_no_key_names() {
    for text in ["", "a b", "a+b", "a\u{a0}b", "a\n"] {
        assert_eq!(text.parse::<KeyName>(), Err(NotAKeyName), "{text:?}");
    }
    let (mine, other) = (BusinessId::v4([1; 16]), BusinessId::v4([2; 16]));
    assert!(signer().name().is_of(mine) && !signer().name().is_of(other));
}

#[test]
fn a_signer_prints_its_name_and_nothing_else() {
    assert_eq!(format!("{:?}", signer()), format!("Signer({})", signer().name()));
}

#[test]
fn a_changed_byte_anywhere_in_a_proof_file_is_noticed() {
    let (text, vkey) = (proof_file().to_string(), signer().vkey());
    let leaf = leaf_hash(&2_u64.to_be_bytes());
    for at in 0..text.len() {
        for flip in [1_u8, 2, 4, 0x20] {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= flip;
            let Ok(changed) = String::from_utf8(bytes) else { continue };
            let holds = changed.parse::<ProofFile>().is_ok_and(|file| file.verify(&vkey, leaf).is_ok());
            assert!(!holds, "byte {at} flipped by {flip}: {changed}");
        }
    }
}

proptest! {
    #[test]
    fn what_is_signed_reads_back_as_itself(text in "[^\\p{Cc}]{1,40}(\n[^\\p{Cc}]{0,40}){0,3}\n") {
        let note = Note::sign(text, &signer()).unwrap();
        let again: Note = note.to_string().parse().unwrap();
        prop_assert_eq!(again.verify(&signer().vkey()), Ok(()));
        prop_assert_eq!(again, note);
    }

    #[test]
    fn no_text_makes_reading_panic(text in ".*") {
        let _ = text.parse::<Note>();
        let _ = text.parse::<Vkey>();
        let _ = text.parse::<SignedCheckpoint>();
        let _ = format!("c2sp.org/tlog-proof@v1\n{text}").parse::<ProofFile>();
    }
}
