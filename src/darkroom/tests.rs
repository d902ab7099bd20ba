//! Developed once, kept, proven, made again when torn.
#![allow(clippy::unwrap_used, clippy::panic, clippy::disallowed_methods)]

use std::{
    collections::BTreeMap,
    path::Path,
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
};

use tempfile::TempDir;

use super::{Darkroom, Developed, Job, KEPT, Spec, Step, Trouble, file_name, key, stem, store::Store};
use crate::{
    base::{hash::Digest, path::ShopPath},
    diag::{Code, Failure},
    disk::CacheFolder,
    image::{self, Encoding, Focus, Format, Frame, Negative, Shade},
};

/// A shop of pictures in memory, a darkroom, and how often a picture was read.
struct Shop {
    folder: TempDir,
    files: BTreeMap<ShopPath, Vec<u8>>,
    reads: AtomicUsize,
}

impl Shop {
    fn new(count: u32) -> Self {
        let picture = |number: u32| {
            let pixels = ::image::RgbImage::from_fn(60 + number, 40, |x, y| {
                ::image::Rgb([x as u8, y as u8, number as u8])
            });
            let mut bytes = std::io::Cursor::new(Vec::new());
            pixels.write_to(&mut bytes, ::image::ImageFormat::Png).unwrap();
            (ShopPath::read(&format!("products/{number}.jpg")).unwrap(), bytes.into_inner())
        };
        let files = (0..count).map(picture).collect();
        Self { folder: tempfile::tempdir().unwrap(), files, reads: AtomicUsize::new(0) }
    }

    fn room(&self) -> Darkroom {
        Darkroom::open(CacheFolder::open(self.folder.path()).unwrap(), 50_000).unwrap()
    }

    fn jobs(&self) -> Vec<Job> {
        let job = |(path, bytes): (&ShopPath, &Vec<u8>)| Job {
            source: path.clone(),
            digest: Digest::of(bytes),
            specs: specs(&[30, 50]),
        };
        self.files.iter().map(job).collect()
    }

    fn develop(&self, jobs: &[Job]) -> Vec<Result<Developed, Trouble>> {
        let read = |path: &ShopPath| {
            self.reads.fetch_add(1, Ordering::SeqCst);
            self.files
                .get(path)
                .cloned()
                .ok_or_else(|| Failure::new(Code::FAILURE_READ, path.as_str(), "gone"))
        };
        self.room().develop(jobs, &read, &|_| {}).unwrap()
    }

    fn sum(&self, jobs: &[Job]) -> (usize, usize) {
        let sum: Developed = self.develop(jobs).into_iter().map(Result::unwrap).sum();
        (sum.made, sum.kept)
    }

    /// What the store holds, once it is proven.
    fn kept(&self, job: &Job, spec: &Spec) -> Option<Vec<u8>> {
        let store = Store::new(CacheFolder::open(self.folder.path()).unwrap());
        store.fetch(key(job.digest, spec)).unwrap().map(|(bytes, _)| bytes)
    }

    fn entry(&self, job: &Job, spec: &Spec) -> std::path::PathBuf {
        let hex = key(job.digest, spec).hex();
        self.folder.path().join("pictures").join(&hex[..2]).join(&hex[2..])
    }
}

fn specs(widths: &[u32]) -> Vec<Spec> {
    let encoding = |format: Format| Encoding { format, quality: 75, effort: 2 };
    let both = [Format::Webp, Format::Jpeg].map(encoding);
    let frame = |width: &u32| Frame::Fit { width: *width };
    widths
        .iter()
        .flat_map(|width| both.map(|encoding| Spec { frame: frame(width), encoding, moving: false }))
        .collect()
}

#[test]
fn all_is_made_once_and_is_right() {
    let shop = Shop::new(9);
    let jobs = shop.jobs();
    assert_eq!(shop.sum(&jobs), (36, 0));
    assert_eq!(shop.reads.load(Ordering::SeqCst), 9, "one reading for four copies");
    assert_eq!(shop.sum(&jobs), (0, 36));
    assert_eq!(shop.reads.load(Ordering::SeqCst), 9, "none when all is there");
    let (room, job) = (shop.room(), &jobs[3]);
    for spec in &job.specs {
        let found = shop.kept(job, spec).unwrap();
        let whole = image::decode(&shop.files[&job.source]).unwrap();
        let copy = Negative::of(whole.clone()).copy(&spec.frame).unwrap().into_owned();
        let shade = Shade::of(&whole);
        assert_eq!(room.shade(job.digest), Some(shade));
        let wanted = image::encode(&copy, &spec.encoding, shade.texture).unwrap();
        assert_eq!(found, wanted);
    }
}

