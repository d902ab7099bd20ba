//! All rooms of the catalogue in their order, and its value.

use super::{
    Collection, Contact, Delivery, Guide, Home, Page, Policy, Product, Returns, SizeChart, Warranty,
    collection,
    group::{Group, Layout, groups},
    label::{self, KnownWords, Labels},
    life::{self, Life},
    page, policy,
    product::{self, Known},
    review, rule,
    shelf::Shelves,
    size_chart, unique,
};
use jiff::civil::Date;

use crate::{
    base::{name::Slug, path::ShopPath},
    config::ShopConfig,
    diag::{Code, Diagnostic, Diagnostics, Place},
    source::SourceTree,
};

/// What is true of the shop.
#[derive(Debug)]
pub struct Catalog<'s> {
    /// The settings.
    pub config: &'s ShopConfig,
    /// Where it was read from; bodies and pictures are taken from there.
    pub tree: &'s SourceTree<'s>,
    /// Products in the order of their files.
    pub products: Vec<Product<'s>>,
    /// Drafts and products of a later day.
    pub later: Vec<Product<'s>>,
    /// Collections in their order.
    pub collections: Vec<Collection<'s>>,
    /// Size charts in the order of their files.
    pub size_charts: Vec<SizeChart<'s>>,
    /// Brands and tags.
    pub labels: Labels,
    /// Pages in their order.
    pub pages: Vec<Page<'s>>,
    /// Guides that are published, the newest first.
    pub guides: Vec<Guide<'s>>,
    /// Policies: delivery, returns, warranty, then the others by name.
    pub policies: Vec<Policy<'s>>,
    /// The front of the shop.
    pub home: Option<Home<'s>>,
    /// The words around the channels.
    pub contact: Option<Contact<'s>>,
    /// Folder and slug of what is broken or not there yet: links to it are not reported again.
    pub broken: Vec<(&'static str, Slug)>,
    /// The next day on which the shop changes by itself.
    pub next_change: Option<Date>,
}

impl Catalog<'_> {
    /// The delivery promise.
    pub fn delivery(&self) -> Option<&Delivery> {
        self.policies.iter().find_map(Policy::delivery)
    }

    /// The return promise.
    pub fn returns(&self) -> Option<&Returns> {
        self.policies.iter().find_map(Policy::returns)
    }

    /// The warranty.
    pub fn warranty(&self) -> Option<&Warranty> {
        self.policies.iter().find_map(Policy::warranty)
    }

    /// Places of the products that stand in lists.
    pub fn listed(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.products.len()).filter(|place| self.products[*place].is_listed())
    }

    /// A collection and those it stands in, the innermost first.
    pub fn way_up(&self, place: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(Some(place), |one| self.collections[*one].parent)
    }

    /// A size chart.
    pub fn size_chart(&self, slug: &str) -> Option<&SizeChart<'_>> {
        self.size_charts.iter().find(|chart| chart.slug.as_str() == slug)
    }

    /// Place of a product.
    pub fn product(&self, slug: &Slug) -> Option<usize> {
        self.products.binary_search_by(|product| product.slug.cmp(slug)).ok()
    }
}

