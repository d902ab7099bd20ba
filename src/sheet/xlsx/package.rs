//! The parts of a packed file. In: its bytes, and the path of a part; out: a reader of that part's XML. All parts
//! together give no more bytes than the limit, whatever the file says of their sizes.

use std::{
    collections::BTreeMap,
    io::{self, BufReader, Cursor, Read},
};

use quick_xml::Reader;
use zip::{ZipArchive, read::ZipFile};

use super::{UNPACKED, trouble::Trouble};

/// A packed file.
pub(super) struct Package<'b> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
    /// Places of the parts by their paths in small letters: Windows programs write them as they like.
    parts: BTreeMap<String, usize>,
    /// Bytes that may still be unpacked.
    left: u64,
}

/// XML of a part.
pub(super) type Xml<'p, 'b> = Reader<BufReader<Part<'p, 'b>>>;

/// Bytes of a part.
pub(super) struct Part<'p, 'b> {
    file: ZipFile<'p, Cursor<&'b [u8]>>,
    left: &'p mut u64,
}

impl<'b> Package<'b> {
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, Trouble> {
        let zip = ZipArchive::new(Cursor::new(bytes))?;
        let mut parts = BTreeMap::new();
        for (at, name) in zip.file_names().enumerate() {
            parts.insert(plain(&name?), at);
        }
        Ok(Self { zip, parts, left: UNPACKED })
    }

    /// The part at `path`; `None` when there is none.
    pub(super) fn part(&mut self, path: &str) -> Result<Option<Xml<'_, 'b>>, Trouble> {
        let Some(at) = self.parts.get(&plain(path)) else { return Ok(None) };
        let file = self.zip.by_index(*at)?;
        let mut xml = Reader::from_reader(BufReader::new(Part { file, left: &mut self.left }));
        let config = xml.config_mut();
        config.expand_empty_elements = true;
        config.check_end_names = false;
        Ok(Some(xml))
    }

    /// Whether the limit was come to.
    pub(super) fn is_spent(&self) -> bool {
        self.left == 0
    }
}

impl Read for Part<'_, '_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if *self.left == 0 {
            return Err(io::Error::other("the limit of what is unpacked"));
        }
        let read = self.file.read(buffer)?;
        *self.left = self.left.saturating_sub(read as u64);
        Ok(read)
    }
}

fn plain(path: &str) -> String {
    path.replace('\\', "/").trim_start_matches('/').to_ascii_lowercase()
}
