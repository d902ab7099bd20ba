//! A look of a theme, and what a shop changes of it, as written.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::{At, PictureRole};

/// One list of the roles of colour: their names, a look's palette, where each must be there, and a shop's, where none must.
macro_rules! roles {
    ($($(#[$doc:meta])* $field:ident, $role:ident;)*) => {
        /// A role of colour.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum ColourRole {
            $($(#[$doc])* $role,)*
        }

        impl ColourRole {
            /// Every role.
            pub const ALL: &[Self] = &[$(Self::$role,)*];

            /// Its key in a file.
            pub fn key(self) -> &'static str {
                match self {
                    $(Self::$role => stringify!($field),)*
                }
            }
        }

        /// The colours of a look in one scheme, each as `"#rrggbb"`.
        #[derive(Debug, Clone, Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        pub struct Palette {
            $($(#[$doc])* pub $field: At<String>,)*
        }

        impl Palette {
            /// Every role with its colour.
            pub fn each(&self) -> impl Iterator<Item = (ColourRole, &At<String>)> {
                [$((ColourRole::$role, &self.$field),)*].into_iter()
            }
        }

        /// Colours in place of the look's in one scheme, each as `"#rrggbb"`.
        #[derive(Debug, Clone, Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        pub struct OwnColours {
            $($(#[$doc])* pub $field: Option<At<String>>,)*
        }

        impl OwnColours {
            /// The roles that have one.
            pub fn each(&self) -> impl Iterator<Item = (ColourRole, &At<String>)> {
                [$((ColourRole::$role, self.$field.as_ref()),)*]
                    .into_iter()
                    .filter_map(|(role, colour)| Some((role, colour?)))
            }
        }
    };
}

roles! {
    /// The page, and the inside of fields.
    paper, Paper;
    /// Behind pictures while they load.
    cloth, Cloth;
    /// A patch on the page, such as the order form.
    patch, Patch;
    /// The band at the top.
    head, Head;
    /// Words in the band at the top.
    on_head, OnHead;
    /// Words.
    ink, Ink;
    /// Lesser words.
    quiet, Quiet;
    /// Hairlines.
    line, Line;
    /// The ornament.
    thread, Thread;
    /// The edge of a field.
    edge, Edge;
    /// Links and focus.
    accent, Accent;
    /// A link under the pointer. Where a shop changes `accent` alone, this one follows.
    deep, Deep;
    /// The buttons.
    button, Button;
    /// Words on a button.
    on_button, OnButton;
    /// What is saved, and what is wrong in a form.
    clay, Clay;
    /// In stock.
    leaf, Leaf;
    /// Few left.
    turmeric, Turmeric;
}

/// `looks/<name>.toml` in a theme: all that makes one look.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Look {
    /// Colours by day.
    pub light: Palette,
    /// Colours by night, as the reader's system asks.
    pub dark: Palette,
    /// How round corners are, in pixels, 0 to 32.
    pub radius: At<u16>,
    /// One of the theme's `buttons`.
    pub buttons: At<String>,
    /// One of the theme's `density`.
    pub density: At<String>,
    /// One of the theme's `ornament`.
    pub ornament: At<String>,
    /// One of the theme's `cards`.
    pub cards: At<String>,
    /// One of the theme's `headings`.
    pub headings: At<String>,
    /// Goods beside each other: on a phone, a tablet and a desk, each 1 to 8.
    pub columns: At<[u8; 3]>,
    /// Faces and headings.
    pub fonts: Fonts,
    /// Picture roles in place of the theme's own, where columns or proportions ask for it.
    #[serde(default)]
    pub pictures: BTreeMap<String, At<PictureRole>>,
}

/// Faces and headings of a look.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Fonts {
    /// Words: one of the theme's `faces`.
    pub text: At<String>,
    /// The shop's name and titles: one of the theme's `faces`.
    pub heading: At<String>,
    /// Weight of titles, 100 to 900.
    pub heading_weight: At<u16>,
    /// Size of titles, in percent of the theme's scale, 70 to 150.
    pub heading_size: At<u16>,
}

/// `tokens.toml` in a theme: what its looks choose from, and what must stay readable.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tokens {
    /// Faces by name: for each language of a shop (or `other`) families, the best first.
    pub faces: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    /// Space between things by name: custom properties of the style sheet.
    pub density: BTreeMap<String, BTreeMap<String, String>>,
    /// The one ornament by name: custom properties of the style sheet.
    pub ornament: BTreeMap<String, BTreeMap<String, String>>,
    /// How goods lie in lists by name: custom properties of the style sheet.
    pub cards: BTreeMap<String, BTreeMap<String, String>>,
    /// The shape of buttons by name: custom properties of the style sheet.
    pub buttons: BTreeMap<String, BTreeMap<String, String>>,
    /// Where titles stand by name: custom properties of the style sheet.
    pub headings: BTreeMap<String, BTreeMap<String, String>>,
    /// Which colours must be told from which, in every scheme.
    #[serde(default)]
    pub contrast: Vec<ContrastRule>,
}

/// One colour that must be told from others.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ContrastRule {
    /// What is seen. Where it cannot be, this one is moved.
    pub of: At<ColourRole>,
    /// On what.
    pub on: Vec<At<ColourRole>>,
    /// Least ratio, such as `4.5` for words (WCAG 2.2, 1.4.3) or `3.0` for the edge of a field (1.4.11). Left out: none.
    pub least: Option<At<f64>>,
    /// The ratio for readers who ask their system for more contrast, such as `7.0` (WCAG 2.2, 1.4.6); posra moves `of` until it has it.
    pub more: Option<At<f64>>,
}

