//! Questions and answers.

use super::Text;
use crate::{base::name::Handle, diag::Place};

/// A question with its answer in one language.
#[derive(Debug, Clone)]
pub struct Question {
    /// Its handle.
    pub id: Handle,
    /// The question.
    pub ask: Text,
    /// The answer, in Markdown.
    pub answer: Text,
    /// Where the answer was written, for faults in it.
    pub place: Place,
}
