//! Words that mean the same to buyers.

use super::told::fault;
use crate::{
    base::sound,
    diag::{Code, Diagnostics},
    schema,
};

/// A group needs two words that can be heard.
pub(super) fn read(written: Option<&schema::Search>, found: &mut Diagnostics) -> Vec<Vec<String>> {
    let groups = written.map_or(&[][..], |search| &search.synonyms);
    let is_heard = |word: &&String| !sound::sounds(word).is_empty();
    let mut read = Vec::new();
    for group in groups {
        if group.value.iter().filter(is_heard).count() == group.value.len() && group.value.len() > 1 {
            read.push(group.value.clone());
        } else {
            found.push(fault(Code::SHOP_SYNONYMS, group));
        }
    }
    read
}
