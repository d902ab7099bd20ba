//! Many pictures at once: one reading and one decoding for all that is missing of each.

use std::{
    collections::BTreeMap,
    iter::Sum,
    sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering},
};

use rayon::prelude::*;

use super::{Darkroom, Spec, key};
use crate::{
    base::{hash::Digest, path::ShopPath},
    diag::{Code, Failure},
    image::{self, Negative, PictureFault, Shade},
};

/// A picture of the shop and the copies wanted of it.
#[derive(Debug, Clone)]
pub struct Job {
    /// Where it is.
    pub source: ShopPath,
    /// Hash of its bytes.
    pub digest: Digest,
    /// The copies.
    pub specs: Vec<Spec>,
}

/// What became of one job, or of several when summed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Developed {
    /// Copies made now.
    pub made: usize,
    /// Copies that were in the store, or made for an earlier job with the same picture.
    pub kept: usize,
    /// Bytes of the copies made now.
    pub bytes: u64,
}

impl Sum for Developed {
    fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
        parts.fold(Self::default(), |sum, part| Self {
            made: sum.made + part.made,
            kept: sum.kept + part.kept,
            bytes: sum.bytes + part.bytes,
        })
    }
}

/// Why a job has no copies.
#[derive(Debug, Clone)]
pub enum Trouble {
    /// The shop's file is wrong.
    Picture(PictureFault),
    /// The file is no longer the one whose hash the job has: it was changed meanwhile.
    Changed,
    /// The machine is wrong. Jobs that had not begun by then are `Stopped`.
    Failure(Failure),
    /// Not begun, because of a failure in another job.
    Stopped,
}

impl From<PictureFault> for Trouble {
    fn from(fault: PictureFault) -> Self {
        Self::Picture(fault)
    }
}

impl From<Failure> for Trouble {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

/// How far the work is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Pictures done, well or badly.
    pub done: usize,
    /// Pictures in all; the same picture in two jobs counts once.
    pub of: usize,
    /// Bytes of the copies made so far.
    pub bytes: u64,
}

/// Reads a picture of the shop.
pub type Read<'a> = &'a (dyn Fn(&ShopPath) -> Result<Vec<u8>, Failure> + Sync);

impl Darkroom {
    /// Makes what the store lacks of `jobs`, on every thread of rayon's pool. Results
    /// stand in the order of `jobs`. `read` and `progress` are called on any thread and
    /// must not themselves wait for rayon's.
    pub fn develop(
        &self,
        jobs: &[Job],
        read: Read<'_>,
        progress: &(dyn Fn(Step) + Sync),
    ) -> Result<Vec<Result<Developed, Trouble>>, Failure> {
        let pictures = by_picture(jobs);
        let (done, made, stop) = (AtomicUsize::new(0), AtomicU64::new(0), AtomicBool::new(false));
        let results: Vec<Result<Developed, Trouble>> = pictures
            .par_iter()
            .with_max_len(1)
            .map(|(job, specs)| {
                let result = self.picture(job, specs, read, &stop);
                let new = result.as_ref().map_or(0, |developed| developed.bytes);
                let bytes = made.fetch_add(new, Ordering::Relaxed) + new;
                let done = done.fetch_add(1, Ordering::Relaxed) + 1;
                progress(Step { done, of: pictures.len(), bytes });
                result
            })
            .collect();
        self.shades.save(self.store.cache())?;
        let mut by_digest: BTreeMap<Digest, Result<Option<Developed>, Trouble>> = pictures
            .iter()
            .map(|(job, _)| job.digest)
            .zip(results.into_iter().map(|result| result.map(Some)))
            .collect();
        Ok(jobs.iter().map(|job| answer(&mut by_digest, job)).collect())
    }

    /// What decoding told of the picture with this hash, when it was developed here once.
    pub fn shade(&self, source: Digest) -> Option<Shade> {
        self.shades.get(source)
    }

    /// The copy that `spec` makes of the picture at `source` whose bytes have the hash `digest`. An
    /// entry that is lost or torn is made anew at once.
    pub fn copy(
        &self,
        source: &ShopPath,
        digest: Digest,
        spec: &Spec,
        read: Read<'_>,
    ) -> Result<Vec<u8>, Trouble> {
        let key = key(digest, spec);
        if let Some((bytes, _)) = self.store.fetch(key)? {
            return Ok(bytes);
        }
        self.copies(digest, read(source)?, &[*spec], &mut Developed::default())?;
        match self.store.fetch(key)? {
            Some((bytes, _)) => Ok(bytes),
            None => {
                Err(Failure::new(Code::FAILURE_READ, source.as_str(), "the store loses what it is given")
                    .into())
            }
        }
    }

