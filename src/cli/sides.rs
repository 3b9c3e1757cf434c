//! The two sides of a comparison: what the command line names, read from disk or from git.

use std::path::{Path, PathBuf};

use super::git::{Commit, Fault, Repository};
use super::input::{Input, display, is_yaml};
use super::texts::{self, Home};
use crate::Document;
use crate::base::day::Day;
use crate::base::span::FileId;
use crate::check::Ready;
use crate::diag::Code;
use crate::model::document::DocumentKind;
use crate::model::framework::Framework;
use crate::model::vocabulary::Vocabulary;

/// What the command line says about a side: `[REV:]PATH[@DATE]`.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Spec {
    pub(super) revision: Option<String>,
    pub(super) path: PathBuf,
    pub(super) day: Option<Day>,
}

impl Spec {
    /// Reads the words of a side. A path that is there goes before everything else that the words could mean.
    ///
    /// # Errors
    ///
    /// What makes no sense, in a sentence.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let (text, day) = match text.rsplit_once('@').filter(|_| !Path::new(text).exists()) {
            Some((place, date)) if is_date(date) => {
                let day = Day::parse(date);
                let wrong =
                    || format!("`{date}` is no day; a day is written as 2009-08-31, and must be one of the calendar");
                (place, Some(day.ok_or_else(wrong)?))
            }
            Some((place, other)) if Path::new(place).exists() => {
                return Err(format!("`{other}` is no day; after the path and @ stands a day such as 2009-08-31"));
            }
            _ => (text, None),
        };
        let (revision, path) = match revision(text) {
            Some((revision, path)) => (Some(revision.to_owned()), path),
            None => (None, text),
        };
        if path.is_empty() && revision.is_none() {
            return Err("a side without a path".to_owned());
        }
        let path = PathBuf::from(if path.is_empty() { "." } else { path });
        Ok(Self { revision, path, day })
    }

    /// The name under which a file of this side is cited.
    fn name(&self, path: &str) -> String {
        self.revision.as_ref().map_or_else(|| path.to_owned(), |revision| format!("{revision}:{path}"))
    }
}

fn is_date(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit()) && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
}

/// Whether a text is meant as a day, whether or not the calendar has it.
pub(super) fn is_like_a_day(text: &str) -> bool {
    is_date(text) && text.len() == 10 && text.matches('-').count() == 2
}

/// The revision before the colon and the path after it. A colon within braces belongs to the revision, as in
/// `HEAD@{12:00}`; one after a single letter is a drive.
fn revision(text: &str) -> Option<(&str, &str)> {
    if Path::new(text).exists() {
        return None;
    }
    let mut depth = 0_u32;
    for (at, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            ':' if depth == 0 => {
                let (revision, path) = (text.get(..at)?, text.get(at + 1..)?);
                let drive = at == 1 && text.starts_with(char::is_alphabetic) && path.starts_with(['\\', '/']);
                return (!drive).then_some((revision, path));
            }
            _ => {}
        }
    }
    None
}

/// One framework of a side.
#[derive(Debug)]
pub(super) struct Entry {
    /// The last part of its path.
    pub(super) file: String,
    pub(super) framework: Ready<Framework>,
}

/// Files by their paths; those that could not be read are reported.
type Listed = Vec<(String, Option<FileId>)>;

/// Everything that a side holds.
#[derive(Debug, Default)]
pub(super) struct Shelf {
    pub(super) entries: Vec<Entry>,
    /// The files that could not be read, by the last part of their paths. They are reported already.
    pub(super) failed: Vec<String>,
    /// It is a single file and no folder.
    pub(super) single: bool,
    /// The revision does not have the path.
    pub(super) missing: bool,
    /// Nothing of it could be read, and why is reported already.
    pub(super) unread: bool,
}

impl Shelf {
    /// Reads a side. Where it is the earlier state of `later`, a path that the revision does not have is no fault: it had
    /// another name, which is followed, or there was no record yet.
    pub(super) fn read(input: &mut Input, spec: &Spec, later: Option<&Spec>, vocabulary: &Vocabulary) -> Self {
        let mut shelf = Self::default();
        let (files, state) = match &spec.revision {
            None => (shelf.on_disk(input, &spec.path), None),
            Some(revision) => match shelf.in_git(input, spec, revision, later) {
                Ok((files, state)) => (files, Some(state)),
                Err(fault) => {
                    input.unreadable(&spec.name(&display(&spec.path)), fault.code, fault.headline);
                    shelf.unread = true;
                    (Vec::new(), None)
                }
            },
        };
        let prefix = spec.name("");
        for (path, file) in files {
            let document = file.and_then(|file| Document::read(&input.files, file, &mut input.diagnostics));
            let other = document.as_ref().is_some_and(|document| document.kind != DocumentKind::Framework);
            if other && !shelf.single {
                continue;
            }
            match document.and_then(|document| document.framework(vocabulary, &mut input.diagnostics)) {
                Some(framework) => {
                    let home = match &state {
                        Some((repository, commit)) => Home::Git(repository, commit, &path, &prefix),
                        None => Home::Disk(Path::new(&path)),
                    };
                    let framework = texts::framework(input, home, framework);
                    shelf.entries.push(Entry { file: last(&path), framework });
                }
                None => shelf.failed.push(last(&path)),
            }
        }
        shelf
    }

