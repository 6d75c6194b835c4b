//! Tiles and entry bundles.

use proptest::prelude::*;

use super::*;

#[test]
fn paths_are_those_of_the_specification() {
    for (kind, index, width, path) in [
        (TileKind::Hashes(0), 0, 256, "tile/0/000"),
        (TileKind::Hashes(0), 1_234_067, 256, "tile/0/x001/x234/067"),
        (TileKind::Hashes(2), 999, 1, "tile/2/999.p/1"),
        (TileKind::Entries, 1_000, 12, "tile/entries/x001/000.p/12"),
    ] {
        let tile = Tile::new(kind, index, width).unwrap();
        assert_eq!(tile.to_string(), path);
        assert_eq!(path.parse(), Ok(tile));
    }
}

#[test]
fn other_spellings_of_a_path_are_refused() {
    for text in [
        "",
        "tile",
        "tile/0",
        "tile/0/",
        "tile/0/0",
        "tile/0/0000",
        "tile/00/000",
        "tile/6/000",
        "tile/-1/000",
        "tile/0/x000/001",
        "tile/0/001/x234",
        "tile/0/000.p/0",
        "tile/0/000.p/256",
        "tile/0/000.p/01",
        "tile/0/x1/000",
        "tile/data/000",
        "tile/0/000/",
        "/tile/0/000",
        "tile/0/x999/x999/x999/x999/x999/999",
    ] {
        assert_eq!(text.parse::<Tile>(), Err(NotATile), "{text}");
    }
}

#[test]
fn seventy_thousand_entries_need_the_tiles_that_the_specification_counts() {
    let tiles = Tile::all(70_000);
    let of = |level| {
        let these = tiles.iter().filter(move |tile| tile.kind() == TileKind::Hashes(level));
        let partial = these.clone().filter(|tile| tile.width() < TILE_WIDTH).map(|tile| tile.width()).next();
        (these.filter(|tile| tile.width() == TILE_WIDTH).count(), partial)
    };
    assert_eq!(of(0), (273, Some(112)));
    assert_eq!(of(1), (1, Some(17)));
    assert_eq!(of(2), (0, Some(1)));
    assert_eq!(of(3), (0, None));
    assert_eq!(tiles.iter().filter(|tile| tile.kind() == TileKind::Entries).count(), 274);
    assert!(tiles.iter().all(|tile| tile.needs() <= 70_000));
}

#[test]
fn a_bundle_reads_back_and_one_cut_short_does_not() {
    let longest = vec![7; 65_535];
    let entries: [&[u8]; 3] = [b"one", b"", &longest];
    let bundle = entry_bundle(entries).unwrap();
    assert_eq!(bundle[..5], *b"\0\x03one");
    assert_eq!(read_entry_bundle(&bundle).unwrap(), entries);
    assert_eq!(read_entry_bundle(&bundle[..bundle.len() - 1]), Err(BundleFault::CutShort));
    assert_eq!(read_entry_bundle(&bundle[..1]), Err(BundleFault::CutShort));
    assert_eq!(entry_bundle([vec![0; 65_536].as_slice()]), Err(BundleFault::TooLong(65_536)));
}

proptest! {
    #[test]
    fn a_path_reads_back_as_its_tile(level in 0..7_u8, index in 0..1_u64 << 40, width in 1..=TILE_WIDTH) {
        let kind = if level == 6 { TileKind::Entries } else { TileKind::Hashes(level) };
        let tile = Tile::new(kind, index, width).unwrap();
        prop_assert_eq!(tile.to_string().parse(), Ok(tile));
        prop_assert!(tile.needs() > 0);
    }

    #[test]
    fn no_path_makes_reading_panic(text in "tile/[0-9x/.p]{0,30}") {
        if let Ok(tile) = text.parse::<Tile>() {
            prop_assert_eq!(tile.to_string(), text);
        }
    }
}
