//! Files of the shop's own that the look shows: its logo and its fonts.
//!
//! In: what the settings name, and the bytes that `source` read. Out: assets, named by their content like the theme's.

use super::assets::Asset;
use crate::{
    base::{address::Address, path::ShopPath},
    config::{self, WebFont},
    diag::{Code, Diagnostic, Diagnostics, Place},
    image::{self, Kind},
    schema::At,
    source::{LookFile, SourceTree},
};

/// Larger fonts are told: as much as the first picture of a page may have.
const HEAVY_FONT: usize = 45 << 10;
/// Larger logos are told: they stand on every page.
const HEAVY_LOGO: usize = 15 << 10;
/// Height of a logo for which no size is written, at most, in CSS pixels.
const LOGO_HEIGHT: u32 = 40;

/// The shop's logo.
#[derive(Debug)]
pub struct Logo {
    /// Where it stands.
    pub address: Address,
    /// The one for dark pages.
    pub dark: Option<Address>,
    /// In CSS pixels.
    pub width: u32,
    /// In CSS pixels.
    pub height: u32,
}

/// Reads the logo; its files come to `own`.
pub(super) fn logo(tree: &SourceTree<'_>, own: &mut Vec<Asset>, found: &mut Diagnostics) -> Option<Logo> {
    let written = tree.config.look.logo.as_ref()?;
    let mut take = |at: &At<ShopPath>, found: &mut Diagnostics| {
        let bytes = bytes(tree, at, HEAVY_LOGO, found)?;
        let Some((ending, size)) = picture(bytes) else {
            found.push(fault(Code::FILE_KIND, at).with("kinds", "svg, png, webp"));
            return None;
        };
        Some((add(own, "logo", ending, bytes), size))
    };
    let dark = written.dark.as_ref().map(|at| take(at, found));
    let (address, natural) = take(&written.file, found)?;
    let Some((width, height)) = size(natural, written.width.map(u32::from), written.height.map(u32::from))
    else {
        found.push(fault(Code::LOOK_LOGO_SIZE, &written.file));
        return None;
    };
    Some(Logo { address, dark: dark.flatten().map(|(address, _)| address), width, height })
}

/// Reads the fonts; their files come to `own`. Each with its name beside the style sheet.
pub(super) fn fonts<'c>(
    tree: &'c SourceTree<'_>,
    own: &mut Vec<Asset>,
    found: &mut Diagnostics,
) -> Vec<(&'c WebFont, String)> {
    let mut fonts = Vec::new();
    for font in &tree.config.look.web_fonts {
        let Some(bytes) = bytes(tree, &font.file, HEAVY_FONT, found) else { continue };
        // WOFF2 begins with this signature (W3C WOFF 2.0, 4.1).
        if !bytes.starts_with(b"wOF2") {
            found.push(fault(Code::FILE_KIND, &font.file).with("kinds", "woff2"));
            continue;
        }
        let address = add(own, "font", "woff2", bytes);
        let name = address.as_str().rsplit('/').next().unwrap_or_default().to_owned();
        fonts.push((font, name));
    }
    fonts
}

fn add(own: &mut Vec<Asset>, stem: &str, ending: &str, bytes: &[u8]) -> Address {
    let asset = Asset::named(&format!("own/{stem}.{ending}"), bytes.to_vec());
    let address = asset.address.clone();
    if !own.iter().any(|known| known.address == address) {
        own.push(asset);
    }
    address
}

/// The bytes of a file that the settings name.
fn bytes<'t>(
    tree: &'t SourceTree<'_>,
    at: &At<ShopPath>,
    heavy: usize,
    found: &mut Diagnostics,
) -> Option<&'t [u8]> {
    match tree.look.get(&at.value) {
        None => found.push(fault(Code::FILE_MISSING, at)),
        Some(LookFile::Large) => found.push(fault(Code::FILE_LARGE, at).with("most", "1 MB")),
        Some(LookFile::Whole(bytes)) => {
            if bytes.len() > heavy {
                let told =
                    Diagnostic::warning(Code::LOOK_HEAVY).at(place(at)).with("value", at.value.as_str());
                found.push(told.with("size", bytes.len().div_ceil(1 << 10)).with("most", heavy >> 10));
            }
            return Some(bytes);
        }
    }
    None
}

fn place(at: &At<ShopPath>) -> Place {
    Place::span(config::FILE, at.span.clone())
}

fn fault(code: Code, at: &At<ShopPath>) -> Diagnostic {
    Diagnostic::error(code).at(place(at)).with("value", at.value.as_str())
}

/// Width and height.
type Size = (f64, f64);

/// The ending and, where it says one, the size of a picture that a browser shows as it is.
fn picture(bytes: &[u8]) -> Option<(&'static str, Option<Size>)> {
    let size = |facts: image::Facts| Some((f64::from(facts.width), f64::from(facts.height)));
    match image::facts(bytes) {
        Ok(facts) if facts.kind == Kind::Png => Some(("png", size(facts))),
        Ok(facts) if facts.kind == Kind::Webp => Some(("webp", size(facts))),
        Ok(_) => None,
        Err(_) => svg(bytes).map(|size| ("svg", size)),
    }
}

/// The size of an SVG, by its `width` and `height`, else by its `viewBox`. `None` when it is no SVG.
fn svg(bytes: &[u8]) -> Option<Option<Size>> {
    let mut reader = quick_xml::Reader::from_reader(bytes);
    loop {
        match reader.read_event().ok()? {
            quick_xml::events::Event::Start(root) | quick_xml::events::Event::Empty(root) => {
                return (root.local_name().as_ref() == "svg").then(|| svg_size(&root));
            }
            quick_xml::events::Event::Eof => return None,
            _ => {}
        }
    }
}

fn svg_size(root: &quick_xml::events::BytesStart<'_>) -> Option<Size> {
    let text = |name: &str| {
        let found = root.attributes().flatten().find(|one| one.key.as_ref() == name)?;
        Some(found.value.into_owned())
    };
    let pixels = |text: &str| text.trim().trim_end_matches("px").trim().parse::<f64>().ok();
    let sound = |side: &f64| side.is_finite() && *side > 0.0;
    let side = |name: &str| text(name).and_then(|text| pixels(&text)).filter(sound);
    if let (Some(width), Some(height)) = (side("width"), side("height")) {
        return Some((width, height));
    }
    let numbers: Vec<f64> = text("viewBox")?
        .split(|one: char| one == ',' || one.is_whitespace())
        .filter_map(|part| part.parse().ok())
        .collect();
    match numbers.as_slice() {
        [_, _, width, height] if sound(width) && sound(height) => Some((*width, *height)),
        _ => None,
    }
}

/// What is written, the other side in proportion; else the file's own, no higher than a line of the header.
fn size(own: Option<Size>, width: Option<u32>, height: Option<u32>) -> Option<(u32, u32)> {
    let whole = |side: f64| (side.round().min(10_000.0) as u32).max(1);
    match (width, height, own) {
        (Some(width), Some(height), _) => Some((width, height)),
        (Some(width), None, Some((across, down))) => Some((width, whole(f64::from(width) * down / across))),
        (None, Some(height), Some((across, down))) => {
            Some((whole(f64::from(height) * across / down), height))
        }
        (None, None, Some((across, down))) => {
            let height = down.min(f64::from(LOGO_HEIGHT));
            Some((whole(height * across / down), whole(height)))
        }
        (_, _, None) => None,
    }
}
