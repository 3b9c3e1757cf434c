//! `lacuna diff` on git revisions, with real repositories.

use std::path::Path;
use std::process::Command;
use std::{fs, str};

use super::support::{Folder, SOUND};

/// Runs git in a folder, away from whatever the machine is set up with.
pub(crate) fn git(folder: &Path, arguments: &[&str]) -> String {
    let mut command = Command::new("git");
    for (key, value) in [
        ("GIT_CONFIG_NOSYSTEM", "1"),
        ("GIT_CONFIG_GLOBAL", "/dev/null"),
        ("GIT_AUTHOR_DATE", "2009-08-31T12:00:00Z"),
        ("GIT_COMMITTER_DATE", "2009-08-31T12:00:00Z"),
    ] {
        command.env(key, value);
    }
    let settings = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"];
    let output = command.current_dir(folder).args(settings).args(arguments).output().unwrap();
    assert!(output.status.success(), "git {arguments:?}: {}", str::from_utf8(&output.stderr).unwrap());
    String::from_utf8(output.stdout).unwrap()
}

/// A repository with the sound framework as its first commit.
fn repository() -> Folder {
    let folder = Folder::new(&[("frameworks/aldonia.yaml", SOUND.as_bytes())]);
    git(folder.path(), &["init", "-q"]);
    commit(&folder, "one");
    git(folder.path(), &["tag", "first"]);
    folder
}

pub(crate) fn commit(folder: &Folder, message: &str) {
    git(folder.path(), &["add", "-A"]);
    git(folder.path(), &["commit", "-q", "-m", message]);
}

