//! The value between `render` and `emit`.

use crate::{
    base::{address::Address, hash::Digest},
    diag::Diagnostics,
};

/// When something is moved into the output: a page never stands there before what it shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wave {
    /// Pictures, assets and other files.
    Files,
    /// Pages.
    Pages,
    /// Feeds, sitemap and what the host reads.
    Lists,
}

/// What was made of one address.
#[derive(Debug)]
pub struct Made {
    /// Hash of all that the bytes depend on.
    pub fingerprint: Digest,
    /// The bytes, or that they are those of last time.
    pub content: Content,
    /// Faults found on the way.
    pub diagnostics: Diagnostics,
}

/// The bytes of one address.
#[derive(Debug)]
pub enum Content {
    /// The fingerprint is the one of last time: so are the bytes.
    Same,
    /// New bytes.
    Bytes(Vec<u8>),
    /// None: the diagnostics say why.
    Nothing,
}

/// Makes one address at a time, on any thread, in any order, always the same.
pub trait Make: Sync {
    /// Makes item `place`. `last` is the fingerprint of the last run when its file is still in the output as it was written.
    fn make(&self, place: usize, last: Option<Digest>) -> Made;
}

/// Everything that will stand in the output, by address, each made when it is asked for.
pub struct Rendered<'a> {
    /// Addresses in order, each once, with their waves.
    pub items: Vec<(&'a Address, Wave)>,
    /// Makes the item at a place of `items`.
    pub maker: &'a dyn Make,
}
