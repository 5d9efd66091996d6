//! How much a file may ask for.

/// Limits of a read. The defaults suit reports: a thousand times a usual one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// Largest file, in bytes.
    pub file: u64,
    /// Longest text taken out, in bytes.
    pub text: u64,
    /// Largest part that may be unpacked from an office file, in bytes.
    pub part: u64,
    /// How many times its packed size a part may be, beyond its first MiB.
    pub ratio: u64,
    /// Deepest nesting of elements.
    pub depth: usize,
    /// Most cells of all tables together.
    pub cells: usize,
    /// Most pages of a PDF.
    pub pages: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file: 64 << 20,
            text: 16 << 20,
            part: 64 << 20,
            ratio: 200,
            depth: 1000,
            cells: 200_000,
            pages: 2000,
        }
    }
}
