//! What a service answers, before it is made into bytes.

use hyper::StatusCode;
use serde_json::{Value, json};

/// An answer to a post.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::serve) enum Reply {
    /// For a script.
    Json(StatusCode, Value),
    /// Leads to a path of this server.
    Lead(StatusCode, String),
    /// A page of the service's own, with the way back to a path of this server; empty when none was told.
    Thanks(String),
    /// What is wrong with the fields of an order, in the buyer's language.
    Faults { faults: Vec<(&'static str, String)>, json: bool },
    /// Why it was not taken: the key of a sentence and the field that it speaks of.
    Refused(StatusCode, &'static str, &'static str),
    /// Orders are posted elsewhere.
    NotHere,
}

impl Reply {
    pub(super) fn refused(status: StatusCode, key: &'static str) -> Self {
        Self::Refused(status, key, "")
    }

    pub(super) fn lacks(field: &'static str) -> Self {
        Self::Refused(StatusCode::BAD_REQUEST, "inbox.lacks", field)
    }

    /// What a script is told of faults: words by field.
    pub(in crate::serve) fn errors(faults: &[(&'static str, String)]) -> Value {
        let errors: serde_json::Map<String, Value> =
            faults.iter().map(|(field, words)| ((*field).to_owned(), Value::from(words.as_str()))).collect();
        json!({ "errors": errors })
    }
}