fn write(folder: &Folder, name: &str, text: &str) {
    let path = folder.path().join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// The sound framework of another country.
fn borealia() -> String {
    SOUND.replace("XAA", "XAB").replace("Aldonia", "Borealia")
}

fn reworded() -> String {
    SOUND.replace("A child is below 16.", "A child is whoever is below 16.")
}

#[test]
fn a_revision_and_the_work_tree() {
    let folder = repository();
    write(&folder, "frameworks/aldonia.yaml", &reworded());
    let before = (git(folder.path(), &["status", "--porcelain"]), fs::read(folder.path().join(".git/index")).unwrap());
    let ran = folder.run(&["diff", "first:frameworks/aldonia.yaml", "frameworks/aldonia.yaml", "--format", "text"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert!(ran.stdout.contains("before: as at 2009-08-31, first:frameworks/aldonia.yaml"), "{}", ran.stdout);
    assert!(ran.stdout.contains("summary: A child is {+whoever is +}below 16."), "{}", ran.stdout);
    // The same through --since, from within a folder, and of the whole folder.
    let since = folder.run(&["diff", "frameworks/aldonia.yaml", "--since", "first", "--format", "text"]);
    assert_eq!(since.stdout, ran.stdout);
    let whole = folder.run(&["diff", "first:frameworks", "frameworks", "--format", "text"]);
    assert_eq!(whole.stdout, ran.stdout);
    let after = (git(folder.path(), &["status", "--porcelain"]), fs::read(folder.path().join(".git/index")).unwrap());
    assert_eq!(before, after, "neither the work tree nor the index is touched");
}

#[test]
fn two_revisions_with_days() {
    let folder = repository();
    write(&folder, "frameworks/aldonia.yaml", &SOUND.replace("in-force: 2000-01-01", "in-force: 2004-01-01"));
    commit(&folder, "two");
    fs::remove_dir_all(folder.path().join("frameworks")).unwrap();
    let sides = ["HEAD~1:frameworks/aldonia.yaml@2002-01-01", "HEAD:frameworks/aldonia.yaml@2002-01-01"];
    let ran = folder.run(&["diff", sides[0], sides[1], "--format", "text"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert!(ran.stdout.contains("in force from: 2000-01-01 → 2004-01-01"), "{}", ran.stdout);
    assert!(ran.stdout.contains("the record learned something"), "{}", ran.stdout);
}

#[test]
fn a_renamed_file_is_followed() {
    let folder = repository();
    git(folder.path(), &["mv", "frameworks/aldonia.yaml", "frameworks/the-aldonia.yaml"]);
    write(&folder, "frameworks/the-aldonia.yaml", &reworded());
    git(folder.path(), &["add", "-A"]);
    let ran = folder.run(&["diff", "frameworks/the-aldonia.yaml", "--since", "first", "--format", "text"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert!(ran.stdout.contains("before: as at 2009-08-31, first:frameworks/aldonia.yaml"), "{}", ran.stdout);
    assert!(ran.stdout.contains("Provision in other words: Child Act, s. 2"), "{}", ran.stdout);
    let whole = folder.run(&["diff", "first:frameworks", "frameworks", "--format", "text"]);
    assert_eq!(whole.stdout, ran.stdout);
}

#[test]
fn a_country_on_one_side_only_came_or_went() {
    let folder = repository();
    write(&folder, "frameworks/borealia.yaml", &borealia());
    let came = folder.run(&["diff", "HEAD:frameworks", "frameworks", "--format", "text"]);
    assert_eq!((came.code, came.stderr.as_str()), (0, ""));
    assert_eq!(came.stdout, "Borealia (XAB): There was no record of it before (frameworks/borealia.yaml).\n");
    let since = folder.run(&["diff", "frameworks/borealia.yaml", "--since", "HEAD", "--format", "text"]);
    assert_eq!((since.code, since.stdout), (0, came.stdout));
    commit(&folder, "two");
    fs::remove_file(folder.path().join("frameworks/borealia.yaml")).unwrap();
    let went = folder.run(&["diff", "HEAD:frameworks", "frameworks", "--format", "text"]);
    assert_eq!(went.stdout, "Borealia (XAB): There is no record of it any more (HEAD:frameworks/borealia.yaml).\n");
}

#[test]
fn what_git_does_not_know() {
    let folder = repository();
    for (side, code, named) in [
        ("v9:frameworks/aldonia.yaml", "unknown-revision", "`v9`"),
        ("HEAD~7:frameworks/aldonia.yaml", "unknown-revision", "`HEAD~7`"),
        (":frameworks/aldonia.yaml", "unknown-revision", "``"),
        ("--output=stolen:frameworks/aldonia.yaml", "unknown-revision", "`--output=stolen`"),
        ("first:frameworks/borealia.yaml", "unknown-path", "`frameworks/borealia.yaml`"),
        ("first:law", "unknown-path", "`law`"),
    ] {
        let ran = folder.run(&["diff", "--", side, "frameworks/aldonia.yaml"]);
        assert_eq!((ran.code, ran.stdout.as_str()), (3, ""), "{side}");
        assert!(ran.stderr.contains(&format!("[{code}]")), "{side}: {}", ran.stderr);
        assert!(ran.stderr.contains(named) && ran.stderr.contains(&format!("--> {side}")), "{side}: {}", ran.stderr);
    }
    assert!(!folder.path().join("stolen").exists());
}

#[test]
fn no_repository() {
    let folder = Folder::new(&[("aldonia.yaml", SOUND.as_bytes())]);
    let ran = folder.run(&["diff", "HEAD:aldonia.yaml", "aldonia.yaml"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (3, ""));
    assert!(ran.stderr.contains("[no-repository]: `aldonia.yaml` is in no git repository"), "{}", ran.stderr);
    let folder = repository();
    let ran = folder.run(&["diff", "HEAD:../../aldonia.yaml", "frameworks/aldonia.yaml"]);
    assert_eq!(ran.code, 3, "{}", ran.stdout);
    assert!(ran.stderr.contains("[no-repository]"), "{}", ran.stderr);
}

#[test]
fn a_shallow_clone_says_what_it_lacks() {
    let folder = repository();
    write(&folder, "frameworks/aldonia.yaml", &reworded());
    commit(&folder, "two");
    let address = format!("file://{}", folder.path().display());
    git(folder.path(), &["clone", "-q", "--depth", "1", &address, "shallow"]);
    let inner = ["diff", "HEAD~1:shallow/frameworks/aldonia.yaml", "shallow/frameworks/aldonia.yaml"];
    let ran = folder.run(&inner);
    assert_eq!((ran.code, ran.stdout.as_str()), (3, ""));
    assert!(ran.stderr.contains("[shallow-history]") && ran.stderr.contains("git fetch --unshallow"), "{}", ran.stderr);
}

#[test]
fn faults_in_a_revision_are_named_with_their_place_in_it() {
    let folder = repository();
    write(&folder, "frameworks/aldonia.yaml", &SOUND.replace("coverage: partial", "coverage: partail"));
    write(&folder, "frameworks/borealia.yaml", &borealia());
    commit(&folder, "two");
    write(&folder, "frameworks/aldonia.yaml", SOUND);
    write(&folder, "frameworks/borealia.yaml", &borealia().replace("below 16.", "under 16."));
    let ran = folder.run(&["diff", "HEAD:frameworks", "frameworks", "--format", "text"]);
    assert_eq!(ran.code, 3);
    assert!(ran.stderr.contains("--> HEAD:frameworks/aldonia.yaml:4:11"), "{}", ran.stderr);
    assert!(ran.stdout.starts_with("Changes: Borealia") && !ran.stdout.contains("Aldonia"), "{}", ran.stdout);
    fs::write(folder.path().join("frameworks/aldonia.yaml"), b"framework: XAA\nname: \xff\n").unwrap();
    commit(&folder, "three");
    let ran = folder.run(&["diff", "HEAD:frameworks/aldonia.yaml", "first:frameworks/aldonia.yaml"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (3, ""));
    assert!(ran.stderr.contains("[not-utf-8]"), "{}", ran.stderr);
}

#[cfg(unix)]
#[test]
fn a_link_in_a_revision_is_not_followed() {
    let folder = repository();
    std::os::unix::fs::symlink("/etc/passwd", folder.path().join("frameworks/link.yaml")).unwrap();
    commit(&folder, "two");
    let ran = folder.run(&["diff", "HEAD:frameworks/link.yaml", "frameworks/aldonia.yaml"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (3, ""));
    assert!(ran.stderr.contains("links are not followed"), "{}", ran.stderr);
}

#[test]
fn names_that_a_shell_or_git_would_take_for_patterns_are_names() {
    let folder = repository();
    let name = "frameworks/[a] *?é.yaml";
    write(&folder, name, &borealia());
    commit(&folder, "two");
    let ran = folder.run(&["diff", &format!("HEAD:{name}"), name, "--format", "text"]);
    assert_eq!((ran.code, ran.stdout.as_str(), ran.stderr.as_str()), (0, "Nothing changed.\n", ""));
}
