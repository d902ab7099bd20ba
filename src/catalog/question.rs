//! Questions and answers.

use crate::{base::name::Handle, diag::Place};

/// A question with its answer in one language.
#[derive(Debug, Clone)]
pub struct Question {
    /// Its handle.
    pub id: Handle,
    /// The question.
    pub ask: String,
    /// The answer, in Markdown.
    pub answer: String,
    /// Where the answer was written, for faults in it.
    pub place: Place,
}
