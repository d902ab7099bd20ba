//! Reading the folder.

use std::{borrow::Cow, collections::BTreeMap};

use rayon::prelude::*;

use super::{
    kind::Kind,
    picture::know,
    tree::{LookFile, PlainFile, SourceTree, TextFile, ThemeFiles},
};
use crate::{
    base::{hash::Digest, path::ShopPath},
    config::ShopConfig,
    diag::{Code, Diagnostic, Diagnostics, Failure, Place},
    disk::{Found, ReadFault, ShopFolder},
    ledger::{Ledger, Source},
};

/// Largest text, in bytes: a description of 150,000 words. Beyond that it is a mistake or an attack.
const LARGEST_TEXT: usize = 1_000_000;

/// The theme that comes with the program.
mod embedded {
    include!(concat!(env!("OUT_DIR"), "/theme.rs"));
}

/// Reads `content/` and `themes/`. `known` is what the last run knew of the pictures.
pub fn read<'c>(
    config: &'c ShopConfig,
    folder: &ShopFolder,
    known: &Ledger,
) -> Result<(SourceTree<'c>, Diagnostics), Failure> {
    let mut found = Diagnostics::new();
    let content = list(folder, "content", &mut found)?;
    let (mut texts, mut pictures, mut records) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    for (path, file, faults) in read_texts(folder, &content)? {
        found.append(faults);
        texts.extend(file.map(|file| (path, file)));
    }
    for (path, picture, record) in know_pictures(folder, &content, known)? {
        records.extend(record.map(|record| (path.clone(), record)));
        pictures.insert(path, picture);
    }
    let files = plain_files(folder, &content)?;
    let is_look = |path: &ShopPath| config.look.files().any(|file| file.value == *path);
    for other in content.iter().filter(|one| Kind::of(&one.path) == Kind::Other && !is_look(&one.path)) {
        found.push(Diagnostic::warning(Code::FILE_UNKNOWN).at(Place::file(other.path.shared())));
    }
    let look = look_files(config, folder)?;
    let themes = read_themes(folder, &mut found)?;
    let mut tree =
        SourceTree { config, texts, pictures, files, look, themes, records, digest: Digest::of(&[]) };
    tree.digest = digest(&tree);
    Ok((tree, found))
}

fn list(folder: &ShopFolder, below: &str, found: &mut Diagnostics) -> Result<Vec<Found>, Failure> {
    let listing = folder.list(below)?;
    found.append(listing.diagnostics);
    Ok(listing.files)
}

/// The bytes of a listed file. One that has gone meanwhile is the machine's doing, not the shop's.
pub fn read_file(folder: &ShopFolder, path: &ShopPath) -> Result<Vec<u8>, Failure> {
    folder.read(path).map_err(|fault| match fault {
        ReadFault::Failure(failure) => failure,
        other => Failure::new(Code::FAILURE_READ, path.as_str(), format!("{other:?}")),
    })
}

type ReadText = (ShopPath, Option<TextFile>, Diagnostics);

fn read_texts(folder: &ShopFolder, content: &[Found]) -> Result<Vec<ReadText>, Failure> {
    let texts: Vec<&Found> = content.iter().filter(|one| Kind::of(&one.path) == Kind::Text).collect();
    texts
        .par_iter()
        .map(|one| {
            let bytes = read_file(folder, &one.path)?;
            let mut faults = Diagnostics::new();
            let file = text_file(&one.path, bytes, &mut faults);
            Ok((one.path.clone(), file, faults))
        })
        .collect()
}

fn text_file(path: &ShopPath, bytes: Vec<u8>, found: &mut Diagnostics) -> Option<TextFile> {
    let place = || Place::file(path.shared());
    if bytes.len() > LARGEST_TEXT {
        found.push(Diagnostic::error(Code::TEXT_LARGE).at(place()).with("most", LARGEST_TEXT));
        return None;
    }
    let digest = Digest::of(&bytes);
    match String::from_utf8(bytes) {
        Ok(text) => Some(TextFile { text, digest }),
        Err(error) => {
            let line = error.as_bytes()[..error.utf8_error().valid_up_to()]
                .iter()
                .filter(|byte| **byte == b'\n')
                .count()
                + 1;
            found.push(Diagnostic::error(Code::TEXT_ENCODING).at(place()).with("line", line));
            None
        }
    }
}

