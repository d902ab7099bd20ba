//! The river: the only file that names all rooms.
//!
//! `ShopConfig` → `SourceTree` → `Catalog` and `Theme` → `SitePlan` → `Rendered` → `Written`.
//! One way through for `build`, `check` and `serve`; there is no second, "fast" one. What
//! comes out is a [`Report`]; nothing is printed here.

mod report;
mod site;

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use crate::{
    base::{hash::Digest, path::ShopPath},
    catalog::{self, Catalog},
    config::{self, Now, Overrides, ShopConfig, Variables},
    darkroom::{Darkroom, Developed, Trouble},
    diag::{Code, Diagnostic, Diagnostics, Failure},
    disk::{self, CacheFolder, Lock, OutputFolder, ReadFault, ShopFolder},
    edit, emit,
    ledger::Ledger,
    plan::{self, SitePlan},
    render::Renderer,
    source::{self, SourceTree},
    theme,
};

pub use crate::darkroom::{Cleaned, Step};
pub use report::{Built, Report};
pub use site::{Memory, Site};

/// Decoded pixels that may be in memory at once, in bytes.
const PICTURE_BUDGET: u64 = 192 << 20;

/// Name of the ledger in the cache folder.
const LEDGER: &str = "ledger";

/// What a run is given.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The shop's folder.
    pub root: PathBuf,
    /// The output folder.
    pub output: PathBuf,
    /// The cache folder.
    pub cache: PathBuf,
    /// What the command line changes.
    pub overrides: Overrides,
    /// The moment of the build.
    pub now: Now,
    /// Environment variables that the settings may name.
    pub variables: Variables,
}

impl Settings {
    /// The shop at `root`, built into `public` beside it.
    pub fn of(root: &Path, now: Now) -> Self {
        Self {
            root: root.to_owned(),
            output: root.join("public"),
            cache: root.join(".posra"),
            overrides: Overrides::default(),
            now,
            variables: Variables::default(),
        }
    }
}

/// Long work, for whoever shows progress.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// A picture was developed, or found.
    Pictures(Step),
    /// A page was made, of so many.
    Page(usize),
    /// A text of the shop was written, of so many.
    Text(usize),
}

/// Hears of long work, and of waiting for another run.
pub trait Watcher: Sync {
    /// A step of long work, from any thread.
    fn step(&self, stage: Stage);
    /// Another run holds the shop.
    fn waiting(&self, holder: &str);
}

/// Names this program: a page made by another one is made anew.
pub fn program() -> Digest {
    Digest::of(env!("POSRA_BUILD_ID").as_bytes())
}

/// Builds the site into the output folder; with any error the output is left untouched.
pub fn build(settings: &Settings, watcher: &dyn Watcher) -> Result<Report, Failure> {
    let lock = Lock::take(&settings.cache, "build", &mut |holder| watcher.waiting(holder))?;
    let folder = ShopFolder::open(&settings.root)?;
    let output = OutputFolder::open(&settings.output, &settings.root)?;
    emit::recover(&output)?;
    let undone = edit::recover(&folder)?;
    let mut report = with_site(settings, &folder, watcher, Some(&output), &mut |site, found| {
        if site.is_unchanged(&output)? && found.is_empty() {
            site.tidy();
            return Ok((site.unchanged(), Diagnostics::new()));
        }
        if found.has_errors() {
            return Ok((site.figures(), site.rehearse(watcher)));
        }
        let pages = site.plan.items().len();
        let written = emit::emit(&site.renderer.rendered(), &output, site.ledger, &|| {
            watcher.step(Stage::Page(pages))
        })?;
        site.keep(settings, &lock, &written, found)?;
        let built = Built {
            written: written.written.len(),
            kept: written.kept,
            removed: written.removed.len(),
            committed: written.committed,
            pruned: site.tidy().files,
            ..site.figures()
        };
        Ok((built, written.diagnostics))
    })?;
    report.diagnostics.append(undone);
    Ok(report)
}

/// Develops the pictures alone, into the store, and tells the faults found on the way to them.
pub fn pictures(settings: &Settings, watcher: &dyn Watcher) -> Result<Report, Failure> {
    let _lock = Lock::take(&settings.cache, "build", &mut |holder| watcher.waiting(holder))?;
    let folder = ShopFolder::open(&settings.root)?;
    with_site(settings, &folder, watcher, None, &mut |site, _| Ok((site.figures(), Diagnostics::new())))
}

/// Takes all developed pictures out of the store; with `everything` also what the last run remembers.
/// Both are made anew by the next build.
pub fn clean(settings: &Settings, everything: bool, watcher: &dyn Watcher) -> Result<Cleaned, Failure> {
    let _lock = Lock::take(&settings.cache, "clean", &mut |holder| watcher.waiting(holder))?;
    let cache = CacheFolder::open(&settings.cache)?;
    if everything {
        cache.remove(LEDGER)?;
    }
    Darkroom::open(cache, PICTURE_BUDGET)?.clear()
}

