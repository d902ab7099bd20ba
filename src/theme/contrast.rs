//! Which colours can be told from which.
//!
//! In: the colours of one scheme and the theme's rules. Out: faults with the nearest colour that mends them,
//! and the colours for readers who ask for more contrast. Of two colours that are too near, the shop's own is
//! at fault before the look's, and what is seen before what it stands on.

use std::collections::{BTreeMap, BTreeSet};

use super::tokens::Rule;
use crate::{
    base::colour::{Colour, Contrast},
    diag::{Code, Diagnostic, Diagnostics, Place},
    schema::ColourRole,
};

/// A colour of a scheme.
#[derive(Debug, Clone)]
pub(super) struct Paint {
    pub(super) colour: Colour,
    pub(super) place: Place,
    /// Whether the shop chose it.
    pub(super) is_own: bool,
}

/// The colours of one scheme; every role has one.
pub(super) type Paints = BTreeMap<ColourRole, Paint>;

/// Two colours that are too near.
struct Near {
    of: ColourRole,
    on: ColourRole,
    ratio: Contrast,
    least: Contrast,
}

/// Tells what cannot be read in `scheme` (a key of words): one fault for each colour to blame, about its worst pair.
/// Whether there was nothing to tell.
pub(super) fn check(scheme: &'static str, paints: &Paints, rules: &[Rule], found: &mut Diagnostics) -> bool {
    let mut blamed: BTreeMap<ColourRole, Near> = BTreeMap::new();
    for near in too_near(paints, rules) {
        let is_own = |role| paints.get(&role).is_some_and(|paint| paint.is_own);
        let blame = if is_own(near.of) || !is_own(near.on) { near.of } else { near.on };
        match blamed.get(&blame) {
            Some(worst) if worst.ratio <= near.ratio => {}
            _ => drop(blamed.insert(blame, near)),
        }
    }
    // What one repair makes of its colour, the next one counts with: all of them together mend the scheme.
    let mut mended = paints.clone();
    for (role, near) in &blamed {
        let colour = mended.get(role).map(|paint| paint.colour);
        let nearest = colour.and_then(|colour| nearest(*role, colour, &mended, rules));
        let changed = nearest.filter(|nearest| colour != Some(*nearest));
        if let (Some(colour), Some(paint)) = (changed, mended.get_mut(role)) {
            paint.colour = colour;
        }
        found.extend(fault(scheme, *role, near, paints, changed));
    }
    blamed.is_empty()
}

/// The colours that change for readers who ask for more contrast.
pub(super) fn more(
    scheme: &'static str,
    paints: &Paints,
    rules: &[Rule],
    found: &mut Diagnostics,
) -> BTreeMap<ColourRole, Colour> {
    let mut moved = paints.clone();
    let (mut changes, mut told) = (BTreeMap::new(), BTreeSet::new());
    let roles: BTreeSet<ColourRole> =
        rules.iter().filter(|rule| rule.more.is_some()).map(|rule| rule.of).collect();
    for role in roles {
        let Some(paint) = moved.get(&role) else { continue };
        let reached = paint.colour.nearest(|colour| holds(role, colour, &moved, rules, |rule| rule.more));
        let strong = reached.unwrap_or_else(|| {
            let (colour, near) = strongest(role, &moved, rules);
            if let Some(near) = near.filter(|near| told.insert(near.on)) {
                found.extend(unreached(scheme, &near, colour, &moved));
            }
            colour
        });
        if let Some(paint) = moved.get_mut(&role)
            && paint.colour != strong
        {
            paint.colour = strong;
            changes.insert(role, strong);
        }
    }
    changes
}

fn too_near<'a>(paints: &'a Paints, rules: &'a [Rule]) -> impl Iterator<Item = Near> + 'a {
    rules.iter().filter_map(|rule| Some((rule, rule.least?))).flat_map(move |(rule, least)| {
        rule.on.iter().filter_map(move |on| {
            let ratio = paints.get(&rule.of)?.colour.contrast(paints.get(on)?.colour);
            (ratio < least).then_some(Near { of: rule.of, on: *on, ratio, least })
        })
    })
}

