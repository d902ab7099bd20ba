//! The house is as ARCHITECTURE.md draws it.

use std::{collections::BTreeMap, fs};

use crate::support::repository;

/// Level of each room, from the table.
fn levels() -> BTreeMap<String, u32> {
    let text = fs::read_to_string(repository().join("ARCHITECTURE.md")).unwrap();
    let table = text.split("<!-- rooms -->").nth(1).unwrap().split("<!-- /rooms -->").next().unwrap();
    let mut levels = BTreeMap::new();
    for line in table.lines() {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        if let [_, level, rooms, _] = cells.as_slice()
            && let Ok(level) = level.parse()
        {
            levels.extend(rooms.split(' ').map(|room| (room.to_owned(), level)));
        }
    }
    levels
}

/// Room and text of every source file, tests left out.
fn sources() -> Vec<(String, String, String)> {
    let root = repository().join("src");
    walkdir::WalkDir::new(&root)
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.path().extension().is_some_and(|ending| ending == "rs"))
        .map(|entry| {
            let path = entry.path().strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
            let room = path.split('/').next().unwrap().trim_end_matches(".rs").to_owned();
            (room, path, fs::read_to_string(entry.path()).unwrap())
        })
        .filter(|(_, path, _)| !path.contains("/tests"))
        .collect()
}

/// Code without comments and without inline test modules.
fn code(text: &str) -> String {
    let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
    code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// Rooms named after `crate::`, also inside `use crate::{…}`.
fn used(text: &str) -> Vec<String> {
    let mut rooms = Vec::new();
    for rest in text.split("crate::").skip(1) {
        match rest.strip_prefix('{') {
            None => rooms.push(name(rest)),
            Some(group) => rooms.extend(first_names(group)),
        }
    }
    rooms
}

fn name(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// Names at the outermost level of a group of imports.
fn first_names(group: &str) -> Vec<String> {
    let (mut depth, mut names, mut start) = (0, Vec::new(), true);
    for (at, character) in group.char_indices() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => start = true,
            c if start && depth == 0 && c.is_alphabetic() => {
                names.push(name(&group[at..]));
                start = false;
            }
            _ => {}
        }
    }
    names
}

#[test]
fn rooms_use_lower_rooms_only() {
    let levels = levels();
    let mut wrong = Vec::new();
    let mut edges = 0;
    for (room, path, text) in sources() {
        if room == "lib" {
            continue;
        }
        let mine = levels.get(&room).unwrap_or_else(|| panic!("{room} is not in the table"));
        for other in used(&code(&text)) {
            let theirs = levels
                .get(&other)
                .unwrap_or_else(|| panic!("{path} uses `crate::{other}`, which is no room"));
            edges += 1;
            if other != room && theirs >= mine {
                wrong.push(format!("{path} ({room}, {mine}) uses {other} ({theirs})"));
            }
        }
    }
    assert!(edges > 200, "only {edges} uses found: the test does not see");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn view_uses_base_alone_and_render_never_the_catalogue() {
    for (room, path, text) in sources() {
        let used = used(&code(&text));
        if room == "view" {
            assert!(used.iter().all(|one| one == "base" || one == "view"), "{path} uses {used:?}");
        }
        if room == "render" {
            assert!(!used.iter().any(|one| one == "catalog"), "{path}");
        }
        if !["check", "history", "lib"].contains(&room.as_str()) {
            assert!(!used.iter().any(|one| one == "history"), "{path} would build what history says");
        }
        if path != "pipeline.rs" && room != "plan" && room != "lib" {
            let both = used.iter().any(|one| one == "catalog") && used.iter().any(|one| one == "theme");
            assert!(!both, "{path} sees both facts and looks");
        }
    }
}

/// Files that may lift a ban, and why.
const MAY_ALLOW: [(&str, &str); 4] = [
    ("disk/", "the door to the file system"),
    ("main.rs", "reads arguments, environment and the clock"),
    ("cli/report.rs", "prints"),
    ("serve/keeper.rs", "tells how long a rebuild took"),
];

#[test]
fn bans_are_lifted_at_their_doors_only() {
    for (_, path, text) in sources() {
        let code = code(&text);
        let lifts = [
            "disallowed_methods",
            "print_stdout",
            "print_stderr",
            "unwrap_used",
            "expect_used",
            "clippy::panic",
            "unsafe_code)]",
        ];
        let lifted = lifts.iter().any(|lint| {
            code.contains(&format!("allow(clippy::{lint}"))
                || code.contains(&format!("expect(clippy::{lint}"))
        });
        if lifted {
            assert!(MAY_ALLOW.iter().any(|(door, _)| path.starts_with(door)), "{path} lifts a ban");
        }
    }
}

#[test]
fn files_and_functions_are_small() {
    let sources = sources();
    let mut lengths: Vec<usize> = sources.iter().map(|(_, _, text)| text.lines().count()).collect();
    lengths.sort_unstable();
    let median = lengths[lengths.len() / 2];
    assert!(median <= 125, "the median file has {median} lines");
    for (_, path, text) in &sources {
        assert!(text.lines().count() <= 450, "{path} has {} lines: is it one thing?", text.lines().count());
        assert!(text.starts_with("//!"), "{path} does not say what it is");
    }
}
