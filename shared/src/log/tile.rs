//! Tiles (C2SP tlog-tiles): the hashes and entries of a log cut into files that never change and can be cached for ever.

use core::fmt;
use core::str::FromStr;

use super::proof::Node;

/// A tile holds a subtree of this height.
pub const TILE_HEIGHT: u8 = 8;
/// A full tile holds this many hashes: 8,192 bytes.
pub const TILE_WIDTH: u64 = 1 << TILE_HEIGHT;
/// Six levels of full tiles hold 2^48 entries; more would outlast any ledger, and C2SP allows no more than 63.
const MAX_LEVEL: u8 = 5;

/// What a tile holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TileKind {
    /// The hashes of nodes at this tile level: tree level 8 x it.
    Hashes(u8),
    /// The entries themselves.
    Entries,
}

/// A tile of a log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Tile {
    kind: TileKind,
    index: u64,
    width: u64,
}

/// A text that is no path of a tile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the path of a tile, such as tile/0/x001/234.p/56 or tile/entries/000")]
pub struct NotATile;

impl Tile {
    /// The tile number `index` with `width` hashes or entries, 1 to 256.
    pub fn new(kind: TileKind, index: u64, width: u64) -> Result<Self, NotATile> {
        let level_fits = !matches!(kind, TileKind::Hashes(level) if level > MAX_LEVEL);
        // Below 2^48 entries no index is higher; it also keeps every product of it within 64 bits.
        let fits = level_fits && (1..=TILE_WIDTH).contains(&width) && index < 1 << 40;
        fits.then_some(Self { kind, index, width }).ok_or(NotATile)
    }

    /// All tiles of a log of `size` entries: the hash tiles from the entries up, then the bundles of entries.
    pub fn all(size: u64) -> Vec<Self> {
        let mut tiles = Vec::new();
        let mut hashes = size;
        for level in 0..=MAX_LEVEL {
            tiles.extend(Self::of(TileKind::Hashes(level), hashes));
            hashes /= TILE_WIDTH;
        }
        tiles.extend(Self::of(TileKind::Entries, size));
        tiles
    }

    fn of(kind: TileKind, hashes: u64) -> impl Iterator<Item = Self> {
        let full = (0..hashes / TILE_WIDTH).map(move |index| Self { kind, index, width: TILE_WIDTH });
        let rest = hashes % TILE_WIDTH;
        let partial = (rest > 0).then_some(Self { kind, index: hashes / TILE_WIDTH, width: rest });
        full.chain(partial)
    }

    /// What it holds.
    pub fn kind(self) -> TileKind {
        self.kind
    }

    /// Its number, from 0.
    pub fn index(self) -> u64 {
        self.index
    }

    /// How many hashes or entries it holds.
    pub fn width(self) -> u64 {
        self.width
    }

    /// How many entries a log must have for this tile to exist.
    pub fn needs(self) -> u64 {
        let level = match self.kind {
            TileKind::Hashes(level) => level,
            TileKind::Entries => 0,
        };
        (self.index * TILE_WIDTH + self.width).saturating_mul(1 << (TILE_HEIGHT * level))
    }

    /// The nodes whose hashes it holds; for entries, those of the entries.
    pub fn nodes(self) -> impl Iterator<Item = Node> {
        let level = match self.kind {
            TileKind::Hashes(level) => level * TILE_HEIGHT,
            TileKind::Entries => 0,
        };
        let first = self.index * TILE_WIDTH;
        (first..first + self.width).map(move |index| Node { level, index })
    }
}

impl fmt::Display for Tile {
    /// The path below the log's prefix: `tile/0/x001/x234/067`, `tile/entries/000.p/12`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            TileKind::Hashes(level) => write!(f, "tile/{level}/")?,
            TileKind::Entries => f.write_str("tile/entries/")?,
        }
        let mut groups = vec![self.index % 1000];
        let mut rest = self.index / 1000;
        while rest > 0 {
            groups.push(rest % 1000);
            rest /= 1000;
        }
        for (place, group) in groups.iter().enumerate().rev() {
            if place > 0 {
                write!(f, "x{group:03}/")?;
            } else {
                write!(f, "{group:03}")?;
            }
        }
        if self.width < TILE_WIDTH { write!(f, ".p/{}", self.width) } else { Ok(()) }
    }
}

impl FromStr for Tile {
    type Err = NotATile;

    /// Reads the one printed form.
    fn from_str(text: &str) -> Result<Self, NotATile> {
        let (kind, rest) = text.strip_prefix("tile/").and_then(|rest| rest.split_once('/')).ok_or(NotATile)?;
        let kind = match kind {
            "entries" => TileKind::Entries,
            level => TileKind::Hashes(level.parse().map_err(|_| NotATile)?),
        };
        let (index, width) = match rest.split_once(".p/") {
            Some((index, width)) => (index, width.parse().map_err(|_| NotATile)?),
            None => (rest, TILE_WIDTH),
        };
        // Four groups of three digits are more than any index that `new` takes; printing again tells the rest.
        if index.len() > "x000/x000/x000/x000/000".len() {
            return Err(NotATile);
        }
        let digits: String = index.chars().filter(char::is_ascii_digit).collect();
        let tile = Self::new(kind, digits.parse().map_err(|_| NotATile)?, width)?;
        if tile.to_string() == text { Ok(tile) } else { Err(NotATile) }
    }
}
