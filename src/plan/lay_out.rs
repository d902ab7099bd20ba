//! Laying out the site.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Arranged, Item, ItemKind, ListOf, Subject, host, link::Known, list, lists::Lists, picture, plain,
    redirect, related, search, shown_picture::Shades, site,
};
use crate::{
    base::{
        address::Address,
        language::{Lang, PerLanguage},
    },
    catalog::Catalog,
    darkroom::Job,
    diag::{Code, Diagnostic, Diagnostics, Place},
    theme::Theme,
    view::{Site, View},
};

/// The whole site: what stands where, and how each view is made.
pub struct SitePlan<'a> {
    /// What is true.
    pub(super) catalog: &'a Catalog<'a>,
    /// How it looks.
    pub(super) theme: &'a Theme,
    /// What every page of a language shares.
    sites: PerLanguage<Site>,
    /// Every list of products, sorted.
    pub(super) lists: Lists,
    /// What the search finds goods by.
    pub(super) search: search::Index,
    /// Related products of each product.
    pub(super) related: Vec<Vec<usize>>,
    /// What a link in a body may mean.
    pub(super) known: Known,
    /// Everything, in the order of addresses.
    items: Vec<Item>,
    /// Pictures to develop.
    jobs: Vec<Job>,
    /// Where a fault of each job's picture is told.
    named: Vec<Place>,
    /// What is known of the pictures.
    pub(super) shades: Shades,
}

/// A view and the faults found while making it.
#[derive(Debug)]
pub struct Planned {
    /// The view.
    pub view: View,
    /// Broken links in bodies and the like.
    pub diagnostics: Diagnostics,
}

impl std::fmt::Debug for SitePlan<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("SitePlan").field("items", &self.items.len()).finish_non_exhaustive()
    }
}

impl<'a> SitePlan<'a> {
    /// Everything that will stand in the output, in the order of addresses.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// What every page of a language shares.
    pub fn site(&self, lang: Lang) -> &Site {
        &self.sites[lang]
    }

    /// Most files that the host takes; `None` where it names no limit.
    pub fn most_files(&self) -> Option<usize> {
        host::most_files(self.catalog.config.deploy.host)
    }

    /// The theme.
    pub fn theme(&self) -> &'a Theme {
        self.theme
    }

    /// Pictures to develop.
    pub fn jobs(&self) -> &[Job] {
        &self.jobs
    }

    /// Where a fault of a job's picture is told.
    pub fn job_place(&self, job: usize) -> &Place {
        &self.named[job]
    }

    /// Every language.
    pub fn langs(&self) -> impl Iterator<Item = Lang> + use<> {
        self.catalog.config.langs()
    }

    /// The bytes of a file for machines.
    pub fn list(&self, kind: super::ListKind) -> String {
        list::text(self, kind)
    }

    /// The page that leads from an old address to `subject`.
    pub fn redirect_page(&self, subject: Subject, lang: Lang) -> String {
        redirect::page(self, subject, lang)
    }

    /// Makes the view of a page.
    pub fn view(&self, subject: Subject, lang: Lang) -> Planned {
        let mut diagnostics = Diagnostics::new();
        let found = &mut diagnostics;
        let view = match subject {
            Subject::Home => View::Home(Box::new(self.home(lang, found))),
            Subject::List(of, arranged, page) => {
                View::Collection(self.list_page(lang, of, arranged, page, found))
            }
            Subject::Brands => View::Labels(self.brands(lang)),
            Subject::Tags => View::Labels(self.tags(lang)),
            Subject::Product(place) => View::Product(Box::new(self.product(lang, place, None, found))),
            Subject::Variant(place, page) => {
                View::Product(Box::new(self.product(lang, place, Some(page), found)))
            }
            Subject::Page(place) => View::Page(self.page(lang, place, found)),
            Subject::Guides => View::Guides(self.guides(lang)),
            Subject::Guide(place) => View::Guide(self.guide(lang, place, found)),
            Subject::Policy(place) => View::Policy(Box::new(self.policy(lang, place, found))),
            Subject::Contact => View::Contact(self.contact(lang, found)),
            Subject::Search => View::Search(self.search(lang)),
            Subject::Basket => View::Basket(Box::new(self.basket(lang))),
            Subject::Thanks | Subject::ThanksFor(_) | Subject::ThanksAsked => {
                View::Thanks(self.thanks(lang, subject))
            }
            Subject::NotFound => View::NotFound(self.not_found(lang)),
        };
        Planned { view, diagnostics }
    }

    /// The percent-encoded link of a page, with the base path.
    pub(super) fn link(&self, subject: Subject, lang: Lang) -> String {
        subject.address(self.catalog, lang).link(&self.catalog.config.site.base)
    }

    /// The absolute address of a page.
    pub(super) fn absolute(&self, subject: Subject, lang: Lang) -> String {
        self.catalog.config.site.absolute(&self.link(subject, lang))
    }

    /// Words of the theme.
    pub(super) fn words(&self, lang: Lang, key: &str, args: &[(&str, &str)]) -> String {
        let locale = &self.catalog.config.locales[lang];
        self.theme.words[lang].plain(key, args, locale).unwrap_or_default()
    }
}

