//! The screen in the README is what the command prints.

use std::fs;
use std::process::Command;

#[test]
fn the_screen_in_the_readme_is_real() {
    let readme = fs::read_to_string("README.md").unwrap();
    let (_, after) = readme.split_once("begins:\n\n```text\n").expect("the README shows a screen");
    let (shown, _) = after.split_once("\n```\n").unwrap();
    let arguments =
        ["audit", "frameworks/viet-nam.yaml", "--as-of", "2008-07-01", "--checklist", "annex-d", "--format", "text"];
    let output = Command::new(env!("CARGO_BIN_EXE_lacuna")).env_clear().args(arguments).output().unwrap();
    let printed = String::from_utf8(output.stdout).unwrap();
    let length = shown.lines().count();
    let begins: Vec<&str> = printed.lines().take(length).collect();
    if std::env::var_os("UPDATE").is_some() && begins.join("\n") != shown {
        fs::write("README.md", readme.replace(shown, &begins.join("\n"))).unwrap();
    }
    assert_eq!(begins.join("\n"), shown, "run it again with UPDATE=1 and read what changed");
}
