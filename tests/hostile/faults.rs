//! What a disk, a pipe or a folder can do to a run: a clear message, the right exit code, and old output intact.

use std::fs;
use std::process::{Command, Stdio};

use super::world::{Ran, World};

pub(crate) const STANDARD: &str = "--vocabulary vocabulary.yaml --checklist standard.yaml";

pub(crate) fn world() -> World {
    World::with("calm")
}

/// Asserts that a run ended with bad input and said so in a few plain lines.
fn refused(ran: &Ran, words: &str) {
    assert_eq!(ran.code, 3, "{words}: {}", ran.stderr);
    assert!(ran.stderr.contains(words), "{words}: {}", ran.stderr);
    assert!(!ran.stderr.contains("panicked"), "{}", ran.stderr);
}

/// Runs a line of a shell in the folder of a world; `$LACUNA` is the command.
#[cfg(unix)]
pub(crate) fn shell(world: &World, line: &str) -> Ran {
    let mut command = Command::new("/bin/sh");
    command.env_clear().env("PATH", "/usr/bin:/bin").env("LACUNA", env!("CARGO_BIN_EXE_lacuna"));
    command.args(["-c", line]).current_dir(world.path()).stdin(Stdio::null());
    let output = command.output().unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    Ran { code: output.status.code().expect("no signal ended it"), stdout: output.stdout, stderr }
}