    /// Makes what is missing of one picture.
    fn picture(
        &self,
        job: &Job,
        specs: &[Spec],
        read: Read<'_>,
        stop: &AtomicBool,
    ) -> Result<Developed, Trouble> {
        if stop.load(Ordering::Relaxed) {
            return Err(Trouble::Stopped);
        }
        let missing: Vec<Spec> =
            specs.iter().filter(|spec| !self.has(key(job.digest, spec))).copied().collect();
        let missing = self.shaded(job.digest, specs, missing)?;
        let mut developed = Developed { kept: specs.len() - missing.len(), ..Developed::default() };
        if missing.is_empty() {
            return Ok(developed);
        }
        let made = read(&job.source)
            .map_err(Trouble::Failure)
            .and_then(|bytes| self.copies(job.digest, bytes, &missing, &mut developed));
        if matches!(made, Err(Trouble::Failure(_))) {
            stop.store(true, Ordering::Relaxed);
        }
        made.map(|()| developed)
    }

    /// What is to be made so that the shade is known too: `missing` alone when the shade is known or
    /// stands in a copy, and a torn copy that is found while looking.
    fn shaded(&self, source: Digest, specs: &[Spec], mut missing: Vec<Spec>) -> Result<Vec<Spec>, Failure> {
        if !missing.is_empty() || self.shades.get(source).is_some() {
            return Ok(missing);
        }
        for spec in specs {
            if let Some((_, shade)) = self.store.fetch(key(source, spec))? {
                self.shades.learn(source, shade);
                break;
            }
            missing.push(*spec);
        }
        Ok(missing)
    }

    /// One decoding, one smaller copy for each frame, one encoding for each spec.
    fn copies(
        &self,
        digest: Digest,
        bytes: Vec<u8>,
        missing: &[Spec],
        developed: &mut Developed,
    ) -> Result<(), Trouble> {
        if Digest::of(&bytes) != digest {
            return Err(Trouble::Changed);
        }
        let facts = image::facts(&bytes)?;
        let _lent = self.budget.lend(facts.memory().saturating_add(bytes.len() as u64));
        let bitmap = image::decode(&bytes)?;
        let shade = Shade::of(&bitmap);
        let mut negative = Negative::of(bitmap);
        for specs in missing.chunk_by(|left, right| left.frame == right.frame) {
            let Some(first) = specs.first() else { continue };
            let copy = negative.copy(&first.frame)?;
            for spec in specs {
                let encoded = match spec.moving {
                    true => image::moving(&bytes, &spec.frame, &spec.encoding)?,
                    false => image::encode(&copy, &spec.encoding, shade.texture)?,
                };
                developed.bytes += encoded.len() as u64;
                developed.made += 1;
                self.store.keep(key(digest, spec), &encoded, shade)?;
            }
        }
        self.shades.learn(digest, shade);
        Ok(())
    }
}

/// Each picture once, with all that is wanted of it, at its first job.
fn by_picture(jobs: &[Job]) -> Vec<(&Job, Vec<Spec>)> {
    let mut places: BTreeMap<Digest, usize> = BTreeMap::new();
    let mut pictures: Vec<(&Job, Vec<Spec>)> = Vec::new();
    for job in jobs {
        let place = *places.entry(job.digest).or_insert(pictures.len());
        if place == pictures.len() {
            pictures.push((job, Vec::new()));
        }
        if let Some((_, specs)) = pictures.get_mut(place) {
            specs.extend(&job.specs);
            specs.sort_unstable(); // by frame first
            specs.dedup();
        }
    }
    pictures
}

/// The result for `job`: the first one with a picture takes its numbers, for later ones all is kept.
fn answer(
    by_digest: &mut BTreeMap<Digest, Result<Option<Developed>, Trouble>>,
    job: &Job,
) -> Result<Developed, Trouble> {
    let later = Developed { kept: job.specs.len(), ..Developed::default() };
    match by_digest.get_mut(&job.digest) {
        Some(Ok(first)) => Ok(first.take().unwrap_or(later)),
        Some(Err(trouble)) => Err(trouble.clone()),
        None => Ok(later),
    }
}
