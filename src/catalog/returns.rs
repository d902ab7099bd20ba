//! The return promise.

use super::{
    Text, alias,
    group::Group,
    policy::{Policy, Promise, day, each_language},
    reading::Reading,
    text::{self, BaseWords},
    translation::whole,
};
use crate::{
    base::language::PerLanguage,
    diag::Diagnostics,
    schema::{self, RefundKind, ReturnMethod, ReturnPayer},
    source::SourceTree,
};

/// How goods come back.
#[derive(Debug)]
pub struct Returns {
    /// Days after delivery; 0 means no returns.
    pub window_days: u16,
    /// Who pays for sending back when the buyer changed their mind.
    pub paid_by: ReturnPayer,
    /// Who pays when the goods are faulty.
    pub faulty_paid_by: ReturnPayer,
    /// Days until the money is back.
    pub refund_days: u16,
    /// What the buyer gets back.
    pub refund: RefundKind,
    /// How goods come back.
    pub methods: Vec<ReturnMethod>,
    /// What must hold.
    pub conditions: PerLanguage<Vec<Text>>,
}

/// Where a product's return promise differs. Its note is in the product's words.
#[derive(Debug)]
pub struct ReturnsException {
    /// Days after delivery.
    pub window_days: Option<u16>,
}

/// Reads the return promise.
pub(super) fn read<'s>(
    tree: &'s SourceTree<'s>,
    group: &Group<'s>,
    found: &mut Diagnostics,
) -> Option<Policy<'s>> {
    let mut reading = Reading { tree, path: group.base.path, found };
    let (written, body) = reading.front_matter::<schema::Returns>(group.base.text)?;
    let updated = day(&mut reading, written.updated.as_ref());
    let aliases = alias::read(&mut reading, &written.aliases);
    let first: Vec<Text> = written.conditions.iter().map(|at| Text::first(reading.text(at))).collect();
    let mut conditions = vec![first; group.words.count()];
    let base = BaseWords { title: &written.title, summary: &written.summary, alt: None };
    let words = text::base_words(&mut reading, group, &base, body);
    let words =
        each_language(tree, group, &words, found, |reading, lang, translated: &schema::ReturnsWords| {
            whole(reading, &mut conditions[usize::from(lang.0)], &translated.conditions, lang);
        });
    let returns = Returns {
        window_days: written.window_days.value,
        paid_by: written.paid_by.value,
        faulty_paid_by: written.faulty_paid_by.as_ref().map_or(ReturnPayer::Shop, |at| at.value),
        refund_days: written.refund_days.value,
        refund: written.refund.value,
        methods: written.methods.iter().map(|at| at.value).collect(),
        conditions: PerLanguage::from_vec(conditions),
    };
    Some(Policy { slug: group.slug.clone(), words, updated, promise: Promise::Returns(returns), aliases })
}
