//! What the reading of one file needs, and the faults it tells.

use crate::{
    base::{
        name::{Handle, NameFault, Sku, nfc},
        path::ShopPath,
    },
    config::ShopConfig,
    diag::{Code, Diagnostic, Diagnostics, Place},
    schema::{self, At},
    source::SourceTree,
};

/// One file being read.
pub(super) struct Reading<'s, 'f> {
    pub(super) tree: &'s SourceTree<'s>,
    pub(super) path: &'s ShopPath,
    pub(super) found: &'f mut Diagnostics,
}

impl<'s> Reading<'s, '_> {
    pub(super) fn config(&self) -> &'s ShopConfig {
        self.tree.config
    }

    /// Where something was written.
    pub(super) fn place<T>(&self, at: &At<T>) -> Place {
        Place::span(self.path.shared(), at.span.clone())
    }

    /// Tells an error at something.
    pub(super) fn error<T>(&mut self, code: Code, at: &At<T>) {
        let fault = Diagnostic::error(code).at(self.place(at));
        self.found.push(fault);
    }

    /// Tells an error about a value.
    pub(super) fn wrong<T>(&mut self, code: Code, at: &At<T>, value: impl ToString) {
        let fault = Diagnostic::error(code).at(self.place(at)).with("value", value);
        self.found.push(fault);
    }

    /// Tells that a name is not known, with the nearest one that is.
    pub(super) fn unknown<'a>(
        &mut self,
        code: Code,
        at: &At<String>,
        known: impl IntoIterator<Item = &'a str>,
    ) {
        let mut fault = Diagnostic::error(code).at(self.place(at)).with("value", &at.value);
        if let Some(near) = crate::diag::nearest(&at.value, known) {
            fault = fault.with("near", near).repair(format!("\"{near}\""));
        }
        self.found.push(fault);
    }

    /// Words in NFC without the signs that turn text around or hide in it (U+202A..E, U+2066..9, controls).
    pub(super) fn text(&mut self, at: &At<String>) -> String {
        let hidden = |c: &char| {
            (c.is_control() && !matches!(c, '\n' | '\t'))
                || matches!(*c as u32, 0x202a..=0x202e | 0x2066..=0x2069 | 0xfeff)
        };
        if let Some(character) = at.value.chars().find(hidden) {
            self.wrong(Code::TEXT_CONTROL, at, format!("U+{:04X}", character as u32));
        }
        nfc(at.value.trim())
    }

    /// Words that may be missing.
    pub(super) fn text_of(&mut self, at: Option<&At<String>>) -> Option<String> {
        at.map(|at| self.text(at)).filter(|text| !text.is_empty())
    }

    /// Words that must say something.
    pub(super) fn words(&mut self, key: &'static str, at: &At<String>) -> String {
        let text = self.text(at);
        if text.is_empty() {
            let fault = Diagnostic::error(Code::KEY_MISSING).at(self.place(at)).with("key", key);
            self.found.push(fault);
        }
        text
    }

    /// A stock keeping unit.
    pub(super) fn sku(&mut self, at: &At<String>) -> Option<Sku> {
        match Sku::read(&at.value) {
            Ok(sku) => Some(sku),
            Err(fault) => {
                self.name_fault(Code::SKU_INVALID, at, fault);
                None
            }
        }
    }

    /// A handle, unique among `known`.
    pub(super) fn handle(&mut self, at: &At<String>, known: &[Handle]) -> Option<Handle> {
        match Handle::read(&at.value) {
            Ok(handle) if known.contains(&handle) => {
                self.wrong(Code::HANDLE_TWICE, at, handle);
                None
            }
            Ok(handle) => Some(handle),
            Err(fault) => {
                self.name_fault(Code::HANDLE_INVALID, at, fault);
                None
            }
        }
    }

    fn name_fault(&mut self, code: Code, at: &At<String>, fault: NameFault) {
        let character = match fault {
            NameFault::Character(character) => character.to_string(),
            NameFault::Empty | NameFault::Long | NameFault::Reserved => String::new(),
        };
        let fault =
            Diagnostic::error(code).at(self.place(at)).with("value", &at.value).with("character", character);
        self.found.push(fault);
    }

    /// Reads the front matter of a text as a `T`, and where its body begins.
    pub(super) fn front_matter<T>(&mut self, text: &'s str) -> Option<(T, std::ops::Range<usize>)>
    where
        T: serde::de::DeserializeOwned + schemars::JsonSchema + 'static,
    {
        let document = match schema::split_front_matter(self.path.as_str(), text) {
            Ok(document) => document,
            Err(fault) => {
                self.found.push(*fault);
                return None;
            }
        };
        let (written, faults) = schema::read(self.path.as_str(), &document);
        self.found.append(faults);
        Some((written?, document.body))
    }
}
