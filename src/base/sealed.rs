//! Bytes that show whether they are whole: a mark of their kind before, a hash behind.

use super::hash::Digest;

const HASH: usize = 32;

/// `body` as a file of `kind`.
pub fn seal(kind: &[u8], body: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(kind.len() + body.len() + HASH);
    bytes.extend_from_slice(kind);
    bytes.extend_from_slice(body);
    let hash = Digest::of(&bytes);
    bytes.extend_from_slice(hash.as_bytes());
    bytes
}

/// The body of what [`seal`] made; `None` when it is of another kind, cut or changed.
pub fn unseal<'a>(kind: &[u8], bytes: &'a [u8]) -> Option<&'a [u8]> {
    let (sealed, hash) = bytes.split_at_checked(bytes.len().checked_sub(HASH)?)?;
    let body = sealed.strip_prefix(kind)?;
    (Digest::of(sealed).as_bytes() == hash).then_some(body)
}
