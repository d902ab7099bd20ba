//! Two values of every view: full, where every part is there, and bare, where none is
//! that may be missing. `check` renders every template with both, and the contract test
//! pins their shape.

mod pages;
mod parts;
mod product;

use super::{Site, View};

/// Every view, full and bare, in the order of the templates.
pub fn specimens() -> Vec<View> {
    [true, false]
        .into_iter()
        .flat_map(|full| {
            [
                View::Home(Box::new(pages::home(full))),
                View::Collection(pages::collection(full)),
                View::Labels(pages::labels(full)),
                View::Product(Box::new(product::product(full))),
                View::Page(pages::page(full)),
                View::Guides(pages::guides(full)),
                View::Guide(pages::guide(full)),
                View::Policy(Box::new(pages::policy(full))),
                View::Contact(pages::contact(full)),
                View::Search(pages::search(full)),
                View::Basket(Box::new(pages::basket(full))),
                View::Thanks(pages::thanks(full)),
                View::NotFound(pages::not_found(full)),
            ]
        })
        .collect()
}

/// What every page of a language shares, full or bare.
pub fn site_specimen(full: bool) -> Site {
    parts::site(full)
}
