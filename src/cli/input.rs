//! Files from disk into memory: what is named, what a folder holds, and what cannot be read.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::base::files::Files;
use crate::base::span::{FileId, Span};
use crate::check::Ready;
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::embedded;
use crate::model::checklist::Checklist;
use crate::model::vocabulary::Vocabulary;
use crate::yaml::read::{MOST_BYTES, decode};

/// The texts of a run and the faults found in them.
#[derive(Debug, Default)]
pub(super) struct Input {
    pub(super) files: Files,
    pub(super) diagnostics: Diagnostics,
}

impl Input {
    /// Reads a file. `None` where it cannot be read; that is reported, and the other files are read all the same.
    pub(super) fn read(&mut self, path: &Path) -> Option<FileId> {
        let name = display(path);
        let bytes = match bytes(path) {
            Ok(bytes) => bytes,
            Err(error) => {
                let (code, headline) = fault(&name, &error);
                self.unreadable(&name, code, headline);
                return None;
            }
        };
        self.take(&name, bytes)
    }

    /// Takes in a file that was read elsewhere. `None` where it is no text; that is reported.
    pub(super) fn take(&mut self, name: &str, bytes: Vec<u8>) -> Option<FileId> {
        match decode(bytes) {
            Ok(text) => Some(self.files.add(name, text)),
            Err((text, at)) => {
                let file = self.files.add(name, text);
                let span = Span::new(file, at..at);
                let help = "save the file as UTF-8";
                self.diagnostics
                    .push(Diagnostic::new(Code::NotUtf8, "the text is not UTF-8", span, "from here on").help(help));
                None
            }
        }
    }

    /// Reports that something named could not be read.
    pub(super) fn unreadable(&mut self, name: &str, code: Code, headline: String) {
        let file = self.files.add(name, "");
        let span = Span::new(file, 0..0);
        let help = match code {
            Code::NoGit => "install git, or compare two files or two days",
            Code::NoRepository => "a revision can be named only of a file in a git repository",
            Code::UnknownRevision => "`git log` and `git tag` list what there is",
            Code::ShallowHistory => "fetch the rest with `git fetch --unshallow`",
            Code::UnknownPath => "`git ls-tree -r --name-only` with the revision lists the files there",
            Code::FileTooLarge => "split the record into an overlay or several files",
            Code::NothingToAudit => "name a file or a folder that holds framework files",
            _ => "look at the name and the permissions",
        };
        self.diagnostics.push(Diagnostic::new(code, headline, span, "").help(help));
    }

    /// Reports that the paths hold files, and no framework among them.
    pub(super) fn nothing_to_audit(&mut self, paths: &[PathBuf]) {
        let names: Vec<String> = paths.iter().map(|path| display(path)).collect();
        let name = names.join(", ");
        self.unreadable(&name, Code::NothingToAudit, format!("there is no framework in `{name}`"));
    }

    /// The YAML files that paths stand for: a file is itself, a folder is every YAML file in and below it. They come in the
    /// order of their names, each once, however they were named. Links to folders are not followed, so a loop of links
    /// ends.
    pub(super) fn expand(&mut self, paths: &[PathBuf]) -> Vec<PathBuf> {
        self.expanded(paths, &is_yaml)
    }

    /// The same with the annotated drafts that folders hold.
    pub(super) fn expand_with_drafts(&mut self, paths: &[PathBuf]) -> Vec<PathBuf> {
        self.expanded(paths, &|path| is_yaml(path) || is_annotated(path))
    }

    fn expanded(&mut self, paths: &[PathBuf], wanted: &dyn Fn(&Path) -> bool) -> Vec<PathBuf> {
        let mut found = Vec::new();
        for path in paths {
            if !path.is_dir() {
                found.push(path.clone());
                continue;
            }
            let before = found.len();
            let walk = walkdir::WalkDir::new(path).sort_by_file_name();
            let visible =
                |entry: &walkdir::DirEntry| entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.');
            for entry in walk.into_iter().filter_entry(visible) {
                match entry {
                    Ok(entry) if entry.path().is_file() && wanted(entry.path()) => found.push(entry.into_path()),
                    Ok(_) => {}
                    Err(error) => {
                        let name = error.path().map_or_else(|| display(path), display);
                        let headline = format!("`{name}` cannot be read");
                        self.unreadable(&name, Code::UnreadableFile, headline);
                    }
                }
            }
            if found.len() == before {
                let name = display(path);
                let headline = format!("the folder `{name}` holds no YAML file");
                self.unreadable(&name, Code::NothingToAudit, headline);
            }
        }
        found.sort_by_cached_key(|path| display(path));
        found.dedup_by_key(|path| display(path));
        found
    }