#[test]
fn a_folder_in_the_place_of_a_file() {
    let world = world();
    fs::create_dir(world.path().join("folder.yaml")).unwrap();
    for command in [
        "audit frameworks/aldonia.yaml --vocabulary frameworks",
        "audit frameworks/aldonia.yaml --vocabulary vocabulary.yaml --checklist folder.yaml",
        "audit frameworks/aldonia.yaml --vocabulary vocabulary.yaml --checklist standard.yaml --with frameworks",
        "audit frameworks/aldonia.yaml --vocabulary vocabulary.yaml --checklist standard.yaml --baseline frameworks",
        "audit frameworks/aldonia.yaml --vocabulary vocabulary.yaml --checklist standard.yaml --waivers frameworks",
    ] {
        refused(&world.run(command), "is a folder");
    }
    refused(&world.run(&format!("audit folder.yaml {STANDARD}")), "holds no YAML file");
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_that_fails_while_it_is_read() {
    let world = world();
    for command in
        ["audit /proc/self/mem", "check /proc/self/mem", "compare /proc/self/mem", "site page.html /proc/self/mem"]
    {
        let ran = world.run(&format!("{command} --vocabulary vocabulary.yaml"));
        assert_eq!(ran.code, 3, "{}", ran.stderr);
        let told = ran.stderr + &String::from_utf8_lossy(&ran.stdout);
        assert!(told.contains("`/proc/self/mem` cannot be read"), "{told}");
    }
    let beside = world.run(&format!("audit /proc/self/mem frameworks/aldonia.yaml {STANDARD}"));
    refused(&beside, "`/proc/self/mem` cannot be read");
    assert!(String::from_utf8_lossy(&beside.stdout).contains("# Gap report: calm Aldonia"), "the other one is audited");
    assert!(!world.path().join("page.html").exists());
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk() {
    let world = world();
    let one = "frameworks/aldonia.yaml";
    for command in [
        format!("audit {one} {STANDARD}"),
        format!("check {one} --vocabulary vocabulary.yaml --format json"),
        format!("explain standard/crc {one} {STANDARD}"),
        format!("compare {one} {STANDARD} --format xlsx"),
        format!("diff {one} --with bill.yaml {STANDARD}"),
        "schema framework".to_owned(),
        "new XAB --reviewed 2009-01-01".to_owned(),
        "completions bash".to_owned(),
        "explain unknown-key".to_owned(),
        "--help".to_owned(),
    ] {
        let ran = shell(&world, &format!("\"$LACUNA\" {command} > /dev/full"));
        if command != "--help" {
            refused(&ran, "standard output cannot be written");
        }
        assert!(!ran.stderr.contains("panicked"), "{command}: {}", ran.stderr);
    }
    for command in
        [format!("audit {one} {STANDARD} --out"), format!("compare {one} {STANDARD} --out"), "site".to_owned()]
    {
        let rest = if command == "site" { format!("/dev/full {one} {STANDARD}") } else { "/dev/full".to_owned() };
        refused(&world.run(&format!("{command} {rest}")), "`/dev/full` cannot be written");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_is_full_half_way_leaves_the_old_file() {
    let world = world();
    let one = "frameworks/aldonia.yaml";
    let before = names(&world);
    for (command, out) in [
        (format!("audit {one} {STANDARD} --out old.md"), "old.md"),
        (format!("compare {one} {STANDARD} --out old.xlsx"), "old.xlsx"),
        (format!("diff {one} --with bill.yaml {STANDARD} --out old.txt"), "old.txt"),
        (format!("site old.html {one} {STANDARD}"), "old.html"),
    ] {
        let path = world.path().join(out);
        fs::write(&path, "old").unwrap();
        // No file may grow beyond one block.
        let ran = shell(&world, &format!("trap '' XFSZ; ulimit -f 1; exec \"$LACUNA\" {command}"));
        refused(&ran, &format!("`{out}` cannot be written"));
        assert_eq!(fs::read(&path).unwrap(), b"old", "{command}");
        fs::remove_file(&path).unwrap();
        assert_eq!(names(&world), before, "nothing half written is left: {command}");
    }
}

/// Everything in a folder and below it.
fn names(world: &World) -> Vec<String> {
    let mut open = vec![world.path().to_owned()];
    let mut found = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            found.push(path.to_string_lossy().into_owned());
            if path.is_dir() {
                open.push(path);
            }
        }
    }
    found.sort();
    found
}

#[test]
fn a_reader_that_stops_reading() {
    let world = world();
    for command in ["audit", "compare", "check", "--help", "completions bash", "schema framework"] {
        let rest = match command {
            "audit" | "compare" => format!("frameworks {STANDARD} --format json"),
            "check" => "frameworks standard.yaml".to_owned(),
            _ => String::new(),
        };
        let mut run = Command::new(env!("CARGO_BIN_EXE_lacuna"));
        run.env_clear().current_dir(world.path()).args(command.split(' ')).args(rest.split_whitespace());
        let mut child = run.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        let code = if command == "check" { 3 } else { 0 };
        assert_eq!(output.status.code(), Some(code), "{command}: {}", String::from_utf8_lossy(&output.stderr));
        assert!(output.stderr.is_empty(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
    }
}

#[cfg(unix)]
#[test]
fn streams_that_are_closed() {
    let world = world();
    let one = "frameworks/aldonia.yaml";
    let ran = shell(&world, &format!("\"$LACUNA\" audit {one} {STANDARD} --out new.md <&- >&- 2>&-"));
    assert_eq!(ran.code, 0);
    assert!(fs::read_to_string(world.path().join("new.md")).unwrap().starts_with("# Gap report"));
    let ran = shell(&world, &format!("\"$LACUNA\" audit missing.yaml {STANDARD} 2>&-"));
    assert_eq!(ran.code, 3);
}

#[cfg(unix)]
#[test]
fn what_may_not_be_read_or_written() {
    use std::os::unix::fs::PermissionsExt;
    let world = world();
    let secret = world.path().join("secret.yaml");
    fs::write(&secret, "framework: XAC\n").unwrap();
    fs::create_dir(world.path().join("closed")).unwrap();
    fs::write(world.path().join("closed/old.md"), "old").unwrap();
    fs::set_permissions(&secret, fs::Permissions::from_mode(0o0)).unwrap();
    fs::set_permissions(world.path().join("closed"), fs::Permissions::from_mode(0o500)).unwrap();
    // An administrator may do everything; then there is nothing to see but that all is well.
    let all_powerful = fs::read(&secret).is_ok();
    let one = "frameworks/aldonia.yaml";
    let read = world.run(&format!("audit secret.yaml {one} {STANDARD}"));
    let write = world.run(&format!("audit {one} {STANDARD} --out closed/old.md"));
    fs::set_permissions(world.path().join("closed"), fs::Permissions::from_mode(0o700)).unwrap();
    assert_eq!(read.code, 3);
    let old = fs::read_to_string(world.path().join("closed/old.md")).unwrap();
    if all_powerful {
        assert_eq!((write.code, old.starts_with("# Gap report")), (0, true));
    } else {
        refused(&read, "`secret.yaml` may not be read");
        refused(&write, "`closed/old.md` cannot be written");
        assert_eq!(old, "old");
    }
}

#[cfg(unix)]
#[test]
fn loops_of_links_and_links_to_nowhere() {
    use std::os::unix::fs::symlink;
    let world = world();
    let frameworks = world.path().join("frameworks");
    symlink(&frameworks, frameworks.join("again")).unwrap();
    symlink("self.yaml", frameworks.join("self.yaml")).unwrap();
    symlink("nowhere.yaml", frameworks.join("gone.yaml")).unwrap();
    for command in ["audit frameworks", "compare frameworks", "site page.html frameworks"] {
        let ran = world.run(&format!("{command} {STANDARD}"));
        assert_eq!((ran.code, &*ran.stderr), (0, ""), "what leads nowhere is no file: {command}");
    }
    let check = world.run("check frameworks --vocabulary vocabulary.yaml");
    assert_eq!(check.code, 0, "{}", String::from_utf8_lossy(&check.stdout));
    let ran = world.run(&format!("audit frameworks/self.yaml {STANDARD}"));
    refused(&ran, "`frameworks/self.yaml` cannot be read");
    refused(&world.run(&format!("audit frameworks/gone.yaml {STANDARD}")), "there is no file `frameworks/gone.yaml`");
}