/// The nearest to `colour`, of the same hue, that passes as `role` beside all others.
pub(super) fn nearest(role: ColourRole, colour: Colour, paints: &Paints, rules: &[Rule]) -> Option<Colour> {
    colour.nearest(|colour| holds(role, colour, paints, rules, |rule| rule.least))
}

/// Whether `colour` as `role` reaches what the rules ask of it, on either side.
fn holds(
    role: ColourRole,
    colour: Colour,
    paints: &Paints,
    rules: &[Rule],
    asked: impl Fn(&Rule) -> Option<Contrast>,
) -> bool {
    let reaches = |other: &ColourRole, least| {
        *other == role || paints.get(other).is_none_or(|other| colour.contrast(other.colour) >= least)
    };
    rules.iter().filter_map(|rule| Some((rule, asked(rule)?))).all(|(rule, least)| {
        if rule.of == role {
            rule.on.iter().all(|on| reaches(on, least))
        } else {
            !rule.on.contains(&role) || reaches(&rule.of, least)
        }
    })
}

/// Black or white, whichever comes nearer to what the rules ask of `role` for more contrast, and its worst pair.
fn strongest(role: ColourRole, paints: &Paints, rules: &[Rule]) -> (Colour, Option<Near>) {
    let worst = |colour: Colour| {
        let pairs = rules.iter().filter(|rule| rule.of == role).filter_map(|rule| Some((rule, rule.more?)));
        let near = pairs.flat_map(|(rule, least)| {
            let ratio = move |on: &ColourRole| Some(colour.contrast(paints.get(on)?.colour));
            rule.on.iter().filter_map(move |on| Some(Near { of: role, on: *on, ratio: ratio(on)?, least }))
        });
        (colour, near.min_by_key(|near| near.ratio.share_of(near.least)))
    };
    let [black, white] = [Colour::BLACK, Colour::WHITE].map(worst);
    let share = |near: &Option<Near>| near.as_ref().map(|near| near.ratio.share_of(near.least));
    if share(&black.1) >= share(&white.1) { black } else { white }
}

fn fault(
    scheme: &'static str,
    role: ColourRole,
    near: &Near,
    paints: &Paints,
    repair: Option<Colour>,
) -> Option<Diagnostic> {
    let (of, on) = (paints.get(&near.of)?, paints.get(&near.on)?);
    let (blamed, other) = if role == near.of { (of, on) } else { (on, of) };
    let fault = Diagnostic::error(Code::LOOK_CONTRAST).at(blamed.place.clone()).and(other.place.clone());
    let fault = with_pair(fault, scheme, near, (of.colour, on.colour));
    Some(match repair {
        Some(colour) => fault.with("nearest", colour).repair(format!("\"{colour}\"")),
        None => fault,
    })
}

/// The ground is to blame: of a light or a dark one black or white can be told.
fn unreached(scheme: &'static str, near: &Near, best: Colour, paints: &Paints) -> Option<Diagnostic> {
    let on = paints.get(&near.on)?;
    let fault = Diagnostic::warning(Code::LOOK_CONTRAST_MORE).at(on.place.clone());
    Some(with_pair(fault, scheme, near, (best, on.colour)))
}

