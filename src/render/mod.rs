//! Views become bytes, one address at a time.
//!
//! 1. In: [`SitePlan`](crate::plan::SitePlan), the store of developed pictures, and for
//!    each address the fingerprint of the last run.
//! 2. A page's view is made and hashed with all else that its bytes depend on; only
//!    when the hash is new is the template rendered.
//! 3. Out: [`Rendered`], which makes each item when it is asked for and holds none.
//!
//! This room never sees the catalogue and writes nothing.

mod rendered;
mod renderer;

pub use rendered::{Content, Made, Make, Rendered, Wave};
pub use renderer::Renderer;
