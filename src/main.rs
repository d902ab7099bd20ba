//! The program: arguments, environment and the clock are read here, once.

#![allow(clippy::disallowed_methods, reason = "the one place that reads the environment and the clock")]

use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
        .unwrap_or_default();
    let variables = std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
        .filter(|(name, _)| name.starts_with(posra::config::VARIABLES))
        .collect();
    let around = posra::cli::Surroundings { locale, now: jiff::Timestamp::now(), variables };
    posra::cli::run(std::env::args_os(), &around)
}