#[test]
fn only_what_is_missing_is_made() {
    let shop = Shop::new(2);
    let mut jobs = shop.jobs();
    shop.sum(&jobs);
    jobs[1].specs.extend(specs(&[10]));
    assert_eq!(shop.sum(&jobs), (2, 8));
    assert_eq!(shop.reads.load(Ordering::SeqCst), 3);
    jobs[0].specs[0].encoding.quality = 10;
    assert_eq!(shop.sum(&jobs), (1, 9));
}

#[test]
fn a_torn_entry_is_nothing_and_is_made_again() {
    let shop = Shop::new(2);
    let jobs = shop.jobs();
    shop.sum(&jobs);
    let (spec, other) = (jobs[0].specs[0], jobs[0].specs[1]);
    let path = shop.entry(&jobs[0], &spec);
    let good = std::fs::read(&path).unwrap();
    let mut turned = good.clone();
    turned[20] ^= 1;
    let foreign = std::fs::read(shop.entry(&jobs[0], &other)).unwrap();
    let torn = [
        Vec::new(),
        good[..good.len() - 1].to_vec(),
        good[..45].to_vec(),
        turned,
        vec![0; good.len()],
        foreign,
    ];
    for bytes in torn {
        std::fs::write(&path, &bytes).unwrap();
        let key = key(jobs[0].digest, &spec);
        assert_eq!(shop.kept(&jobs[0], &spec), None);
        let copy =
            shop.room().copy(&jobs[0].source, jobs[0].digest, &spec, &|path| Ok(shop.files[path].clone()));
        assert_eq!(copy.unwrap(), good[..good.len() - 41], "made anew at once");
        assert_eq!(std::fs::read(&path).unwrap(), good);
        assert!(shop.room().has(key));
        assert_eq!(shop.sum(&jobs), (0, 8));
    }
}

#[test]
fn a_lost_store_costs_time_only() {
    let shop = Shop::new(3);
    shop.sum(&shop.jobs());
    let before = everything(shop.folder.path());
    std::fs::remove_dir_all(shop.folder.path().join("pictures")).unwrap();
    assert_eq!(shop.sum(&shop.jobs()), (12, 0));
    assert_eq!(everything(shop.folder.path()), before, "the same bytes under the same names");
}

fn everything(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let cache = CacheFolder::open(root).unwrap();
    cache
        .list("")
        .unwrap()
        .into_iter()
        .map(|name| (name.clone(), cache.read(&name).unwrap().unwrap()))
        .collect()
}

#[test]
fn one_picture_in_two_places_is_developed_once() {
    let mut shop = Shop::new(1);
    let bytes = shop.files.values().next().unwrap().clone();
    for name in ["a.png", "b.png"] {
        shop.files.insert(ShopPath::read(name).unwrap(), bytes.clone());
    }
    let mut jobs = shop.jobs();
    jobs[1].specs = specs(&[10]);
    let found: Vec<_> =
        shop.develop(&jobs).into_iter().map(Result::unwrap).map(|job| (job.made, job.kept)).collect();
    assert_eq!(found, [(6, 0), (0, 2), (0, 4)]);
    assert_eq!(shop.reads.load(Ordering::SeqCst), 1);
}

#[test]
fn trouble_stays_with_its_job() {
    let mut shop = Shop::new(5);
    let jobs = shop.jobs();
    let names: Vec<ShopPath> = shop.files.keys().cloned().collect();
    shop.files.get_mut(&names[1]).unwrap().push(0);
    let broken = b"<svg/>".to_vec();
    let mut jobs = jobs;
    jobs[3].digest = Digest::of(&broken);
    shop.files.insert(names[3].clone(), broken);
    let results = shop.develop(&jobs);
    assert!(matches!(results[1], Err(Trouble::Changed)), "other bytes than were hashed");
    assert!(matches!(results[3], Err(Trouble::Picture(image::PictureFault::Kind(Some("SVG"))))));
    assert!([0, 2, 4].iter().all(|place| results[*place].is_ok()));
    assert!(jobs[1].specs.iter().all(|spec| !shop.room().has(key(jobs[1].digest, spec))));
}

#[test]
fn a_failure_stops_what_has_not_begun() {
    let mut shop = Shop::new(40);
    let jobs = shop.jobs();
    shop.files.clear();
    let results = shop.develop(&jobs);
    assert!(results.iter().any(|result| matches!(result, Err(Trouble::Failure(_)))));
    assert!(results.iter().any(|result| matches!(result, Err(Trouble::Stopped))));
    assert!(shop.reads.load(Ordering::SeqCst) < 40);
}

