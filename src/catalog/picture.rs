//! Pictures by the places that name them.

use super::reading::Reading;
use crate::{
    base::path::ShopPath,
    diag::{Code, Diagnostic, Place},
    image::{Facts, Focus, PictureFault},
    schema::At,
    source::{Kind, PictureFile, SourceTree},
};

/// A picture that can be developed, and where it was named.
#[derive(Debug, Clone)]
pub struct Picture {
    /// Its file.
    pub path: ShopPath,
    /// What it is.
    pub file: PictureFile,
    /// Size and kind.
    pub facts: Facts,
    /// What must be seen where it is cut.
    pub focus: Focus,
    /// Whether the gallery shows its movement.
    pub moving: bool,
    /// Where a fault that only developing finds is told.
    pub named: Place,
}

/// Finds the picture `file` beside the text being read; where it is cut, `focus` is seen.
pub(super) fn find(
    reading: &mut Reading<'_, '_>,
    file: &At<String>,
    focus: Option<&At<[f64; 2]>>,
) -> Option<Picture> {
    let place = reading.place(file);
    let focus = focus.map_or(Focus::MIDDLE, |at| point(reading, at));
    match resolve(reading.tree, reading.path, &file.value, place) {
        Ok(picture) => Some(Picture { focus, ..picture }),
        Err(fault) => {
            reading.found.push(*fault);
            None
        }
    }
}

/// The same for a picture whose movement is shown, if it has any.
pub(super) fn find_moving(
    reading: &mut Reading<'_, '_>,
    file: &At<String>,
    focus: Option<&At<[f64; 2]>>,
) -> Option<Picture> {
    let picture = find(reading, file, focus)?;
    if let Err(fault) = picture.facts.check_movement() {
        reading.found.push(picture_fault(&fault, &file.value, picture.named));
        return None;
    }
    Some(Picture { moving: picture.facts.frames > 1, ..picture })
}

/// The point that must be seen; one outside of the picture is told, and is the middle.
fn point(reading: &mut Reading<'_, '_>, at: &At<[f64; 2]>) -> Focus {
    let [x, y] = at.value;
    Focus::of(x, y).unwrap_or_else(|| {
        let value = format!("[{x}, {y}]");
        reading.found.push(Diagnostic::error(Code::PICTURE_FOCUS).at(reading.place(at)).with("value", value));
        Focus::MIDDLE
    })
}

/// The picture that `name` means in a text at `path`, or why there is none.
pub(crate) fn resolve(
    tree: &SourceTree<'_>,
    path: &ShopPath,
    name: &str,
    place: Place,
) -> Result<Picture, Box<Diagnostic>> {
    let fault = |code: Code| Diagnostic::error(code).at(place.clone()).with("value", name);
    let folder = path.parent();
    let target = match &folder {
        Some(folder) => folder.join(name),
        None => ShopPath::read(name),
    };
    let target = target.map_err(|why| Box::new(fault(why.into())))?;
    let Some(file) = tree.pictures.get(&target) else {
        let folder = folder.as_ref().map_or("", ShopPath::as_str);
        let beside = tree.pictures.keys().filter_map(|one| one.below(folder));
        let known: Vec<&str> = beside.filter(|rest| !rest.contains('/')).collect();
        let mut missing = fault(Code::PICTURE_MISSING);
        if let Some(near) = crate::diag::nearest(name, known) {
            missing = missing.with("near", near);
        }
        return Err(Box::new(missing));
    };
    match &file.facts {
        Ok(facts) => Ok(Picture {
            path: target,
            file: file.clone(),
            facts: *facts,
            focus: Focus::MIDDLE,
            moving: false,
            named: place,
        }),
        Err(why) => Err(Box::new(picture_fault(why, name, place))),
    }
}

/// The diagnostic of a picture that cannot be used.
pub(crate) fn picture_fault(why: &PictureFault, name: &str, place: Place) -> Diagnostic {
    let fault = |code: Code| Diagnostic::error(code).at(place).with("value", name);
    match why {
        PictureFault::Kind(kind) => fault(Code::PICTURE_KIND).with("kind", kind.unwrap_or("?")),
        PictureFault::Large { width: 0, bytes, .. } => {
            fault(Code::PICTURE_LARGE).with("limit", format!("{} MB", bytes >> 20))
        }
        PictureFault::Large { width, height, .. } => {
            fault(Code::PICTURE_LARGE).with("limit", format!("{width} × {height}"))
        }
        PictureFault::Long { frames } => fault(Code::PICTURE_LONG).with("count", frames),
        PictureFault::Unreadable(cause) => fault(Code::PICTURE_UNREADABLE).with("cause", cause),
    }
}

/// All pictures in the folder of the text being read, by name, for a product that lists none.
pub(super) fn all_beside(reading: &mut Reading<'_, '_>) -> Vec<Picture> {
    let Some(folder) = reading.path.parent() else { return Vec::new() };
    let tree = reading.tree;
    let mut pictures = Vec::new();
    for (path, file) in &tree.pictures {
        if path.below(folder.as_str()).is_none_or(|rest| rest.contains('/'))
            || Kind::of(path) != Kind::Picture
        {
            continue;
        }
        let named = Place::file(path.shared());
        match &file.facts {
            Ok(facts) => {
                let (path, file) = (path.clone(), file.clone());
                pictures.push(Picture {
                    path,
                    file,
                    facts: *facts,
                    focus: Focus::MIDDLE,
                    moving: false,
                    named,
                });
            }
            Err(why) => reading.found.push(picture_fault(why, path.name(), named)),
        }
    }
    pictures
}
