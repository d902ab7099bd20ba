//! Cases: one behaviour in one file. A sentence, the files of a small shop (laid over
//! `tests/cases/base`), then what is said and what stands in the output.
//!
//! ```text
//! What the case shows.
//! --- path/in/the/shop
//! text of the file
//! === said
//! error price.missing content/products/cup/index.md:2:7
//! === products/cup/
//! the whole file (theme `plain` writes the view as lines)
//! ```
//!
//! `--- path <- other` copies a file of the repository. `POSRA_UPDATE=1` writes what came
//! out into the files: read the diff.

use std::{collections::BTreeSet, env, fs, path::Path};

use crate::support::{Quiet, Shop, repository, said};

/// A case taken apart: first sentence, files of the shop, expected parts.
struct Case {
    head: String,
    files: Vec<(String, String)>,
    expected: Vec<(String, String)>,
}

fn parse(text: &str) -> Case {
    let mut case = Case { head: String::new(), files: Vec::new(), expected: Vec::new() };
    for line in text.split_inclusive('\n') {
        if let Some(name) = line.strip_prefix("--- ") {
            case.files.push((name.trim().to_owned(), String::new()));
        } else if let Some(name) = line.strip_prefix("=== ") {
            case.expected.push((name.trim().to_owned(), String::new()));
        } else if let Some((_, text)) = case.expected.last_mut() {
            text.push_str(line);
        } else if let Some((_, text)) = case.files.last_mut() {
            text.push_str(line);
        } else {
            case.head.push_str(line);
        }
    }
    case
}

fn lay(shop: &Shop, case: &Case) {
    for (name, text) in &case.files {
        match name.split_once(" <- ") {
            Some((path, source)) => shop.write_bytes(path, &fs::read(repository().join(source)).unwrap()),
            None if name.starts_with("link ") => link(shop, name),
            None if text == "(removed)\n" => shop.remove(name),
            None => shop.write_bytes(name, &unescape(text)),
        }
    }
}

/// `\xFF` stands for a byte, so that a case can hold what is not text.
fn unescape(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("\\x") {
        bytes.extend_from_slice(before.as_bytes());
        bytes.push(u8::from_str_radix(&after[..2], 16).unwrap());
        rest = &after[2..];
    }
    bytes.extend_from_slice(rest.as_bytes());
    bytes
}

/// `--- link path -> target` makes a symbolic link.
fn link(shop: &Shop, name: &str) {
    let (path, target) = name.strip_prefix("link ").unwrap().split_once(" -> ").unwrap();
    let path = shop.path().join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(target, path).unwrap();
}

/// What came out, in the parts that the case asks for.
fn run(case: &Case) -> Vec<(String, String)> {
    let shop = Shop::base();
    lay(&shop, case);
    let report = shop.build();
    let built = shop.path().join("public").exists();
    let error = said(&report).iter().any(|line| line.starts_with("error"));
    assert!(!(error && built), "an error, and all the same something was written");
    let part = |name: &str| match name {
        "said" => said(&report).iter().map(|line| format!("{line}\n")).collect(),
        path => ensure_newline(shop.page(path)),
    };
    case.expected.iter().map(|(name, _)| (name.clone(), part(name))).collect()
}

fn ensure_newline(mut text: String) -> String {
    if !text.ends_with('\n') {
        text.push('\n');
    }
    text
}

fn update(path: &Path, text: &str, actual: &[(String, String)]) {
    let inputs = text.find("\n=== ").map_or(text, |at| &text[..=at]);
    let outputs: String = actual.iter().map(|(name, text)| format!("=== {name}\n{text}")).collect();
    fs::write(path, format!("{inputs}{outputs}")).unwrap();
}

fn files() -> Vec<std::path::PathBuf> {
    let folder = repository().join("tests/cases");
    walkdir::WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .filter_map(Result::ok)
        .map(walkdir::DirEntry::into_path)
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect()
}

#[test]
fn every_case_comes_out_as_written() {
    let mut wrong = Vec::new();
    for path in files() {
        let text = fs::read_to_string(&path).unwrap();
        let case = parse(&text);
        assert!(!case.head.trim().is_empty(), "{} does not say what it shows", path.display());
        let actual = run(&case);
        if env::var_os("POSRA_UPDATE").is_some() {
            update(&path, &text, &actual);
        } else if actual != case.expected {
            let show = |parts: &[(String, String)]| {
                parts.iter().map(|(name, text)| format!("=== {name}\n{text}")).collect::<String>()
            };
            wrong.push(format!(
                "{}\nexpected:\n{}\nactual:\n{}",
                path.display(),
                show(&case.expected),
                show(&actual)
            ));
        }
    }
    assert!(wrong.is_empty(), "{} cases came out otherwise\n\n{}", wrong.len(), wrong.join("\n\n"));
    assert!(files().len() > 80, "only {} cases found", files().len());
}