/// What a shop changes of the look, and its own logo and fonts.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnLook {
    /// A look of the theme: `cotton`, `fashion` or `grocery` of the theme `cotton`. Left out: the theme's first choice.
    pub name: Option<At<String>>,
    /// Colours by day in place of the look's.
    pub light: Option<OwnColours>,
    /// Colours by night in place of the look's.
    pub dark: Option<OwnColours>,
    /// How round corners are, in pixels, 0 to 32.
    pub radius: Option<At<u16>>,
    /// The shape of buttons: in `cotton` `rounded` or `pill`.
    pub buttons: Option<At<String>>,
    /// Space between things: in `cotton` `compact`, `cozy` or `airy`.
    pub density: Option<At<String>>,
    /// The ornament: in `cotton` `stitch`, `scallop`, `hairline` or `none`.
    pub ornament: Option<At<String>>,
    /// How goods lie in lists: in `cotton` `bare` or `framed`.
    pub cards: Option<At<String>>,
    /// Where titles stand: in `cotton` `start` or `centre`.
    pub headings: Option<At<String>>,
    /// Faces and headings in place of the look's.
    pub fonts: Option<OwnFonts>,
    /// Font files of the shop's own. Left out: the faces of the reader's system, which cost nothing.
    #[serde(default)]
    pub web_fonts: Vec<WebFont>,
    /// A picture in place of the shop's name at the top; the name stays for those who hear the page.
    pub logo: Option<Logo>,
}

/// Faces and headings in place of a look's.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnFonts {
    /// Words: in `cotton` `sans`, `serif`, `didone`, `geometric` or `rounded`.
    pub text: Option<At<String>>,
    /// The shop's name and titles, from the same list.
    pub heading: Option<At<String>>,
    /// Weight of titles, 100 to 900.
    pub heading_weight: Option<At<u16>>,
    /// Size of titles, in percent of the theme's scale, 70 to 150.
    pub heading_size: Option<At<u16>>,
}

/// A font file of the shop's own.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WebFont {
    /// A WOFF2 file in the shop's folder, such as `fonts/name.woff2`, best not above 45 KiB.
    pub file: At<String>,
    /// Name of the family, letters, digits and spaces.
    pub family: At<String>,
    /// Where it stands before the look's faces: `text` or `heading`.
    pub face: At<FontPlace>,
    /// Weight, 100 to 900, or the first and the last of a variable font. Left out: 400.
    pub weight: Option<At<Vec<u16>>>,
}

/// Where a font of the shop's own is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FontPlace {
    /// Words.
    Text,
    /// The shop's name and titles.
    Heading,
}

/// The shop's logo.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Logo {
    /// An SVG, PNG or WebP file in the shop's folder, such as `logo.svg`.
    pub file: At<String>,
    /// Another one for dark pages, where the first could not be seen. It is shown in the same size.
    pub dark: Option<At<String>>,
    /// Width in CSS pixels; left out: what the height asks for, else the file's own.
    pub width: Option<At<u16>>,
    /// Height in CSS pixels; left out: what the width asks for, else the file's own.
    pub height: Option<At<u16>>,
}
