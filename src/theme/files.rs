//! The files of a theme: its own, then those of the theme it extends.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use crate::{
    diag::{Code, Diagnostic, Diagnostics, Place},
    schema,
    source::{SourceTree, ThemeFiles},
};

/// Files by path inside the theme, each with the theme it comes from.
pub(super) struct Files<'s> {
    pub(super) written: schema::Theme,
    /// The look of a shop that names none, and where it is named.
    look: Option<(String, Place)>,
    files: BTreeMap<&'s str, (&'s str, &'s [u8])>,
}

impl<'s> Files<'s> {
    /// Finds the theme that the settings name; `None` when it cannot be used.
    pub(super) fn find(tree: &'s SourceTree<'_>, found: &mut Diagnostics) -> Option<Self> {
        let name = tree.config.theme.as_str();
        let (name, own) = known(tree, name, tree.config.theme_place.clone(), found)?;
        let written = declared(name, own, found)?;
        let mut files = BTreeMap::new();
        let mut look = look_of(name, &written);
        if let Some(at) = &written.extends {
            let place = Place::span(toml_path(name), at.span.clone());
            let (below, base) = known(tree, &at.value, place.clone(), found)?;
            let base_written = declared(below, base, found)?;
            if base_written.extends.is_some() || below == name {
                found.push(Diagnostic::error(Code::THEME_EXTENDS).at(place).with("value", &at.value));
                return None;
            }
            look = look.or_else(|| look_of(below, &base_written));
            files.extend(base.iter().map(|(path, bytes)| (path.as_str(), (below, bytes.as_ref()))));
        }
        files.extend(own.iter().map(|(path, bytes)| (path.as_str(), (name, bytes.as_ref()))));
        Some(Self { written, look, files })
    }

    /// The look of a shop that names none, and where it is named; `None` for a theme without looks.
    pub(super) fn look(&self) -> Option<&(String, Place)> {
        self.look.as_ref()
    }

    /// Path of the theme's own `theme.toml` in the shop.
    pub(super) fn toml_path(&self) -> String {
        toml_path(&self.written.name.value)
    }

    /// Names of the looks.
    pub(super) fn looks(&self) -> impl Iterator<Item = &'s str> + '_ {
        self.below("looks").filter_map(|(path, ..)| path.strip_prefix("looks/")?.strip_suffix(".toml"))
    }

    /// A file that must be there, as written, and its path in the shop.
    pub(super) fn read<T: DeserializeOwned + JsonSchema + 'static>(
        &self,
        path: &str,
        found: &mut Diagnostics,
    ) -> Option<(String, T)> {
        let Some((place, bytes)) = self.get(path) else {
            let place = Place::file(self.toml_path());
            found.push(Diagnostic::error(Code::THEME_TOKENS).at(place).with("value", path));
            return None;
        };
        let written = parsed(&place, bytes, found)?;
        Some((place, written))
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
        found.push(fault.did_you_mean_text(name, tree.themes.keys().map(String::as_str)));
    }
    theme
}

fn toml_path(theme: &str) -> String {
    format!("themes/{theme}/theme.toml")
}

fn look_of(theme: &str, written: &schema::Theme) -> Option<(String, Place)> {
    let at = written.look.as_ref()?;
    Some((at.value.clone(), Place::span(toml_path(theme), at.span.clone())))
}

/// The TOML of a theme's file as written.
fn parsed<T: DeserializeOwned + JsonSchema + 'static>(
    path: &str,
    bytes: &[u8],
    found: &mut Diagnostics,
) -> Option<T> {
    let Ok(text) = std::str::from_utf8(bytes) else {
        found.push(Diagnostic::error(Code::TEXT_ENCODING).at(Place::file(path)).with("line", 1));
        return None;
    };
    let document = schema::split_front_matter(path, text).map_err(|fault| found.push(*fault)).ok()?;
    let (written, faults) = schema::read::<T>(path, &document);
    found.append(faults);
    written
}

fn declared(name: &str, files: &ThemeFiles, found: &mut Diagnostics) -> Option<schema::Theme> {
    let path = toml_path(name);
    let Some(bytes) = files.get("theme.toml") else {
        found.push(Diagnostic::error(Code::THEME_MISSING).at(Place::file(path)).with("value", name));
        return None;
    };
    let written: schema::Theme = parsed(&path, bytes, found)?;
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