#[test]
fn error_cases_begin_with_err() {
    for path in files() {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let case = parse(&fs::read_to_string(&path).unwrap());
        let error = case
            .expected
            .iter()
            .any(|(name, text)| name == "said" && text.lines().any(|line| line.starts_with("error")));
        assert_eq!(error, name.starts_with("err-"), "{name}");
    }
}

/// Codes that no shop's files can bring about in a build: those of the machine, of `check`, of commands that edit, and of a run without a shop.
const ELSEWHERE: [&str; 6] = ["failure.", "check.", "output.", "sheet.", "export.", "edit."];

#[test]
fn every_code_has_a_case() {
    let mut said: BTreeSet<String> = BTreeSet::new();
    for path in files() {
        for (name, text) in parse(&fs::read_to_string(&path).unwrap()).expected {
            if name == "said" {
                said.extend(text.lines().filter_map(|line| line.split(' ').nth(1)).map(str::to_owned));
            }
        }
    }
    said.extend([too_large(), too_many_files(), too_large_to_host(), changed_meanwhile()]);
    let tested = [
        "picture.lost",
        "policy.missing",
        "translation.missing",
        "shop.missing",
        "path.name",
        "text.deep",
        "ticket.secret",
        "ticket.key-other",
        "look.heavy",
    ];
    let missing: Vec<&str> = posra::diag::ALL
        .iter()
        .map(|code| code.as_str())
        .filter(|code| !ELSEWHERE.iter().any(|prefix| code.starts_with(prefix)) && !tested.contains(code))
        .filter(|code| !said.contains(*code))
        .collect();
    assert!(missing.is_empty(), "no case says {missing:?}");
}

/// A text beyond a megabyte: too long for a file of its own.
fn too_large() -> String {
    let shop = Shop::base();
    shop.write("content/pages/long.md", &"x".repeat(1_000_001));
    code(&said(&shop.build()), "content/pages/long.md")
}

/// More files than Cloudflare Pages takes: two thousand aliases are rules there, each further one is a page.
fn too_many_files() -> String {
    let shop = Shop::base();
    let settings = shop.read("posra.toml").replace("theme =", "deploy = { host = \"cloudflare\" }\ntheme =");
    shop.write("posra.toml", &settings);
    let aliases: Vec<String> = (0..22_100).map(|number| format!("\"/old/{number}/\"")).collect();
    let facts = format!(
        "sku = \"CUP\"\ntitle = \"Cup\"\nsummary = \"A cup.\"\nprice = 1\naliases = [{}]",
        aliases.join(", ")
    );
    shop.write("content/products/cup/index.md", &format!("+++\n{facts}\n+++\n"));
    let report =
        posra::pipeline::check(&shop.settings(), &Quiet, &|_| posra::diag::Diagnostics::new()).unwrap();
    code(&said(&report), "posra.toml")
}

const MANUAL: &str = "+++\nsku = \"CUP\"\ntitle = \"Cup\"\nsummary = \"A cup.\"\nprice = 1\n\
    downloads = [{ id = \"manual\", title = \"Manual\", file = \"manual.pdf\" }]\n+++\n";

/// A file that no host takes: 26 MiB.
fn too_large_to_host() -> String {
    let shop = Shop::base();
    shop.write("content/products/cup/index.md", MANUAL);
    shop.write("content/products/cup/manual.pdf", &"x".repeat(26 << 20));
    code(&said(&shop.build()), "content/products/cup/index.md:6:56")
}

/// A file that is written over between its reading and its publishing.
fn changed_meanwhile() -> String {
    let shop = Shop::base();
    shop.write("content/products/cup/index.md", MANUAL);
    shop.write("content/products/cup/manual.pdf", "first");
    let rules = |_: &posra::pipeline::Site<'_>| {
        shop.write("content/products/cup/manual.pdf", "second");
        posra::diag::Diagnostics::new()
    };
    let report = posra::pipeline::check(&shop.settings(), &Quiet, &rules).unwrap();
    code(&said(&report), "content/products/cup/manual.pdf")
}

/// The code of the one fault in a file.
fn code(said: &[String], file: &str) -> String {
    let [one] = said else { panic!("{said:?}") };
    assert!(one.ends_with(file), "{one}");
    one.split(' ').nth(1).unwrap().to_owned()
}
