//! Did you mean.

/// The one of `known` that `written` was probably meant to be; `None` when nothing is near.
pub fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let folded = written.to_lowercase().replace('-', "_");
    known
        .into_iter()
        .map(|name| (strsim::damerau_levenshtein(&folded, &name.to_lowercase().replace('-', "_")), name))
        .filter(|(distance, name)| *distance <= 1 + name.chars().count().max(folded.chars().count()) / 4)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}
