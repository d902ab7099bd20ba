//! Makes every address, on every core, and settles whether its file must change.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::{Progress, gate, staging::Staging};
use crate::{
    base::{address::Address, hash::Digest, stat::Stat},
    diag::{Code, Diagnostics, Failure},
    disk::Entry,
    ledger::{Ledger, Output},
    render::{Content, Made, Rendered, Wave},
};

/// One address after its making. Its bytes are gone: on the stage, or equal to those in the output.
#[derive(Debug)]
pub(super) struct Item<'a> {
    pub(super) address: &'a Address,
    /// Its file in the output.
    pub(super) path: String,
    pub(super) wave: Wave,
    pub(super) fingerprint: Digest,
    pub(super) told: Diagnostics,
    pub(super) fate: Fate,
}

/// What is to happen to the file of an item.
#[derive(Debug)]
pub(super) enum Fate {
    /// It is right.
    Kept { content: Digest, stat: Stat },
    /// It is new or different, and waits on the stage under `name` (if nothing had been refused by then).
    New { content: Digest, stat: Option<Stat>, name: String, there: Entry },
    /// There is to be none.
    Nothing,
}

/// Makes all items. The order is that of `rendered`, whatever the threads do.
pub(super) fn make<'a>(
    rendered: &Rendered<'a>,
    staging: &Staging<'_>,
    ledger: &Ledger,
    progress: Progress<'_>,
) -> Result<Vec<Item<'a>>, Failure> {
    let one = |place: usize| {
        let item = make_one(rendered, place, staging, ledger);
        progress();
        item
    };
    (0..rendered.items.len()).into_par_iter().map(one).collect()
}

/// Fingerprints of what was made without fault, by address.
pub type Fingerprints = BTreeMap<Address, Digest>;

/// Makes everything and writes nothing: every fault that a build would find in the making.
pub fn rehearse(rendered: &Rendered<'_>, progress: Progress<'_>) -> Diagnostics {
    rehearse_changed(rendered, &Fingerprints::new(), progress).0
}

/// The same faults; what has the fingerprint that is `known` of it is not made again. Also gives the fingerprints of now.
pub fn rehearse_changed(
    rendered: &Rendered<'_>,
    known: &Fingerprints,
    progress: Progress<'_>,
) -> (Diagnostics, Fingerprints) {
    let one = |place: usize| {
        let address = rendered.items[place].0;
        let Made { fingerprint, content, diagnostics } =
            rendered.maker.make(place, known.get(address).copied());
        progress();
        let sound = !matches!(content, Content::Nothing);
        (diagnostics, sound.then(|| (address.clone(), fingerprint)))
    };
    let made: Vec<_> = (0..rendered.items.len()).into_par_iter().map(one).collect();
    let (told, fingerprints): (Vec<Diagnostics>, Vec<Option<(Address, Digest)>>) = made.into_iter().unzip();
    let mut diagnostics: Diagnostics = told.iter().flatten().cloned().collect();
    let paths: Vec<String> = rendered.items.iter().map(|(address, _)| address.output_path()).collect();
    diagnostics.append(gate::collisions(paths.iter().map(String::as_str)));
    (diagnostics, fingerprints.into_iter().flatten().collect())
}

fn make_one<'a>(
    rendered: &Rendered<'a>,
    place: usize,
    staging: &Staging<'_>,
    ledger: &Ledger,
) -> Result<Item<'a>, Failure> {
    let (address, wave) = rendered.items[place];
    let path = address.output_path();
    gate::check_path(staging.output(), &path)?;
    let there = if staging.output().is_bare() { Entry::Nothing } else { staging.output().entry(&path)? };
    let last = match &there {
        Entry::File(stat) => ledger.output(address, stat),
        _ => None,
    };
    let Made { fingerprint, content, diagnostics: told } =
        rendered.maker.make(place, last.map(|last| last.fingerprint));
    if told.has_errors() {
        staging.refuse();
    }
    let fate = match (content, last) {
        (Content::Bytes(bytes), _) => settle(staging, &path, &bytes, there, last)?,
        (Content::Same, Some(last)) => Fate::Kept { content: last.content, stat: last.stat },
        (Content::Same, None) => {
            let cause = "said to be as last time, of which nothing is known";
            return Err(Failure::new(Code::FAILURE_INTERNAL, path, cause));
        }
        (Content::Nothing, _) => Fate::Nothing,
    };
    Ok(Item { address, path, wave, fingerprint, told, fate })
}

/// Compares first: equal bytes are never written.
fn settle(
    staging: &Staging<'_>,
    path: &str,
    bytes: &[u8],
    there: Entry,
    last: Option<&Output>,
) -> Result<Fate, Failure> {
    let content = Digest::of(bytes);
    if let Entry::File(stat) = there {
        let equal = match last {
            Some(last) => last.content == content,
            None => {
                stat.len == bytes.len() as u64
                    && staging.output().read(path)?.is_some_and(|standing| standing == bytes)
            }
        };
        if equal {
            return Ok(Fate::Kept { content, stat });
        }
    }
    let (name, stat) = staging.put(path, bytes)?;
    Ok(Fate::New { content, stat, name, there })
}
