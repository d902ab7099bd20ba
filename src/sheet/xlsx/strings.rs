//! Texts that cells share. In: their part; out: each by its number. One long text holds them all, so that a million
//! empty ones cost eight bytes each.

use quick_xml::events::Event;

use super::{
    CELLS, TEXT,
    package::Package,
    trouble::Trouble,
    xml::{next, text_of},
};

/// Shared texts.
#[derive(Default)]
pub(super) struct Strings {
    text: String,
    ends: Vec<usize>,
}

impl Strings {
    pub(super) fn read(package: &mut Package<'_>, path: &str) -> Result<Self, Trouble> {
        let mut strings = Self::default();
        let Some(mut xml) = package.part(path)? else { return Ok(strings) };
        let mut buffer = Vec::new();
        loop {
            match next(&mut xml, &mut buffer)? {
                Event::Start(element) if element.local_name().as_ref() == "si" => {
                    strings.text.push_str(&text_of(&mut xml, &mut buffer, "si")?);
                    strings.ends.push(strings.text.len());
                    if strings.text.len() > TEXT || strings.ends.len() > CELLS {
                        return Err(Trouble::Large);
                    }
                }
                Event::End(element) if element.local_name().as_ref() == "sst" => return Ok(strings),
                Event::Eof => return Err(Trouble::damaged("the texts have no end")),
                _ => {}
            }
        }
    }

    /// The text with this number.
    pub(super) fn get(&self, at: usize) -> Option<&str> {
        let start = match at.checked_sub(1) {
            None => 0,
            Some(before) => *self.ends.get(before)?,
        };
        self.text.get(start..*self.ends.get(at)?)
    }
}