fn with_pair(fault: Diagnostic, scheme: &'static str, near: &Near, (of, on): (Colour, Colour)) -> Diagnostic {
    fault
        .with("scheme", scheme)
        .with("of", near.of.key())
        .with("on", near.on.key())
        .with("of_colour", of)
        .with("on_colour", on)
        .with("ratio", near.ratio)
        .with("least", near.least)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const ROLES: [ColourRole; 6] = [
        ColourRole::Paper,
        ColourRole::Patch,
        ColourRole::Ink,
        ColourRole::Accent,
        ColourRole::Button,
        ColourRole::OnButton,
    ];

    fn rules() -> Vec<Rule> {
        let rule = |of, on: &[ColourRole], least, more| Rule {
            of,
            on: on.to_vec(),
            least: Some(Contrast::of(least)),
            more: Some(Contrast::of(more)),
        };
        vec![
            rule(ColourRole::Ink, &[ColourRole::Paper, ColourRole::Patch], 4.5, 7.0),
            rule(ColourRole::Accent, &[ColourRole::Paper, ColourRole::Patch], 4.5, 7.0),
            rule(ColourRole::Button, &[ColourRole::OnButton], 4.5, 7.0),
            rule(ColourRole::Button, &[ColourRole::Paper], 1.5, 3.0),
        ]
    }

    fn paints(colours: &[[u8; 3]], own: &[bool]) -> Paints {
        let hex = |[r, g, b]: [u8; 3]| format!("#{r:02x}{g:02x}{b:02x}");
        let paint = |((role, colour), is_own): ((&ColourRole, &[u8; 3]), &bool)| {
            let colour = Colour::read(&hex(*colour)).unwrap();
            (*role, Paint { colour, place: Place::span(role.key(), 0..1), is_own: *is_own })
        };
        ROLES.iter().zip(colours).zip(own).map(paint).collect()
    }

    fn role_of(place: &Place) -> ColourRole {
        *ROLES.iter().find(|role| role.key() == &*place.file).unwrap()
    }

    proptest! {
        /// All repairs that are offered, made together, mend every pair that they are in.
        #[test]
        fn every_repair_passes(
            colours in proptest::collection::vec(any::<[u8; 3]>(), 6),
            own in proptest::collection::vec(any::<bool>(), 6),
        ) {
            let mut paints = paints(&colours, &own);
            let mut found = Diagnostics::new();
            check("@scheme.light", &paints, &rules(), &mut found);
            prop_assert_eq!(found.is_empty(), too_near(&paints, &rules()).next().is_none());
            let mut repaired = Vec::new();
            for repair in found.iter().filter_map(|one| one.repair.as_ref()) {
                let role = role_of(&repair.place);
                paints.get_mut(&role).unwrap().colour = Colour::read(repair.text.trim_matches('"')).unwrap();
                repaired.push(role);
            }
            for near in too_near(&paints, &rules()) {
                prop_assert!(!repaired.contains(&near.of) && !repaired.contains(&near.on), "{:?} {:?}", near.of, near.on);
            }
        }

        /// What changes for more contrast has it, or a warning says that nothing has.
        #[test]
        fn more_is_reached_or_told(
            colours in proptest::collection::vec(any::<[u8; 3]>(), 6),
            own in proptest::collection::vec(any::<bool>(), 6),
        ) {
            let mut paints = paints(&colours, &own);
            let mut found = Diagnostics::new();
            for (role, colour) in more("@scheme.dark", &paints.clone(), &rules(), &mut found) {
                paints.get_mut(&role).unwrap().colour = colour;
            }
            let short = rules().iter().any(|rule| {
                rule.on.iter().any(|on| paints[&rule.of].colour.contrast(paints[on].colour) < rule.more.unwrap())
            });
            prop_assert_eq!(short, !found.is_empty());
        }
    }

    #[test]
    fn the_shops_own_colour_is_blamed_and_mended() {
        let white = [255; 3];
        let paper = |own| {
            paints(
                &[white, white, [200; 3], [0, 0, 90], [0; 3], white],
                &[own, own, false, false, false, false],
            )
        };
        let told = |paints: &Paints| {
            let mut found = Diagnostics::new();
            check("@scheme.light", paints, &rules(), &mut found);
            found
                .iter()
                .map(|one| (role_of(one.place.as_ref().unwrap()), one.repair.is_some()))
                .collect::<Vec<_>>()
        };
        assert_eq!(told(&paper(false)), [(ColourRole::Ink, true)]);
        assert_eq!(told(&paper(true)), [(ColourRole::Paper, false), (ColourRole::Patch, false)]);
    }
}
