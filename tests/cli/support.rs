//! Runs the binary in a folder of its own, with every ambient influence taken away.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// A small framework that holds together.
pub(crate) const SOUND: &str = "framework: XAA
name: Aldonia
reviewed: 2009-08-31
coverage: partial
sources: { s: { title: Gazette } }
commitments:
  crc: { acceded: 1991-05-08, source: s, confidence: verified }
laws:
  act:
    title: Child Act
    kind: act
    subjects: [child-protection]
    in-force: 2000-01-01
    source: s
    confidence: verified
    provisions:
      - { at: s. 2, summary: A child is below 16., says: { child-definition: { age-below: 16, field: [protection] } } }
";

/// What a run of the command left behind.
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// A folder with files in it.
pub(crate) struct Folder(TempDir);

impl Folder {
    pub(crate) fn new(files: &[(&str, &[u8])]) -> Self {
        let folder = Self(TempDir::new().unwrap());
        for (name, bytes) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        folder
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path().join(name)).unwrap()
    }

    /// Every file below the folder, by its relative name.
    pub(crate) fn names(&self) -> Vec<String> {
        let mut names = Vec::new();
        let mut open = vec![self.path().to_owned()];
        while let Some(folder) = open.pop() {
            for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
                match entry.path() {
                    path if path.is_dir() => open.push(path),
                    path => names.push(path.strip_prefix(self.path()).unwrap().to_string_lossy().into_owned()),
                }
            }
        }
        names.sort();
        names
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        let mut command = Command::new(env!("CARGO_BIN_EXE_lacuna"));
        // Home, locale, time zone, colours and the width of a terminal must not reach the output.
        command.env_clear().current_dir(self.path()).args(arguments).stdin(Stdio::null());
        let output = command.output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("output is UTF-8");
        Ran { code: output.status.code().unwrap(), stdout: text(output.stdout), stderr: text(output.stderr) }
    }
}

/// A folder with one sound framework.
pub(crate) fn sound() -> Folder {
    Folder::new(&[("frameworks/aldonia.yaml", SOUND.as_bytes())])
}
