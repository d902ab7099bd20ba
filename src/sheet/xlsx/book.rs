//! The book: which parts hold what. In: the package; out: the paths of its sheets, in their order, of their shared
//! texts and of their looks. Nothing of a sheet is read.

use quick_xml::events::Event;

use super::{
    package::Package,
    trouble::Trouble,
    xml::{attribute, next},
};

/// A book.
pub(super) struct Book {
    pub(super) sheets: Vec<String>,
    pub(super) strings: Option<String>,
    pub(super) styles: Option<String>,
    /// Whether days are counted from 1904, as on old Macs.
    pub(super) since_1904: bool,
}

/// Where one part leads.
struct Link {
    id: String,
    /// Last part of the address of its kind, which is the same one in both forms of the standard.
    kind: String,
    path: String,
}

impl Book {
    pub(super) fn read(package: &mut Package<'_>) -> Result<Self, Trouble> {
        let Some(main) = path_of(&links(package, "")?, "officeDocument") else {
            return Err(Trouble::Foreign);
        };
        let links = links(package, &main)?;
        let (ids, since_1904) = sheets(package, &main)?;
        let sheet = |id: &String| links.iter().find(|link| link.id == *id && link.kind == "worksheet");
        let sheets: Vec<String> = ids.iter().filter_map(sheet).map(|link| link.path.clone()).collect();
        if sheets.is_empty() {
            return Err(Trouble::damaged("there is no sheet in it"));
        }
        let (strings, styles) = (path_of(&links, "sharedStrings"), path_of(&links, "styles"));
        Ok(Self { sheets, strings, styles, since_1904 })
    }
}

fn path_of(links: &[Link], kind: &str) -> Option<String> {
    links.iter().find(|link| link.kind == kind).map(|link| link.path.clone())
}

/// The links of a part; those of the package when it has no name.
fn links(package: &mut Package<'_>, part: &str) -> Result<Vec<Link>, Trouble> {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let Some(mut xml) = package.part(&format!("{folder}/_rels/{name}.rels"))? else { return Ok(Vec::new()) };
    let (mut buffer, mut links) = (Vec::new(), Vec::new());
    loop {
        match next(&mut xml, &mut buffer)? {
            Event::Start(element) if element.local_name().as_ref() == "Relationship" => {
                let value = |name| attribute(&element, name).unwrap_or_default();
                let kind = value("Type").rsplit('/').next().unwrap_or_default().to_owned();
                links.push(Link { id: value("Id"), kind, path: joined(folder, &value("Target")) });
            }
            Event::Eof => return Ok(links),
            _ => {}
        }
    }
}

/// A path from a folder, or from the package.
fn joined(folder: &str, target: &str) -> String {
    if let Some(whole) = target.strip_prefix('/') {
        return whole.to_owned();
    }
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "." | "" => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

/// Ids of the sheets, and since when days are counted.
fn sheets(package: &mut Package<'_>, main: &str) -> Result<(Vec<String>, bool), Trouble> {
    let Some(mut xml) = package.part(main)? else { return Err(Trouble::damaged("the book is missing")) };
    let (mut buffer, mut ids, mut since_1904, mut is_book) = (Vec::new(), Vec::new(), false, false);
    loop {
        match next(&mut xml, &mut buffer) {
            Ok(Event::Start(element)) => match element.local_name().as_ref() {
                "workbook" => is_book = true,
                "workbookPr" => {
                    since_1904 =
                        attribute(&element, "date1904").is_some_and(|is| matches!(&*is, "1" | "true"));
                }
                "sheet" => ids.extend(attribute(&element, "id")),
                _ => {}
            },
            Ok(Event::Eof) if is_book => return Ok((ids, since_1904)),
            // A text document or a slide show, or a book that is not XML (XLSB).
            Ok(Event::Eof) => return Err(Trouble::Foreign),
            Err(_) if !is_book => return Err(Trouble::Foreign),
            Err(trouble) => return Err(trouble),
            Ok(_) => {}
        }
    }
}
