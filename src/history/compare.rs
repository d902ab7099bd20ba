//! Two states of a folder, compared.

use std::{collections::VecDeque, rc::Rc};

use git2::{Error, ObjectType, Oid, Repository, Tree};

/// What became of the wanted texts between two states.
#[derive(Debug, Default)]
pub(super) struct Changes {
    /// Went: path, and what it said.
    pub(super) gone: Vec<(String, Oid)>,
    /// Says something else now: path, and what it said.
    pub(super) changed: Vec<(String, Oid)>,
    /// Whether any came.
    pub(super) has_new: bool,
}

/// Reads folders, and keeps those that the next comparison will want again.
pub(super) struct Trees<'r> {
    repository: &'r Repository,
    recent: VecDeque<(Oid, Rc<Tree<'r>>)>,
}

/// Folders that are kept: those of two commits on the way down to the products.
const KEPT: usize = 16;

/// Folders inside each other; deeper ones hold nothing of a shop.
const DEEPEST: usize = 8;

/// An entry of a folder: its name with a `/` when it is a folder, which is how git sorts, and what it holds.
type Entry = (Vec<u8>, Oid);

impl<'r> Trees<'r> {
    pub(super) fn new(repository: &'r Repository) -> Self {
        Self { repository, recent: VecDeque::new() }
    }

    pub(super) fn get(&mut self, id: Oid) -> Result<Rc<Tree<'r>>, Error> {
        if let Some((_, tree)) = self.recent.iter().find(|(one, _)| *one == id) {
            return Ok(tree.clone());
        }
        let tree = Rc::new(self.repository.find_tree(id)?);
        self.recent.push_front((id, tree.clone()));
        self.recent.truncate(KEPT);
        Ok(tree)
    }

    /// What lies between two states of the folder `path`; `None` is a folder that is not there.
    pub(super) fn compare(
        &mut self,
        (old, new): (Option<Oid>, Option<Oid>),
        path: &str,
        wanted: &super::Wanted<'_>,
        changes: &mut Changes,
    ) -> Result<(), Error> {
        if old == new || path.matches('/').count() > DEEPEST {
            return Ok(());
        }
        let old = old.map(|id| self.get(id)).transpose()?;
        let new = new.map(|id| self.get(id)).transpose()?;
        for (name, was, is) in differences(old.as_deref(), new.as_deref()) {
            let Ok(name) = String::from_utf8(name) else { continue };
            let inner = format!("{path}{name}");
            if name.ends_with('/') {
                self.compare((was, is), &inner, wanted, changes)?;
            } else if wanted(&inner) {
                match (was, is) {
                    (Some(was), None) => changes.gone.push((inner, was)),
                    (Some(was), Some(_)) => changes.changed.push((inner, was)),
                    (None, _) => changes.has_new = true,
                }
            }
        }
        Ok(())
    }
}

/// Entries that are not the same in both, with what they were and are. Both stand in the same order.
fn differences(old: Option<&Tree<'_>>, new: Option<&Tree<'_>>) -> Vec<(Vec<u8>, Option<Oid>, Option<Oid>)> {
    let (mut found, mut old_at, mut new_at) = (Vec::new(), 0, 0);
    loop {
        let (was, is) = (entry(old, old_at), entry(new, new_at));
        let order = match (&was, &is) {
            (None, None) => return found,
            (Some(_), None) => std::cmp::Ordering::Less,
            (None, Some(_)) => std::cmp::Ordering::Greater,
            (Some(was), Some(is)) => was.0.cmp(&is.0),
        };
        old_at += usize::from(order.is_le());
        new_at += usize::from(order.is_ge());
        let was = was.filter(|_| order.is_le());
        let is = is.filter(|_| order.is_ge());
        if was != is {
            let ids = (was.as_ref().map(|one| one.1), is.as_ref().map(|one| one.1));
            found.extend(was.or(is).map(|(name, _)| (name, ids.0, ids.1)));
        }
    }
}

fn entry(tree: Option<&Tree<'_>>, at: usize) -> Option<Entry> {
    let entry = tree?.get(at)?;
    let mut name = entry.name_bytes().to_vec();
    match entry.kind() {
        Some(ObjectType::Tree) => name.push(b'/'),
        // A repository inside the repository: its name is no text of the shop.
        Some(ObjectType::Commit) => name.push(0),
        _ => {}
    }
    Some((name, entry.id()))
}