type KnownPicture = (ShopPath, super::PictureFile, Option<Source>);

fn know_pictures(
    folder: &ShopFolder,
    content: &[Found],
    known: &Ledger,
) -> Result<Vec<KnownPicture>, Failure> {
    let pictures: Vec<&Found> = content.iter().filter(|one| Kind::of(&one.path) == Kind::Picture).collect();
    pictures
        .par_iter()
        .map(|one| {
            let (picture, record) = know(folder, &one.path, one.stat, known)?;
            Ok((one.path.clone(), picture, record))
        })
        .collect()
}

/// Files larger than this are refused by the catalogue and need no reading.
const LARGEST_PLAIN: u64 = 64 << 20;

fn plain_files(folder: &ShopFolder, content: &[Found]) -> Result<BTreeMap<ShopPath, PlainFile>, Failure> {
    let plain: Vec<&Found> = content.iter().filter(|one| Kind::of(&one.path) == Kind::Plain).collect();
    plain
        .par_iter()
        .map(|one| {
            let bytes = one.stat.len;
            let whole = if bytes > LARGEST_PLAIN { Vec::new() } else { read_file(folder, &one.path)? };
            Ok((one.path.clone(), PlainFile { digest: Digest::of(&whole), bytes }))
        })
        .collect()
}

/// A logo or font larger than this is a mistake, and not read.
const LARGEST_LOOK: u64 = 1 << 20;

/// What the settings name for the look; the theme room tells what is missing.
fn look_files(config: &ShopConfig, folder: &ShopFolder) -> Result<BTreeMap<ShopPath, LookFile>, Failure> {
    let mut files = BTreeMap::new();
    for at in config.look.files() {
        let file = match folder.stat(&at.value) {
            Ok(stat) if stat.len > LARGEST_LOOK => LookFile::Large,
            Ok(_) => LookFile::Whole(read_file(folder, &at.value)?),
            Err(ReadFault::Failure(failure)) => return Err(failure),
            Err(_) => continue,
        };
        files.insert(at.value.clone(), file);
    }
    Ok(files)
}

/// Every theme of the shop, laid over the one that comes with the program.
fn read_themes(
    folder: &ShopFolder,
    found: &mut Diagnostics,
) -> Result<BTreeMap<String, ThemeFiles>, Failure> {
    let mut themes: BTreeMap<String, ThemeFiles> = BTreeMap::new();
    for (path, bytes) in embedded::COTTON {
        themes.entry("cotton".into()).or_default().insert((*path).into(), Cow::Borrowed(*bytes));
    }
    for one in list(folder, "themes", found)? {
        if let Some((theme, file)) = one.path.below("themes").and_then(|rest| rest.split_once('/')) {
            if for_makers(file) {
                continue;
            }
            let bytes = read_file(folder, &one.path)?;
            themes.entry(theme.into()).or_default().insert(file.into(), Cow::Owned(bytes));
        }
    }
    Ok(themes)
}

/// What the makers of a theme keep beside it: its manual, and what its assets are built from. `build.rs` leaves out the same.
fn for_makers(file: &str) -> bool {
    file == "README.md" || file.starts_with("script/") || file.starts_with("style/")
}

fn digest(tree: &SourceTree<'_>) -> Digest {
    let mut hash = Vec::new();
    for (path, file) in &tree.texts {
        hash.push(Digest::of_parts([path.as_str().as_bytes(), file.digest.as_bytes()]));
    }
    for (path, picture) in &tree.pictures {
        hash.push(Digest::of_parts([path.as_str().as_bytes(), picture.digest.as_bytes()]));
    }
    for (path, file) in &tree.files {
        hash.push(Digest::of_parts([path.as_str().as_bytes(), file.digest.as_bytes()]));
    }
    for (path, file) in &tree.look {
        if let LookFile::Whole(bytes) = file {
            hash.push(Digest::of_parts([b"look".as_slice(), path.as_str().as_bytes(), bytes]));
        }
    }
    for (theme, files) in &tree.themes {
        for (path, bytes) in files {
            hash.push(Digest::of_parts([theme.as_bytes(), path.as_bytes(), bytes.as_ref()]));
        }
    }
    Digest::of_parts(hash.iter().map(|one| one.as_bytes().as_slice()))
}
