//! Pictures: from a merchant's file to pixels, and from pixels to what a browser gets.
//!
//! In: bytes of JPEG, PNG, WebP or GIF, known by their content and never by a name.
//! Out: [`Facts`] from the header alone, a [`Bitmap`] that stands upright in sRGB,
//! its [`Shade`], copies of it in a [`Frame`], and bytes in an [`Encoding`] without any metadata.
//!
//! A picture is whole or refused: a file cut short gives a [`PictureFault`], never
//! half a picture. Nothing here reads a file, keeps anything, or speaks to a person.

mod bitmap;
mod colour;
mod decode;
mod encode;
mod facts;
mod fault;
mod frame;
mod jpeg;
mod kind;
mod moving;
mod outline;
mod resize;
mod shade;
#[cfg(test)]
mod tests;
mod texture;

pub use bitmap::Bitmap;
pub use decode::decode;
pub use encode::{Encoding, Format, encode};
pub use facts::{Facts, MAX_BYTES, MAX_PIXELS, MAX_SIDE, facts};
pub use fault::PictureFault;
pub use frame::{Focus, Frame};
pub use kind::Kind;
pub use moving::{MAX_FRAMES, moving};
pub use resize::Negative;
pub use shade::{Shade, TINTS, Tint};
pub use texture::Texture;