/// Makes everything and writes nothing. `rules` sees the site before its pages are made.
pub fn check(
    settings: &Settings,
    watcher: &dyn Watcher,
    rules: &dyn Fn(&Site<'_>) -> Diagnostics,
) -> Result<Report, Failure> {
    let folder = ShopFolder::open(&settings.root)?;
    with_site(settings, &folder, watcher, None, &mut |site, _| {
        let mut found = rules(site);
        found.append(site.rehearse(watcher));
        Ok((site.figures(), found))
    })
}

/// What is done with a site that is laid out: the figures and the faults that come of it.
pub type Use<'u> = dyn FnMut(&Site<'_>, &Diagnostics) -> Result<(Built, Diagnostics), Failure> + 'u;

/// Runs the river down to the plan and hands the site to `then`, with the faults found so far.
/// When the shop cannot be read so far, `then` is not called and the report says why.
pub fn with_site(
    settings: &Settings,
    folder: &ShopFolder,
    watcher: &dyn Watcher,
    output: Option<&OutputFolder>,
    then: &mut Use<'_>,
) -> Result<Report, Failure> {
    run(settings, folder, watcher, &|cache| Ok((known(cache, output)?, 0)), then)
}

/// The same for a program that stays: what the last run knew comes from `memory`, and nothing is written but pictures in the store.
pub fn with_memory(
    settings: &Settings,
    folder: &ShopFolder,
    watcher: &dyn Watcher,
    memory: &Memory,
    then: &mut Use<'_>,
) -> Result<Report, Failure> {
    let begin = |cache: &CacheFolder| {
        let ledger = memory.pictures.clone().map_or_else(|| known(cache, None), Ok)?;
        Ok((ledger, cache.now()?))
    };
    run(settings, folder, watcher, &begin, then)
}

/// What is done with a catalogue, and the faults that were found on the way to it.
pub type Look<'u> = dyn FnMut(&Catalog<'_>, &Diagnostics) -> Result<(), Failure> + 'u;

/// Runs the river down to the catalogue alone and hands it to `then`. No picture is developed and nothing is laid out.
pub fn with_catalog(settings: &Settings, then: &mut Look<'_>) -> Result<Report, Failure> {
    let folder = ShopFolder::open(&settings.root)?;
    let mut found = Diagnostics::new();
    let Some(text) = settings_text(settings, &folder, &mut found)? else {
        return Ok(Report::of(found, None, None));
    };
    let (config, faults) = config::load(text.clone(), &settings.overrides, settings.now);
    found.append(faults);
    let Some(config) = config else {
        let texts = BTreeMap::from([(config::FILE.to_owned(), text)]);
        return Ok(Report { texts, ..Report::of(found, None, None) });
    };
    let ledger = known(&CacheFolder::open(&settings.cache)?, None)?;
    let (tree, faults) = source::read(&config, &folder, &ledger)?;
    found.append(faults);
    let (catalog, faults) = catalog::assemble(&tree);
    found.append(faults);
    then(&catalog, &found)?;
    Ok(Report::of(found, Some(&tree), None))
}

/// What the last run knew, and when this one begins.
type Begin<'b> = dyn Fn(&CacheFolder) -> Result<(Ledger, i128), Failure> + 'b;

fn run(
    settings: &Settings,
    folder: &ShopFolder,
    watcher: &dyn Watcher,
    begin: &Begin<'_>,
    then: &mut Use<'_>,
) -> Result<Report, Failure> {
    let mut found = Diagnostics::new();
    let Some(text) = settings_text(settings, folder, &mut found)? else {
        return Ok(Report::of(found, None, None));
    };
    let text_digest = Digest::of(text.as_bytes());
    let (config, faults) = config::load(text.clone(), &settings.overrides, settings.now);
    found.append(faults);
    let Some(mut config) = config else {
        let texts = BTreeMap::from([(config::FILE.to_owned(), text)]);
        return Ok(Report { texts, ..Report::of(found, None, None) });
    };
    unlock(settings, &mut config, &mut found)?;
    let cache = CacheFolder::open(&settings.cache)?;
    let (ledger, began) = begin(&cache)?;
    let (tree, faults) = source::read(&config, folder, &ledger)?;
    found.append(faults);
    let (catalog, faults) = catalog::assemble(&tree);
    found.append(faults);
    let (theme, faults) = theme::assemble(&tree);
    found.append(faults);
    let Some(theme) = theme else { return Ok(Report::of(found, Some(&tree), None)) };
    let (plan, faults) = plan::lay_out(&catalog, &theme);
    found.append(faults);
    let darkroom = Darkroom::open(CacheFolder::open(&settings.cache)?, PICTURE_BUDGET)?;
    let developed = develop(&plan, &darkroom, folder, watcher, &mut found)?;
    let shades =
        plan.jobs().iter().filter_map(|job| Some((job.digest, darkroom.shade(job.digest)?))).collect();
    let plan = plan.shaded(shades);
    let renderer = Renderer::new(&plan, &darkroom, folder, program());
    let run = run_digest(settings, text_digest, &tree, &config);
    let site = Site {
        catalog: &catalog,
        plan: &plan,
        renderer: &renderer,
        tree: &tree,
        root: folder.root(),
        is_sound: !found.has_errors(),
        ledger: &ledger,
        began,
        run,
        developed,
        darkroom: &darkroom,
    };
    let (built, faults) = then(&site, &found)?;
    found.append(faults);
    Ok(Report::of(found, Some(&tree), Some(built)))
}

