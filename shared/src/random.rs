//! Random bytes as a parameter: the domain names what it needs, the rim draws it.

/// A source of random bytes. The edge and tools hand in the system's cryptographic one; tests a seeded one.
pub trait Random {
    /// Fills the whole of `bytes`.
    fn fill(&mut self, bytes: &mut [u8]);

    /// Draws `N` bytes.
    fn bytes<const N: usize>(&mut self) -> [u8; N]
    where
        Self: Sized,
    {
        let mut bytes = [0; N];
        self.fill(&mut bytes);
        bytes
    }
}
