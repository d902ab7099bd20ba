//! What the documents say is so: the reference page is the program's own, and every command in them works.

use std::{env, fs, process::Command};

use crate::support::{Shop, repository};

#[test]
fn the_reference_page_is_made_from_the_schema() {
    let path = repository().join("docs/reference.md");
    let made = posra::schema::reference_page();
    if env::var_os("POSRA_UPDATE").is_some() {
        fs::write(&path, &made).unwrap();
    }
    assert_eq!(fs::read_to_string(&path).unwrap(), made, "run with POSRA_UPDATE=1 and read the diff");
}

#[test]
fn every_code_is_in_the_list_of_faults() {
    let text = fs::read_to_string(repository().join("docs/faults.md")).unwrap();
    let missing: Vec<&str> = posra::diag::ALL
        .iter()
        .map(|code| code.as_str())
        .filter(|code| !text.contains(&format!("`{code}`")))
        .collect();
    assert!(missing.is_empty(), "docs/faults.md does not name {missing:?}");
}

/// Commands of the `console` blocks of a page.
fn commands(text: &str) -> Vec<String> {
    let mut commands = Vec::new();
    for block in text.split("```console\n").skip(1) {
        let block = block.split("```").next().unwrap();
        commands.extend(block.lines().filter_map(|line| line.strip_prefix("$ ")).map(str::to_owned));
    }
    commands
}

/// Commands that listen, install, push, or build the program itself: each is tested elsewhere or needs the world.
fn is_elsewhere(command: &str) -> bool {
    ["posra serve", "cargo ", "git ", "tests/run", "npx ", "npm "]
        .iter()
        .any(|start| command.starts_with(start))
}

#[test]
fn commands_in_the_documents_work() {
    let program = std::path::Path::new(env!("CARGO_BIN_EXE_posra")).parent().unwrap().to_owned();
    let path = format!("{}:{}", program.display(), env::var("PATH").unwrap());
    let mut pages: Vec<_> =
        fs::read_dir(repository().join("docs")).unwrap().map(|entry| entry.unwrap().path()).collect();
    pages.push(repository().join("README.md"));
    let mut count = 0;
    for page in pages.into_iter().filter(|page| page.extension().is_some_and(|ending| ending == "md")) {
        let commands: Vec<String> = commands(&fs::read_to_string(&page).unwrap())
            .into_iter()
            .filter(|one| !is_elsewhere(one))
            .collect();
        count += commands.len();
        let shop = Shop::empty();
        if !commands.iter().any(|one| one.starts_with("posra init")) {
            posra::scaffold::init(shop.path()).unwrap();
        }
        let script = format!("set -e\n{}\n", commands.join("\n"));
        let output = Command::new("sh")
            .args(["-c", &script])
            .current_dir(shop.path())
            .env("PATH", &path)
            .output()
            .unwrap();
        assert!(
            output.status.success(),
            "{}\n{script}\n{}",
            page.display(),
            String::from_utf8_lossy(&output.stderr)
        );
    }
    assert!(count > 5, "only {count} commands found");
}

/// Files that a page shows: a line that ends in a path and a colon, and the block of Markdown after it.
fn files(text: &str) -> Vec<(&str, String)> {
    let mut files = Vec::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let Some((_, path)) = line.strip_suffix("`:").and_then(|line| line.rsplit_once('`')) else {
            continue;
        };
        let open = lines.by_ref().find(|line| !line.is_empty()).unwrap();
        let fence = open.trim_end_matches("markdown");
        let body: Vec<&str> = lines.by_ref().take_while(|line| *line != fence).collect();
        files.push((path, body.join("\n") + "\n"));
    }
    files
}

/// Every setting that the page about looks shows is one that builds.
#[test]
fn the_settings_of_the_page_about_looks_build() {
    let page = fs::read_to_string(repository().join("docs/look.md")).unwrap();
    let blocks: Vec<&str> =
        page.split("```toml\n").skip(1).map(|rest| rest.split("```").next().unwrap()).collect();
    assert!(blocks.len() > 4, "{blocks:?}");
    for block in blocks {
        let shop = Shop::empty();
        posra::scaffold::init(shop.path()).unwrap();
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 90 30\"/>";
        shop.write("logo.svg", svg);
        shop.write("logo-dark.svg", svg);
        shop.write("fonts/title.woff2", "wOF2");
        let settings = shop.read("posra.toml");
        shop.write("posra.toml", &format!("{settings}\n{block}"));
        let said = crate::support::said(&shop.build());
        assert!(!said.iter().any(|one| one.starts_with("error")), "{block}\n{said:?}");
    }
}

#[test]
fn the_files_of_the_page_about_blocks_make_a_shop() {
    let page = fs::read_to_string(repository().join("docs/blocks.md")).unwrap();
    let shop = Shop::empty();
    posra::scaffold::init(shop.path()).unwrap();
    let settings = fs::read_to_string(shop.path().join("posra.toml")).unwrap();
    shop.write("posra.toml", &settings.replace(r#"languages = ["en"]"#, r#"languages = ["en", "bn"]"#));
    let files = files(&page);
    assert_eq!(files.len(), 4, "{files:?}");
    for (path, text) in files {
        shop.write(path, &text);
    }
    let output = Command::new(env!("CARGO_BIN_EXE_posra"))
        .args(["build", "--speak", "en"])
        .current_dir(shop.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && !said.contains("error"), "{said}");
    let guide = fs::read_to_string(shop.path().join("public/bn/guides/panjabi/index.html")).unwrap();
    assert!(guide.contains("href=\"/bn/products/panjabi/\""), "{guide}");
    let product = fs::read_to_string(shop.path().join("public/bn/products/panjabi/index.html")).unwrap();
    assert!(product.contains("বুক, চারপাশ") && product.contains("৩৮–৩৯"), "{product}");
}