    fn on_disk(&mut self, input: &mut Input, path: &Path) -> Listed {
        self.single = !path.is_dir();
        let paths = input.expand(&[path.to_owned()]);
        paths.into_iter().map(|path| (display(&path), input.read(&path))).collect()
    }

    fn in_git(
        &mut self,
        input: &mut Input,
        spec: &Spec,
        revision: &str,
        later: Option<&Spec>,
    ) -> Result<(Listed, (Repository, Commit)), Fault> {
        let (repository, path) = Repository::holding(&spec.path)?;
        let commit = repository.commit(revision)?;
        let mut found = repository.list(&commit, &path)?;
        let mut name = path.clone();
        if let Some(later) = later.filter(|_| found.is_empty()) {
            let now = later.revision.as_ref().map(|revision| repository.commit(revision)).transpose()?;
            if let Some(former) = repository.former(&commit, now.as_ref(), &path)? {
                found = repository.list(&commit, &former)?;
                name = former;
            }
            self.missing = found.is_empty();
            self.single = !later.path.is_dir();
        }
        if found.is_empty() && !self.missing {
            return Err(Fault {
                code: Code::UnknownPath,
                headline: format!("`{revision}` has no file or folder `{path}`"),
            });
        }
        self.single |= found.iter().any(|entry| entry.path == name);
        if !self.single {
            found.retain(|entry| is_yaml(Path::new(&entry.path)) && !hidden(&entry.path, &path));
        }
        let mut files = Vec::new();
        for entry in found {
            let name = spec.name(&entry.path);
            let file = match repository.read(&entry) {
                Ok(bytes) => input.take(&name, bytes),
                Err(fault) => {
                    input.unreadable(&name, fault.code, fault.headline);
                    None
                }
            };
            files.push((entry.path, file));
        }
        Ok((files, (repository, commit)))
    }
}

/// Whether a part of the path below a folder begins with a dot.
fn hidden(path: &str, folder: &str) -> bool {
    path.strip_prefix(folder).unwrap_or(path).split('/').any(|part| part.starts_with('.'))
}

fn last(path: &str) -> String {
    path.rsplit('/').next().unwrap_or(path).to_owned()
}

/// One file of a side: on disk, or in a revision.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) file: FileId,
    /// Where it stands in a revision, and the name that is put before its path.
    state: Option<(Repository, Commit, String, String)>,
    path: PathBuf,
}

impl Found {
    /// Where it stands.
    pub(super) fn home(&self) -> Home<'_> {
        match &self.state {
            Some((repository, commit, path, prefix)) => Home::Git(repository, commit, path, prefix),
            None => Home::Disk(&self.path),
        }
    }
}

/// Reads one file. Where it is the earlier state of another, `follow`, a file that had another name then is found.
pub(super) fn file(input: &mut Input, spec: &Spec, follow: bool) -> Option<Found> {
    let path = spec.path.clone();
    let Some(revision) = &spec.revision else {
        return input.read(&spec.path).map(|file| Found { file, state: None, path });
    };
    let name = spec.name(&display(&spec.path));
    match in_revision(spec, revision, follow) {
        Ok((repository, commit, entry, bytes)) => {
            let file = input.take(&spec.name(&entry), bytes)?;
            Some(Found { file, state: Some((repository, commit, entry, spec.name(""))), path })
        }
        Err(fault) => {
            input.unreadable(&name, fault.code, fault.headline);
            None
        }
    }
}

fn in_revision(spec: &Spec, revision: &str, follow: bool) -> Result<(Repository, Commit, String, Vec<u8>), Fault> {
    let (repository, path) = Repository::holding(&spec.path)?;
    let commit: Commit = repository.commit(revision)?;
    let mut found = repository.list(&commit, &path)?;
    let mut name = path.clone();
    if found.is_empty()
        && follow
        && let Some(former) = repository.former(&commit, None, &path)?
    {
        found = repository.list(&commit, &former)?;
        name = former;
    }
    let Some(entry) = found.iter().find(|entry| entry.path == name) else {
        return Err(Fault { code: Code::UnknownPath, headline: format!("`{revision}` has no file `{path}`") });
    };
    let bytes = repository.read(entry)?;
    Ok((repository, commit, name, bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_side_is_a_revision_a_path_and_a_day() {
        for (text, revision, path, day) in [
            ("a.yaml", None, "a.yaml", None),
            ("a.yaml@2008-07-01", None, "a.yaml", Some("2008-07-01")),
            ("HEAD~1:a.yaml", Some("HEAD~1"), "a.yaml", None),
            ("v1:b/a.yaml@2008-07-01", Some("v1"), "b/a.yaml", Some("2008-07-01")),
            ("HEAD@{12:00}:a.yaml", Some("HEAD@{12:00}"), "a.yaml", None),
            ("main:", Some("main"), ".", None),
            (r"C:\a.yaml", None, r"C:\a.yaml", None),
            ("me@place/a.yaml", None, "me@place/a.yaml", None),
        ] {
            let spec = Spec::parse(text).unwrap();
            assert_eq!(spec.revision.as_deref(), revision, "{text}");
            assert_eq!(spec.path, Path::new(path), "{text}");
            assert_eq!(spec.day, day.and_then(Day::parse), "{text}");
        }
        for text in ["a.yaml@2009-02-30", "a.yaml@2009", "src@tomorrow", ""] {
            assert!(Spec::parse(text).is_err(), "{text}");
        }
    }
}
