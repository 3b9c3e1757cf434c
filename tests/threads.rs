//! The same bytes on any number of threads, and with files given in any order: in every format.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails may panic"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use lacuna::report::Format;

fn lacuna(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_lacuna")).args(arguments).current_dir(folder).output().unwrap()
}

/// A folder with the shipped frameworks, one that does not hold together and one that is no YAML.
fn corpus() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for entry in fs::read_dir("frameworks").unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, folder.path().join(path.file_name().unwrap())).unwrap();
    }
    fs::write(folder.path().join("broken.yaml"), "framework: [XAA\n").unwrap();
    let sound = fs::read_to_string("frameworks/malaysia.yaml").unwrap();
    fs::write(folder.path().join("mistyped.yaml"), sound.replacen("coverage: ", "coverege: ", 1)).unwrap();
    folder
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// Every file of a folder by its name.
fn written(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    names(folder).into_iter().map(|name| (name.clone(), fs::read(folder.join(&name)).unwrap())).collect()
}

#[test]
fn every_format_is_the_same_on_any_number_of_threads_and_in_any_order_of_files() {
    let corpus = corpus();
    let forwards = names(corpus.path());
    let backwards: Vec<String> = forwards.iter().rev().cloned().collect();
    for format in Format::ALL {
        let audit = |files: &[String], threads: &str| {
            let out = tempfile::tempdir().unwrap();
            // Formats for jobs make one document of all.
            let place: PathBuf = if format.is_for_jobs() { out.path().join("all") } else { out.path().to_owned() };
            let mut arguments = vec!["audit", "--format", format.name(), "--threads", threads, "--out"];
            arguments.push(place.to_str().unwrap());
            arguments.extend(files.iter().map(String::as_str));
            let output = lacuna(corpus.path(), &arguments);
            (output.status.code(), String::from_utf8(output.stderr).unwrap(), written(out.path()))
        };
        let one = audit(&forwards, "1");
        assert_eq!(one.0, Some(3), "{}: two of the files are faulty", format.name());
        assert!(one.1.contains("broken.yaml") && one.1.contains("coverege"), "{}", one.1);
        assert_eq!(one.2.len(), if format.is_for_jobs() { 1 } else { 7 }, "{}", format.name());
        for threads in ["2", "8"] {
            assert!(audit(&forwards, threads) == one, "{} on {threads} threads", format.name());
        }
        assert!(audit(&backwards, "8") == one, "{} with the files in another order", format.name());
    }
}

#[test]
fn a_report_of_its_own_is_the_same_as_one_of_one_country_alone() {
    let corpus = corpus();
    let out = tempfile::tempdir().unwrap();
    let folder = out.path().to_str().unwrap();
    lacuna(corpus.path(), &["audit", ".", "--format", "json", "--threads", "3", "--out", folder]);
    for (name, bytes) in written(out.path()) {
        let framework = name.replace(".json", ".yaml");
        let alone = lacuna(corpus.path(), &["audit", &framework, "--format", "json"]);
        assert!(alone.stdout == bytes, "{name}");
    }
}

#[test]
fn a_single_report_is_a_file_and_several_are_a_folder() {
    let corpus = corpus();
    let out = corpus.path().join("out");
    lacuna(corpus.path(), &["audit", "thailand.yaml", "broken.yaml", "--out", "out"]);
    assert!(fs::read_to_string(&out).unwrap().contains("Thailand"));
    fs::remove_file(&out).unwrap();
    lacuna(corpus.path(), &["audit", "thailand.yaml", "china.yaml", "--out", "out"]);
    assert_eq!(names(&out), ["china.md", "thailand.md"]);
}