#[test]
fn progress_counts_every_picture() {
    let shop = Shop::new(7);
    let steps = Mutex::new(Vec::new());
    let read = |path: &ShopPath| Ok(shop.files[path].clone());
    shop.room()
        .develop(&shop.jobs(), &read, &|step: Step| steps.lock().unwrap().push((step.done, step.of)))
        .unwrap();
    let mut steps = steps.into_inner().unwrap();
    steps.sort_unstable();
    assert_eq!(steps, (1..=7).map(|done| (done, 7)).collect::<Vec<_>>());
}

#[test]
fn names_follow_from_all_that_matters() {
    let (source, other) = (Digest::of(b"1"), Digest::of(b"2"));
    let frame = Frame::Fit { width: 960 };
    let encoding = Encoding { format: Format::Webp, quality: 75, effort: 4 };
    let spec = Spec { frame, encoding, moving: false };
    let fill = |x: u16| Frame::Fill { width: 960, height: 960, focus: Focus { x, y: 500 } };
    let others = [
        key(other, &spec),
        key(source, &Spec { frame: Frame::Fit { width: 961 }, ..spec }),
        key(source, &Spec { frame: fill(500), ..spec }),
        key(source, &Spec { frame: fill(501), ..spec }),
        key(source, &Spec { frame: Frame::Pad { width: 960, height: 960 }, ..spec }),
        key(source, &Spec { moving: true, ..spec }),
        key(source, &Spec { encoding: Encoding { quality: 76, ..encoding }, ..spec }),
        key(source, &Spec { encoding: Encoding { effort: 5, ..encoding }, ..spec }),
        key(source, &Spec { encoding: Encoding { format: Format::Jpeg, ..encoding }, ..spec }),
    ];
    assert!(others.iter().all(|found| *found != key(source, &spec)));
    assert_eq!(key(source, &spec), key(source, &spec));
    let named = |frame: Frame| file_name("a", &Spec { frame, encoding, moving: false });
    assert_eq!(named(frame), "a-960.webp");
    assert_eq!(named(fill(500)), "a-960x960.webp");
    assert_eq!(named(fill(250)), "a-960x960-250-500.webp");
    assert_eq!(named(Frame::Pad { width: 8, height: 9 }), "a-8x9-sheet.webp");
    assert_eq!(file_name("a", &Spec { moving: true, ..spec }), "a-moving-960.webp");
    let better = Encoding { quality: 76, ..encoding };
    assert_ne!(stem(source, &[encoding]), stem(other, &[encoding]));
    assert_ne!(stem(source, &[encoding]), stem(source, &[better]));
}

/// Only their shades are asked: nothing is decoded for them.
#[test]
fn lost_shades_come_from_the_store() {
    let shop = Shop::new(3);
    let jobs = shop.jobs();
    shop.sum(&jobs);
    let before = jobs.iter().map(|job| shop.room().shade(job.digest)).collect::<Vec<_>>();
    assert!(before.iter().all(Option::is_some));
    for torn in [&b""[..], b"posra shades 1\nxx"] {
        std::fs::write(shop.folder.path().join("pictures.shades"), torn).unwrap();
        assert_eq!(shop.room().shade(jobs[0].digest), None);
        assert_eq!(shop.sum(&jobs), (0, 12));
        assert_eq!(jobs.iter().map(|job| shop.room().shade(job.digest)).collect::<Vec<_>>(), before);
    }
    assert_eq!(shop.reads.load(Ordering::SeqCst), 3);
}

#[test]
fn what_nobody_uses_goes_after_its_time() {
    let shop = Shop::new(2);
    let jobs = shop.jobs();
    shop.sum(&jobs);
    let old = std::time::SystemTime::now() - KEPT - std::time::Duration::from_secs(60);
    let age =
        |path: &Path| std::fs::File::options().write(true).open(path).unwrap().set_modified(old).unwrap();
    for (job, spec) in jobs.iter().flat_map(|job| job.specs.iter().map(move |spec| (job, spec))) {
        age(&shop.entry(job, spec));
    }
    let cleaned = shop.room().tidy(&jobs[..1]).unwrap();
    assert_eq!(cleaned.files, 4, "those of the other picture");
    assert!(cleaned.bytes > 0);
    assert_eq!(shop.sum(&jobs[..1]), (0, 4), "what is used was marked");
    assert_eq!(shop.room().shade(jobs[1].digest), None);
    age(&shop.entry(&jobs[0], &jobs[0].specs[0]));
    assert_eq!(shop.room().tidy(&[]).unwrap().files, 0, "once a day");
    age(&shop.folder.path().join("pictures.pruned"));
    assert_eq!(shop.room().tidy(&[]).unwrap().files, 1);
    assert_eq!(shop.room().clear().unwrap().files, 3);
    assert_eq!(shop.sum(&jobs), (8, 0));
}