/// Reads everything below `content/`.
pub fn assemble<'s>(tree: &'s SourceTree<'s>) -> (Catalog<'s>, Diagnostics) {
    let mut found = Diagnostics::new();
    let found_in = &mut found;
    let mut broken = Vec::new();

    let policy_groups = groups(tree, "content/policies", Layout::Flat, found_in);
    let mut policies =
        each(&policy_groups, "policies", &mut broken, |group| policy::read(tree, group, found_in));
    policies.sort_by_key(|policy: &Policy<'_>| (place_of(policy.slug.as_str()), policy.slug.clone()));

    let collection_groups = groups(tree, "content/collections", Layout::Flat, found_in);
    let slugs: Vec<Slug> = collection_groups.iter().map(|group| group.slug.clone()).collect();
    let read = collection_groups.iter().map(|group| collection::read(tree, group, found_in)).collect();

    let chart_groups = groups(tree, "content/size-charts", Layout::Flat, found_in);
    let chart_slugs: Vec<Slug> = chart_groups.iter().map(|group| group.slug.clone()).collect();
    let size_charts =
        each(&chart_groups, "size-charts", &mut broken, |group| size_chart::read(tree, group, found_in));

    let mut product_groups = groups(tree, "content/products", Layout::Products, found_in);
    product_groups.sort_by(|a, b| a.slug.cmp(&b.slug));
    let product_slugs: Vec<Slug> = product_groups.iter().map(|group| group.slug.clone()).collect();
    let known = Known {
        collections: &slugs,
        products: &product_slugs,
        delivery: policies.iter().find_map(Policy::delivery),
        chart_slugs: &chart_slugs,
        charts: &size_charts,
    };
    let read_products = product::read_all(tree, &product_groups, &known, found_in);
    let mut products = keep(read_products, &product_slugs, "products", &mut broken);
    unique::skus(&products, found_in);
    review::read_all(tree, &product_slugs, &mut products, found_in);
    life::check(&products, found_in);
    let mut changes: Vec<Date> = products.iter().filter_map(|product| product.next_change).collect();
    unused_files(tree, &products, found_in);
    let words = KnownWords::of(&products);
    let whole = products.len() == product_slugs.len();
    let later = hide_later(&mut products, &mut broken);
    let labels = label::read(tree, &products, &words, found_in);
    let shelves = Shelves { tree, read, slugs: &slugs, product_slugs: &product_slugs, words: &words, whole };
    let collections = shelves.arrange(&mut products, &mut broken, found_in);
    changes.extend(rule::next_change(&collections, &products, tree.config.today));

    let page_groups = groups(tree, "content/pages", Layout::Flat, found_in);
    let mut pages = each(&page_groups, "pages", &mut broken, |group| page::read_page(tree, group, found_in));
    pages.sort_by_key(|page: &Page<'_>| (page.order, page.slug.clone()));
    let guide_groups = groups(tree, "content/guides", Layout::Flat, found_in);
    let mut guides = each(&guide_groups, "guides", &mut broken, |group| {
        page::read_guide(tree, group, &product_slugs, found_in)
    });
    guides.sort_by_key(|guide: &Guide<'_>| (std::cmp::Reverse(guide.date), guide.slug.clone()));
    changes.extend(guides.iter().map(|guide| guide.date).filter(|date| *date > tree.config.today));
    let future = hide_future(&mut guides, tree.config, &mut broken);

    let home = groups(tree, "content/home", Layout::Single, found_in);
    let home =
        home.first().and_then(|group| page::read_home(tree, group, (&product_slugs, &slugs), found_in));
    changes.extend(page::next_change(home.as_ref(), &products, tree.config.today));
    let contact = groups(tree, "content/contact", Layout::Single, found_in);
    let contact = contact.first().and_then(|group| page::read_contact(tree, group, found_in));

    strays(tree, found_in);
    let catalog = Catalog {
        config: tree.config,
        tree,
        products,
        later,
        collections,
        size_charts,
        labels,
        pages,
        guides,
        policies,
        home,
        contact,
        broken,
        next_change: changes.into_iter().min(),
    };
    unused_charts(&catalog, &future, &mut found);
    (catalog, found)
}

/// Folders that hold the texts of a shop.
const FOLDERS: [&str; 9] =
    ["products", "collections", "size-charts", "policies", "pages", "guides", "home", "contact", "reviews"];

/// Texts in none of the folders.
fn strays(tree: &SourceTree<'_>, found: &mut Diagnostics) {
    for path in tree.texts.keys() {
        let folder = path.below("content").and_then(|rest| rest.split_once('/')).map(|(folder, _)| folder);
        let known =
            path.as_str() == label::TAGS_FILE || folder.is_some_and(|folder| FOLDERS.contains(&folder));
        if !known {
            found.push(Diagnostic::warning(Code::FILE_UNKNOWN).at(Place::file(path.shared())));
        }
    }
}

fn each<'s, T>(
    groups: &[Group<'s>],
    folder: &'static str,
    broken: &mut Vec<(&'static str, Slug)>,
    mut read: impl FnMut(&Group<'s>) -> Option<T>,
) -> Vec<T> {
    let all: Vec<Option<T>> = groups.iter().map(&mut read).collect();
    let slugs: Vec<Slug> = groups.iter().map(|group| group.slug.clone()).collect();
    keep(all, &slugs, folder, broken)
}

fn keep<T>(
    all: Vec<Option<T>>,
    slugs: &[Slug],
    folder: &'static str,
    broken: &mut Vec<(&'static str, Slug)>,
) -> Vec<T> {
    let mut kept = Vec::with_capacity(all.len());
    for (one, slug) in all.into_iter().zip(slugs) {
        match one {
            Some(one) => kept.push(one),
            None => broken.push((folder, slug.clone())),
        }
    }
    kept
}

/// Films and documents that no product names. A broken product may have named any of them: then nothing is told.
fn unused_files(tree: &SourceTree<'_>, products: &[Product<'_>], found: &mut Diagnostics) {
    let named = |product: &Product<'_>, path: &ShopPath| {
        let mut files =
            product.downloads.iter().map(|(_, file)| file).chain(product.video.iter().map(|one| &one.file));
        files.any(|file| file.path == *path)
    };
    if found.has_errors() {
        return;
    }
    for path in tree.files.keys() {
        if !products.iter().any(|product| named(product, path)) {
            found.push(Diagnostic::warning(Code::FILE_UNKNOWN).at(Place::file(path.shared())));
        }
    }
}

/// Charts that no product and no text shows. What is broken may have named any of them: then nothing is told.
fn unused_charts<'s>(catalog: &Catalog<'s>, future: &[Guide<'s>], found: &mut Diagnostics) {
    if found.has_errors() {
        return;
    }
    let unused = catalog.size_charts.iter().filter(|chart| !catalog.shows_chart(chart.slug.as_str(), future));
    found.extend(unused.map(|chart| {
        let told = Diagnostic::warning(Code::SIZE_CHART_UNUSED).at(Place::file(chart.path.shared()));
        told.with("value", &chart.slug)
    }));
}

/// Drafts and products of a later day are not there yet; links to them are not broken, they wait.
fn hide_later<'s>(
    products: &mut Vec<Product<'s>>,
    broken: &mut Vec<(&'static str, Slug)>,
) -> Vec<Product<'s>> {
    let (later, now) = products.drain(..).partition(|product| product.life == Life::Later);
    *products = now;
    let later: Vec<Product<'s>> = later;
    broken.extend(later.iter().map(|product| ("products", product.slug.clone())));
    later
}

/// Guides of a later day are not there yet; links to them are not broken, they wait. They are given back.
fn hide_future<'s>(
    guides: &mut Vec<Guide<'s>>,
    config: &ShopConfig,
    broken: &mut Vec<(&'static str, Slug)>,
) -> Vec<Guide<'s>> {
    let (future, now) = guides.drain(..).partition(|guide: &Guide<'_>| guide.date > config.today);
    *guides = now;
    let future: Vec<Guide<'s>> = future;
    broken.extend(future.iter().map(|guide| ("guides", guide.slug.clone())));
    future
}

fn place_of(slug: &str) -> usize {
    match slug {
        "delivery" => 0,
        "returns" => 1,
        "warranty" => 2,
        _ => 3,
    }
}
