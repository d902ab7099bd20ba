//! Two things the program is built with:
//!
//! * its own name, a hash of its sources, so that a page made by another program is
//!   made anew. No clock, commit or path goes in: the same sources give the same
//!   name on every machine.
//! * the default theme, file by file.

#![allow(clippy::disallowed_methods, reason = "runs before there is a program, and reads its sources")]

use std::{
    env, fs, io,
    path::{Path, PathBuf},
};

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    println!("cargo::rustc-env=POSRA_BUILD_ID={}", name(&root)?);
    fs::write(out.join("theme.rs"), theme(&root.join("themes/cotton"))?)?;
    for watched in ["src", "themes/cotton", "Cargo.toml", "Cargo.lock"] {
        println!("cargo::rerun-if-changed={watched}");
    }
    Ok(())
}

fn name(root: &Path) -> io::Result<String> {
    let mut files = vec![root.join("Cargo.toml"), root.join("Cargo.lock")];
    collect(&root.join("src"), &mut files)?;
    let mut hasher = blake3::Hasher::new();
    for file in files.iter().filter(|file| file.exists()) {
        hasher.update(relative(root, file).as_bytes());
        hasher.update(&[0]);
        hasher.update(blake3::hash(&fs::read(file)?).as_bytes());
    }
    Ok(hasher.finalize().to_hex().to_string())
}

/// A Rust list of the theme's paths and bytes. What only its makers need stays out: its manual, and what its
/// assets are built from (`source/read.rs` leaves out the same).
fn theme(folder: &Path) -> io::Result<String> {
    let mut files = Vec::new();
    collect(folder, &mut files)?;
    let mut list = String::from("pub(super) static COTTON: &[(&str, &[u8])] = &[\n");
    for file in files {
        let path = relative(folder, &file);
        if path != "README.md" && !path.starts_with("script/") && !path.starts_with("style/") {
            list.push_str(&format!("    ({path:?}, include_bytes!({:?})),\n", file.display().to_string()));
        }
    }
    list.push_str("];\n");
    Ok(list)
}

fn relative(root: &Path, file: &Path) -> String {
    file.strip_prefix(root).unwrap_or(file).to_string_lossy().replace('\\', "/")
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    let mut entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    entries.sort_by_key(|entry| entry.file_name());
    for entry in entries {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}
