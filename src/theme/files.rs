//! The files of a theme: its own, then those of the theme it extends.

use std::collections::BTreeMap;

use crate::{
    diag::{Code, Diagnostic, Diagnostics, Place},
    schema,
    source::{SourceTree, ThemeFiles},
};

/// Files by path inside the theme, each with the theme it comes from.
pub(super) struct Files<'s> {
    pub(super) written: schema::Theme,
    files: BTreeMap<&'s str, (&'s str, &'s [u8])>,
}

impl<'s> Files<'s> {
    /// Finds the theme that the settings name; `None` when it cannot be used.
    pub(super) fn find(tree: &'s SourceTree<'_>, found: &mut Diagnostics) -> Option<Self> {
        let name = tree.config.theme.as_str();
        let (name, own) = known(tree, name, tree.config.theme_place.clone(), found)?;
        let written = declared(name, own, found)?;
        let mut files = BTreeMap::new();
        if let Some(at) = &written.extends {
            let place = Place::span(toml_path(name), at.span.clone());
            let (below, base) = known(tree, &at.value, place.clone(), found)?;
            let base_written = declared(below, base, found)?;
            if base_written.extends.is_some() || below == name {
                found.push(Diagnostic::error(Code::THEME_EXTENDS).at(place).with("value", &at.value));
                return None;
            }
            files.extend(base.iter().map(|(path, bytes)| (path.as_str(), (below, bytes.as_ref()))));
        }
        files.extend(own.iter().map(|(path, bytes)| (path.as_str(), (name, bytes.as_ref()))));
        Some(Self { written, files })
    }

    /// Files below `folder`: path inside the theme, path in the shop, bytes.
    pub(super) fn below<'a>(
        &'a self,
        folder: &'a str,
    ) -> impl Iterator<Item = (&'s str, String, &'s [u8])> + 'a {
        self.files
            .iter()
            .filter(move |(path, _)| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/')))
            .map(|(path, (theme, bytes))| (*path, format!("themes/{theme}/{path}"), *bytes))
    }

    /// One file.
    pub(super) fn get(&self, path: &str) -> Option<(String, &'s [u8])> {
        self.files.get(path).map(|(theme, bytes)| (format!("themes/{theme}/{path}"), *bytes))
    }

    /// Every path and its bytes, in order.
    pub(super) fn all(&self) -> impl Iterator<Item = (&'s str, &'s [u8])> + '_ {
        self.files.iter().map(|(path, (_, bytes))| (*path, *bytes))
    }
}

fn known<'s>(
    tree: &'s SourceTree<'_>,
    name: &str,
    place: Place,
    found: &mut Diagnostics,
) -> Option<(&'s str, &'s ThemeFiles)> {
    let theme = tree.themes.get_key_value(name).map(|(name, files)| (name.as_str(), files));
    if theme.is_none() {
        let fault = Diagnostic::error(Code::THEME_MISSING).at(place).with("value", name);
        found.push(match crate::diag::nearest(name, tree.themes.keys().map(String::as_str)) {
            Some(near) => fault.with("near", near).repair(format!("\"{near}\"")),
            None => fault,
        });
    }
    theme
}

fn toml_path(theme: &str) -> String {
    format!("themes/{theme}/theme.toml")
}

fn declared(name: &str, files: &ThemeFiles, found: &mut Diagnostics) -> Option<schema::Theme> {
    let path = toml_path(name);
    let Some(bytes) = files.get("theme.toml") else {
        found.push(Diagnostic::error(Code::THEME_MISSING).at(Place::file(path)).with("value", name));
        return None;
    };
    let Ok(text) = std::str::from_utf8(bytes) else {
        found.push(Diagnostic::error(Code::TEXT_ENCODING).at(Place::file(path)).with("line", 1));
        return None;
    };
    let document = schema::split_front_matter(&path, text).map_err(|fault| found.push(*fault)).ok()?;
    let (written, faults) = schema::read::<schema::Theme>(&path, &document);
    found.append(faults);
    let written = written?;
    if written.contract.value != crate::view::CONTRACT {
        found.push(
            Diagnostic::error(Code::THEME_CONTRACT)
                .at(Place::span(path, written.contract.span.clone()))
                .with("value", written.contract.value)
                .with("known", crate::view::CONTRACT),
        );
        return None;
    }
    Some(written)
}