/// Lays out the site of `catalog` as `theme` wants it.
pub fn lay_out<'a>(catalog: &'a Catalog<'a>, theme: &'a Theme) -> (SitePlan<'a>, Diagnostics) {
    let mut found = Diagnostics::new();
    let lists = Lists::new(catalog);
    let pictures = picture::plan(catalog, theme);
    let mut items = Vec::new();
    let subjects = subjects(catalog, theme, &lists);
    for lang in catalog.config.langs() {
        items.extend(subjects.iter().map(|subject| Item {
            address: subject.address(catalog, lang),
            kind: ItemKind::Page(*subject, lang),
        }));
    }
    items.extend(
        theme
            .assets
            .iter()
            .enumerate()
            .map(|(place, asset)| Item { address: asset.address.clone(), kind: ItemKind::Asset(place) }),
    );
    items.extend(
        pictures.files.into_iter().map(|(address, file)| Item { address, kind: ItemKind::Picture(file) }),
    );
    let search = search::Index::new(catalog);
    items.extend(search::items(catalog, &search));
    items.extend(plain::items(catalog));
    let aliases = redirect::aliases(catalog);
    let redirects = host::redirect_items(catalog, &aliases);
    items.extend(redirects);
    items.extend(host::items(catalog, theme, &subjects));
    items.sort_by(|a, b| a.address.cmp(&b.address));
    collisions(catalog, &mut items, &aliases, &mut found);
    host::check(catalog, items.len(), &mut found);
    let plan = SitePlan {
        catalog,
        theme,
        sites: PerLanguage::make(catalog.config.languages.len(), |lang| site::site(catalog, theme, lang)),
        search,
        related: related::related(catalog, &lists),
        known: Known::new(catalog, &subjects, &aliases),
        lists,
        items,
        jobs: pictures.jobs,
        named: pictures.named,
        shades: Shades::new(),
    };
    (plan, found)
}

/// Every page of one language.
fn subjects(catalog: &Catalog<'_>, theme: &Theme, lists: &Lists) -> Vec<Subject> {
    let pages_of = |count: usize| 1..=(count.div_ceil(theme.page_length).max(1) as u32);
    let mut subjects = vec![Subject::Home, Subject::Search, Subject::Contact, Subject::NotFound];
    let each = lists.each(catalog);
    for of in &each {
        let list = lists.of(*of);
        for arranged in std::iter::once(Arranged::Own).chain(list.ways()) {
            let count = list.members(Lang::FIRST, arranged).len();
            subjects.extend(pages_of(count).map(|page| Subject::List(*of, arranged, page)));
        }
    }
    if each.iter().any(|of| matches!(of, ListOf::Brand(_))) {
        subjects.push(Subject::Brands);
    }
    if each.iter().any(|of| matches!(of, ListOf::Tag(_))) {
        subjects.push(Subject::Tags);
    }
    for (place, product) in catalog.products.iter().enumerate() {
        subjects.push(Subject::Product(place));
        subjects.extend((0..product.variant_pages.len()).map(|page| Subject::Variant(place, page)));
    }
    subjects.extend((0..catalog.pages.len()).map(Subject::Page));
    if !catalog.guides.is_empty() {
        subjects.push(Subject::Guides);
    }
    subjects.extend((0..catalog.guides.len()).map(Subject::Guide));
    subjects.extend((0..catalog.policies.len()).map(Subject::Policy));
    if catalog.config.orders.is_some() {
        subjects.extend([Subject::Basket, Subject::Thanks, Subject::ThanksAsked]);
        let own = catalog.products.iter().enumerate().filter(|(_, product)| product.payment_link.is_some());
        subjects.extend(own.map(|(place, _)| Subject::ThanksFor(place)));
    }
    subjects
}

/// Tells every address that two things want, also when they differ only in case or Unicode form, and keeps the
/// first. Two files that meet in every language are told once.
fn collisions(
    catalog: &Catalog<'_>,
    items: &mut Vec<Item>,
    aliases: &[redirect::Alias],
    found: &mut Diagnostics,
) {
    let mut seen: BTreeMap<String, Option<Place>> = BTreeMap::new();
    let mut told: BTreeSet<[Option<Place>; 2]> = BTreeSet::new();
    items.retain(|item| {
        let key = item.address.collision_key();
        let mine = source_of(catalog, item, aliases);
        let Some(first) = seen.get(&key).cloned() else {
            seen.insert(key, mine);
            return true;
        };
        if told.insert([first.clone(), mine.clone()]) {
            found.push(collision(&item.address, first, mine));
        }
        false
    });
}

fn collision(address: &Address, first: Option<Place>, second: Option<Place>) -> Diagnostic {
    let mut places = [second, first].into_iter().flatten();
    let mut fault = Diagnostic::error(Code::ADDRESS_COLLISION).with("value", address);
    if let Some(place) = places.next() {
        fault = fault.at(place);
    }
    places.fold(fault, Diagnostic::and)
}

/// The file that an item comes from.
fn source_of(catalog: &Catalog<'_>, item: &Item, aliases: &[redirect::Alias]) -> Option<Place> {
    match &item.kind {
        ItemKind::Page(subject, lang) => subject_file(catalog, *subject, *lang),
        ItemKind::Redirect(..) => {
            aliases.iter().find(|alias| alias.from == item.address).map(|alias| alias.place.clone())
        }
        _ => None,
    }
}

fn subject_file(catalog: &Catalog<'_>, subject: Subject, lang: Lang) -> Option<Place> {
    let path = match subject {
        Subject::Product(place) | Subject::Variant(place, _) => catalog.products[place].path,
        Subject::List(ListOf::Collection(place), ..) => catalog.collections[place].words[lang].body.path,
        Subject::List(ListOf::Brand(place), ..) => {
            return catalog.labels.brands[place].place(&catalog.products);
        }
        Subject::List(ListOf::Tag(place), ..) => return catalog.labels.tags[place].place(&catalog.products),
        Subject::Page(place) => catalog.pages[place].words[lang].body.path,
        Subject::Guide(place) => catalog.guides[place].words[lang].body.path,
        Subject::Policy(place) => catalog.policies[place].words[lang].body.path,
        _ => return None,
    };
    Some(Place::file(path.shared()))
}
