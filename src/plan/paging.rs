//! The pages of a list.

use std::ops::Range;

use super::{SitePlan, Subject};
use crate::{
    base::language::Lang,
    view::{Paging, PagingLink},
};

impl SitePlan<'_> {
    /// The members that stand on a page.
    pub(super) fn page_of<'m>(&self, members: &'m [usize], number: u32) -> &'m [usize] {
        members.get(self.page_range(members.len(), number)).unwrap_or_default()
    }

    fn page_range(&self, count: usize, number: u32) -> Range<usize> {
        let length = self.theme.page_length;
        let start = (number as usize - 1) * length;
        start.min(count)..(start + length).min(count)
    }

    pub(super) fn paging(
        &self,
        lang: Lang,
        count: usize,
        current: u32,
        of: impl Fn(u32) -> Subject,
    ) -> Paging {
        let total = count.div_ceil(self.theme.page_length).max(1) as u32;
        let link = |number: u32| self.link(of(number), lang);
        Paging {
            current,
            total,
            previous: (current > 1).then(|| link(current - 1)),
            next: (current < total).then(|| link(current + 1)),
            links: self.paging_links(lang, total, current, link),
        }
    }

    fn paging_links(
        &self,
        lang: Lang,
        total: u32,
        current: u32,
        link: impl Fn(u32) -> String,
    ) -> Vec<PagingLink> {
        let mut links = Vec::new();
        let mut last = 0;
        for number in
            (1..=total).filter(|number| *number == 1 || *number == total || number.abs_diff(current) <= 1)
        {
            if number > last + 1 {
                links.push(PagingLink { number: String::new(), link: None, current: false });
            }
            last = number;
            links.push(PagingLink {
                number: self.catalog.config.locales[lang].integer(i64::from(number)),
                link: (number != current).then(|| link(number)),
                current: number == current,
            });
        }
        links
    }
}