/// The text of `posra.toml`; `None` when there is none, or when it is not text.
fn settings_text(
    settings: &Settings,
    folder: &ShopFolder,
    found: &mut Diagnostics,
) -> Result<Option<String>, Failure> {
    let path =
        ShopPath::read(config::FILE).map_err(|_| Failure::new(Code::FAILURE_READ, config::FILE, "path"))?;
    let bytes = match folder.read(&path) {
        Ok(bytes) => bytes,
        Err(ReadFault::Failure(failure)) => return Err(failure),
        Err(_) => {
            found.push(Diagnostic::error(Code::SHOP_MISSING).with("value", settings.root.display()));
            return Ok(None);
        }
    };
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Some(text)),
        Err(_) => {
            let place = crate::diag::Place::file(config::FILE);
            found.push(Diagnostic::error(Code::TEXT_ENCODING).at(place).with("line", 1));
            Ok(None)
        }
    }
}

/// Finds the private key for orders. When there is none orders are not signed.
fn unlock(settings: &Settings, config: &mut ShopConfig, found: &mut Diagnostics) -> Result<(), Failure> {
    let Some(tickets) = config.orders.as_mut().map(|orders| &mut orders.tickets) else { return Ok(()) };
    if tickets.keys.is_empty() {
        return Ok(());
    }
    let secret = match (settings.variables.get(&tickets.variable), &tickets.file) {
        (Some(secret), _) => Some(secret.to_owned()),
        (None, Some(file)) => disk::read_given_if_there(&settings.root.join(file))?
            .map(|bytes| String::from_utf8_lossy(&bytes).into_owned()),
        (None, None) => None,
    };
    found.extend(secret.and_then(|secret| tickets.unlock(&secret).err()).map(|fault| *fault));
    Ok(())
}

/// What the last run remembers. The ledger of another program remembers pictures only.
fn known(cache: &CacheFolder, output: Option<&OutputFolder>) -> Result<Ledger, Failure> {
    let mut ledger = cache.read(LEDGER)?.map(|bytes| Ledger::from_bytes(&bytes)).unwrap_or_default();
    if output.is_none() || ledger.program != Some(program()) {
        ledger.run = None;
    }
    Ok(ledger)
}

/// Hash of all that decides what is built.
fn run_digest(settings: &Settings, text: Digest, tree: &SourceTree<'_>, config: &ShopConfig) -> Digest {
    let output = settings.output.display().to_string();
    let address = settings.overrides.address.clone().unwrap_or_default();
    let origin = settings.overrides.origin.clone().unwrap_or_default();
    let taken_at = settings.overrides.orders.clone().unwrap_or_default();
    let seal = config.orders.as_ref().and_then(|orders| orders.tickets.seal.as_ref());
    Digest::of_parts([
        program().as_bytes().as_slice(),
        text.as_bytes(),
        tree.digest.as_bytes(),
        config.today.to_string().as_bytes(),
        output.as_bytes(),
        address.as_bytes(),
        origin.as_bytes(),
        taken_at.as_bytes(),
        seal.map_or("", |seal| seal.public().as_str()).as_bytes(),
    ])
}

/// Develops what the store lacks. A picture that cannot be developed is told where it is named.
fn develop(
    plan: &SitePlan<'_>,
    darkroom: &Darkroom,
    folder: &ShopFolder,
    watcher: &dyn Watcher,
    found: &mut Diagnostics,
) -> Result<Developed, Failure> {
    let read = |path: &ShopPath| source::read_file(folder, path);
    let results = darkroom.develop(plan.jobs(), &read, &|step| watcher.step(Stage::Pictures(step)))?;
    let mut sum = Developed::default();
    for (job, result) in results.into_iter().enumerate() {
        let name = plan.jobs()[job].source.name();
        let place = plan.job_place(job).clone();
        match result {
            Ok(developed) => sum = [sum, developed].into_iter().sum(),
            Err(Trouble::Picture(fault)) => found.push(catalog::picture_fault(&fault, name, place)),
            Err(Trouble::Changed) => found.push(Diagnostic::error(Code::PICTURE_LOST).at(place)),
            Err(Trouble::Failure(failure)) => return Err(failure),
            Err(Trouble::Stopped) => {}
        }
    }
    Ok(sum)
}
