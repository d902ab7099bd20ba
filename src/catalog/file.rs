//! Plain files by the places that name them: films and things to take home.

use super::{picture::Picture, reading::Reading, variant};
use crate::{
    base::{hash::Digest, name::Handle, path::ShopPath},
    diag::{Code, Diagnostic},
    schema::{self, At},
    source::PlainFile,
};

/// A file that is published as it is.
#[derive(Debug, Clone)]
pub struct File {
    /// Where it stands.
    pub path: ShopPath,
    /// Hash of its bytes.
    pub digest: Digest,
    /// Its size, in bytes.
    pub bytes: u64,
    /// Media type, such as `video/mp4`.
    pub media_type: &'static str,
}

/// A film, loaded only when it is asked for. What it shows is in the words.
#[derive(Debug)]
pub struct Video {
    /// The file.
    pub file: File,
    /// Place of the picture that stands for it.
    pub poster: usize,
}

/// Largest file that every host takes: 25 MiB (Cloudflare Pages "Limits", read 2026-11-21).
const LARGEST: u64 = 25 << 20;

/// Media types by ending.
const TYPES: [(&str, &str); 4] =
    [("pdf", "application/pdf"), ("zip", "application/zip"), ("mp4", "video/mp4"), ("webm", "video/webm")];

/// Files to take home.
pub(super) fn downloads(reading: &mut Reading<'_, '_>, written: &schema::Product) -> Vec<(Handle, File)> {
    let (mut downloads, mut ids) = (Vec::new(), Vec::new());
    for one in &written.downloads {
        let id = reading.handle(&one.id, &ids);
        let file = find(reading, &one.file, &["pdf", "zip"]);
        if let (Some(id), Some(file)) = (id, file) {
            ids.push(id.clone());
            downloads.push((id, file));
        }
    }
    downloads
}

/// The film.
pub(super) fn video(
    reading: &mut Reading<'_, '_>,
    written: &schema::Product,
    pictures: &[Picture],
) -> Option<Video> {
    let one = written.video.as_ref()?;
    let file = find(reading, &one.file, &["mp4", "webm"]);
    let poster = variant::picture(reading, &one.poster, pictures);
    Some(Video { file: file?, poster: poster? })
}

/// Finds the file beside the text being read; only the kinds of `kinds` (endings) may stand here.
fn find(reading: &mut Reading<'_, '_>, at: &At<String>, kinds: &[&str]) -> Option<File> {
    let folder = reading.path.parent();
    let target = folder.as_ref().map_or_else(|| ShopPath::read(&at.value), |folder| folder.join(&at.value));
    let target = match target {
        Ok(target) => target,
        Err(why) => {
            reading.wrong(why.into(), at, &at.value);
            return None;
        }
    };
    let ending = target.name().rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    let kind = TYPES.iter().find(|(known, _)| ending.as_deref() == Some(known) && kinds.contains(known));
    let Some((_, media_type)) = kind else {
        let told = Diagnostic::error(Code::FILE_KIND).at(reading.place(at)).with("value", &at.value);
        reading.found.push(told.with("kinds", kinds.join(", ")));
        return None;
    };
    let tree = reading.tree;
    let Some(PlainFile { digest, bytes }) = tree.files.get(&target) else {
        let beside =
            tree.files.keys().filter_map(|one| one.below(folder.as_ref().map_or("", ShopPath::as_str)));
        let known: Vec<&str> = beside.filter(|rest| !rest.contains('/')).collect();
        reading.unknown(Code::FILE_MISSING, at, known);
        return None;
    };
    if *bytes > LARGEST {
        let told = Diagnostic::error(Code::FILE_LARGE).at(reading.place(at)).with("value", &at.value);
        reading.found.push(told.with("most", format!("{} MB", LARGEST >> 20)));
        return None;
    }
    Some(File { path: target, digest: *digest, bytes: *bytes, media_type })
}
