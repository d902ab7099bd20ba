//! How an address is written on paper, line by line.

use serde::Deserialize;

use super::PartId;

/// The lines of an address, in some countries or in all others.
#[derive(Debug, Deserialize)]
pub(super) struct Form {
    /// Where it is written so; empty: wherever no other form is for.
    #[serde(default)]
    pub(super) countries: Vec<String>,
    pub(super) lines: Vec<Line>,
}

/// One line, read from `{city}, {region} {postcode}`.
#[derive(Debug, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct Line(Vec<Piece>);

/// A part, and what stands before it when something does.
#[derive(Debug)]
struct Piece {
    before: String,
    part: PartId,
}

impl TryFrom<String> for Line {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let mut pieces = Vec::new();
        let mut rest = text.as_str();
        while !rest.is_empty() {
            let (before, after) = rest.split_once('{').ok_or(text.clone())?;
            let (name, after) = after.split_once('}').ok_or(text.clone())?;
            let part = PartId::read(name).ok_or(text.clone())?;
            pieces.push(Piece { before: before.to_owned(), part });
            rest = after;
        }
        Ok(Self(pieces))
    }
}

impl Line {
    /// The line with its parts filled in; `None` when none of them is there.
    pub(super) fn fill(&self, value: impl Fn(PartId) -> Option<String>) -> Option<String> {
        let mut line = String::new();
        for piece in &self.0 {
            let Some(value) = value(piece.part).filter(|value| !value.is_empty()) else { continue };
            if !line.is_empty() {
                line.push_str(&piece.before);
            }
            line.push_str(&value);
        }
        (!line.is_empty()).then_some(line)
    }

    #[cfg(test)]
    pub(super) fn parts(&self) -> impl Iterator<Item = PartId> {
        self.0.iter().map(|piece| piece.part)
    }
}
