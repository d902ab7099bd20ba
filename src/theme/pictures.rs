//! How pictures of each role are made: the theme's own roles, with those that its look has in their place.

use std::collections::BTreeMap;

use super::{files::Files, look::Look};
use crate::{
    diag::{Code, Diagnostic, Diagnostics, Place},
    image::{Focus, Frame},
    schema::PictureRole,
};

/// Roles that the plan asks for.
pub const ROLES: [&str; 6] = ["gallery", "thumbnail", "card", "cover", "body", "row"];
/// The role of the picture that is shown where a page is shared: 1200 x 630, as Open Graph's readers cut it themselves.
pub const SHARE: &str = "share";
/// The role of the picture that machines list goods with: a square on white, as Google and Meta want it.
pub const SQUARE: &str = "square";

/// How pictures of one role are made and used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// Widths in pixels, rising.
    pub widths: Vec<u32>,
    /// The `sizes` attribute.
    pub sizes: String,
    /// What of a picture is shown.
    pub shape: Shape,
    /// Whether every format is made, or JPEG alone, for those who may not read others.
    pub every_format: bool,
}

/// What of a picture a role shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// All of it, in its own proportion.
    Whole,
    /// As much as fits into this proportion, width to height.
    Fill(u16, u16),
    /// All of it, on a white sheet of this proportion, width to height.
    Pad(u16, u16),
}

impl Role {
    /// The frame of a copy `width` wide, with `focus` in it.
    pub fn frame(&self, width: u32, focus: Focus) -> Frame {
        let height = |across: u16, down: u16| {
            let (across, down) = (u32::from(across.max(1)), u32::from(down));
            ((width * down + across / 2) / across).max(1)
        };
        match self.shape {
            Shape::Whole => Frame::Fit { width },
            Shape::Fill(across, down) => Frame::Fill { width, height: height(across, down), focus },
            Shape::Pad(across, down) => Frame::Pad { width, height: height(across, down) },
        }
    }
}

/// Every role by name. Those of the look must be roles of the theme.
pub(super) fn roles(
    files: &Files<'_>,
    look: Option<&Look>,
    found: &mut Diagnostics,
) -> BTreeMap<String, Role> {
    let mut roles = BTreeMap::new();
    let toml = files.toml_path();
    for (name, at) in &files.written.pictures {
        roles.insert(name.clone(), role(&toml, name, &at.value, found));
    }
    if let Some((path, pictures)) = look.map(|look| &look.pictures) {
        for (name, at) in pictures {
            let own = role(path, name, &at.value, found);
            if roles.insert(name.clone(), own).is_none() {
                let place = Place::span(path.as_str(), at.span.clone());
                found.push(Diagnostic::error(Code::THEME_ROLE).at(place).with("value", name));
            }
        }
    }
    let wrong = |name: &str| {
        let place = Place::span(toml.as_str(), files.written.name.span.clone());
        Diagnostic::error(Code::THEME_ROLE).at(place).with("value", name)
    };
    for (name, width, shape) in [(SHARE, 1200, Shape::Fill(40, 21)), (SQUARE, 1080, Shape::Pad(1, 1))] {
        let role = Role { widths: vec![width], sizes: String::new(), shape, every_format: false };
        if roles.insert(name.to_owned(), role).is_some() {
            found.push(wrong(name));
        }
    }
    for name in ROLES.into_iter().filter(|name| !roles.contains_key(*name)) {
        found.push(wrong(name));
    }
    roles
}

fn role(path: &str, name: &str, written: &PictureRole, found: &mut Diagnostics) -> Role {
    let widths = &written.widths.value;
    let rising = widths.windows(2).all(|pair| pair[0] < pair[1])
        && widths.iter().all(|width| (16..=8000).contains(width));
    if widths.is_empty() || !rising {
        let place = Place::span(path, written.widths.span.clone());
        found.push(Diagnostic::error(Code::THEME_ROLE).at(place).with("value", name));
    }
    Role {
        widths: widths.clone(),
        sizes: written.sizes.value.clone(),
        shape: shape(path, written, found),
        every_format: !written.jpeg_only.unwrap_or(false),
    }
}

fn shape(path: &str, written: &PictureRole, found: &mut Diagnostics) -> Shape {
    let (shape, at) = match (&written.fill, &written.pad) {
        (None, None) => return Shape::Whole,
        (Some(fill), None) => (Shape::Fill(fill.value[0], fill.value[1]), fill),
        (_, Some(pad)) => (Shape::Pad(pad.value[0], pad.value[1]), pad),
    };
    // No side more than ten times the other: a frame of a pixel's height shows nothing.
    let [across, down] = at.value.map(u32::from);
    let possible = across > 0 && down > 0 && across <= down * 10 && down <= across * 10;
    if !possible || (written.fill.is_some() && written.pad.is_some()) {
        found.push(
            Diagnostic::error(Code::THEME_SHAPE)
                .at(Place::span(path, at.span.clone()))
                .with("value", format!("[{across}, {down}]")),
        );
        return Shape::Whole;
    }
    shape
}
