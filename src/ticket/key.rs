//! Keys: the shop signs with a private one, everybody may check with the public one.

use std::{fmt, sync::Arc};

use data_encoding::BASE64URL_NOPAD;
use ed25519_compact::{KeyPair, Seed, Signature};

/// Length of a key's id, in characters of its public key.
const ID: usize = 6;

/// Why a text is no key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyFault {
    /// It is not 32 bytes of base64url, or no point of the curve.
    Unreadable,
}

/// A public key, as the shop's settings name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicKey {
    key: ed25519_compact::PublicKey,
    text: String,
}

/// A private key. It is never written anywhere and shows nothing of itself.
#[derive(Clone)]
pub struct Seal {
    pair: Arc<KeyPair>,
    public: PublicKey,
}

impl PublicKey {
    /// Reads 43 characters of base64url.
    pub fn read(text: &str) -> Result<Self, KeyFault> {
        let bytes = BASE64URL_NOPAD.decode(text.trim().as_bytes()).map_err(|_| KeyFault::Unreadable)?;
        let key = ed25519_compact::PublicKey::from_slice(&bytes).map_err(|_| KeyFault::Unreadable)?;
        Ok(Self::of(key))
    }

    fn of(key: ed25519_compact::PublicKey) -> Self {
        let text = BASE64URL_NOPAD.encode(key.as_ref());
        Self { key, text }
    }

    /// The key as it is written.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Its name in tickets.
    pub fn id(&self) -> &str {
        self.text.get(..ID).unwrap_or_default()
    }

    /// Whether `signature` (base64url) is this key's, over `text`.
    pub(super) fn has_signed(&self, text: &str, signature: &str) -> bool {
        let bytes = BASE64URL_NOPAD.decode(signature.as_bytes()).ok();
        let signature = bytes.and_then(|bytes| Signature::from_slice(&bytes).ok());
        signature.is_some_and(|signature| self.key.verify(text, &signature).is_ok())
    }
}

impl Seal {
    /// Reads a private key: 32 bytes, as 43 characters of base64url.
    pub fn read(text: &str) -> Result<Self, KeyFault> {
        let bytes = BASE64URL_NOPAD.decode(text.trim().as_bytes()).map_err(|_| KeyFault::Unreadable)?;
        let bytes: [u8; 32] = bytes.try_into().map_err(|_| KeyFault::Unreadable)?;
        Ok(Self::from_bytes(bytes))
    }

    /// The key that 32 bytes of chance make.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        let pair = KeyPair::from_seed(Seed::new(bytes));
        let public = PublicKey::of(pair.pk);
        Self { pair: Arc::new(pair), public }
    }

    /// Its public half.
    pub fn public(&self) -> &PublicKey {
        &self.public
    }

    /// The text that [`Seal::read`] takes back. For the one time when a key is made and handed over.
    pub fn secret(&self) -> String {
        BASE64URL_NOPAD.encode(self.pair.sk.seed().as_ref())
    }

    /// The ticket: `facts` (of [`Promise::facts`](super::Promise::facts)) with its signature. The same facts give the same ticket.
    pub fn sign(&self, facts: &str) -> String {
        let signature = self.pair.sk.sign(facts, None);
        format!("{facts}*{}", BASE64URL_NOPAD.encode(signature.as_ref()))
    }
}

impl fmt::Debug for Seal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Seal({})", self.public.id())
    }
}