    /// The YAML files in the folder of a file, in the order of their names.
    pub(super) fn beside(&self, path: &Path) -> Option<Vec<PathBuf>> {
        let walk = walkdir::WalkDir::new(path.parent()?).min_depth(1).max_depth(1).sort_by_file_name();
        let files = walk.into_iter().filter_map(Result::ok).map(walkdir::DirEntry::into_path);
        Some(files.filter(|path| is_yaml(path) && path.is_file()).collect())
    }

    /// The vocabulary: the one that is carried along, or another.
    pub(super) fn vocabulary(&mut self, path: Option<&Path>) -> Option<Vocabulary> {
        let file = match path {
            Some(path) => self.read(path)?,
            None => self.files.add(embedded::VOCABULARY.name, embedded::VOCABULARY.text),
        };
        crate::read_vocabulary(&self.files, file, &mut self.diagnostics)
    }

    /// The checklists that are named by id or path, or all that are carried along. Those that cannot be read are left
    /// out and reported.
    pub(super) fn checklists(&mut self, names: &[String], vocabulary: &Vocabulary) -> Vec<Ready<Checklist>> {
        let all: Vec<String> = embedded::CHECKLISTS.iter().map(|(id, _)| (*id).to_owned()).collect();
        let names = if names.is_empty() { &all } else { names };
        let mut found = Vec::new();
        for name in names {
            let carried = embedded::CHECKLISTS.iter().find(|(id, _)| id == name);
            let file = match carried {
                Some((_, embedded)) => Some(self.files.add(embedded.name, embedded.text)),
                None => self.read(Path::new(name)),
            };
            let Some(file) = file else { continue };
            found.extend(crate::read_checklist(&self.files, file, vocabulary, &mut self.diagnostics));
        }
        found
    }
}

pub(super) fn is_yaml(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "yaml" || extension == "yml")
}

/// Whether a file is an annotated draft. Laws' own words and whatever else is written in Markdown are none.
fn is_annotated(path: &Path) -> bool {
    let text = || bytes(path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default();
    crate::is_markdown(&display(path)) && crate::editor::is_annotated(&text())
}

/// A path as reports cite it: from the current folder, or as it was given where it is not below it, with forward slashes.
pub(super) fn display(path: &Path) -> String {
    let here = std::env::current_dir().ok().filter(|_| path.is_absolute());
    let below = here.as_deref().and_then(|here| path.strip_prefix(here).ok());
    let path = below.filter(|below| !below.as_os_str().is_empty()).unwrap_or(path);
    // Elsewhere a backslash is a letter like any other.
    let text = path.to_string_lossy();
    let text = if cfg!(windows) { text.replace('\\', "/") } else { text.into_owned() };
    text.strip_prefix("./").map(str::to_owned).unwrap_or(text)
}

/// Reads a whole file, and never more than the limit: its size is asked first, and a file that grows is cut off.
fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let file = File::open(path)?;
    let known = file.metadata()?;
    if known.is_dir() {
        return Err(io::Error::from(io::ErrorKind::IsADirectory));
    }
    let mut bytes = Vec::new();
    file.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    if known.len() > MOST_BYTES || bytes.len() as u64 > MOST_BYTES {
        return Err(io::Error::from(io::ErrorKind::FileTooLarge));
    }
    Ok(bytes)
}

fn fault(name: &str, error: &io::Error) -> (Code, String) {
    match error.kind() {
        io::ErrorKind::NotFound => (Code::UnreadableFile, format!("there is no file `{name}`")),
        io::ErrorKind::PermissionDenied => (Code::UnreadableFile, format!("`{name}` may not be read")),
        io::ErrorKind::IsADirectory => (Code::UnreadableFile, format!("`{name}` is a folder")),
        io::ErrorKind::FileTooLarge => {
            let limit = MOST_BYTES / (1024 * 1024);
            (Code::FileTooLarge, format!("`{name}` is larger than {limit} MiB"))
        }
        _ => (Code::UnreadableFile, format!("`{name}` cannot be read: {error}")),
    }
}
