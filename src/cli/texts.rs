//! The laws' own texts: the files that a record names, none of which lies outside the record's folder. They are read from
//! where the record was read: the disk, or a git revision.

use std::path::Path;

use super::git::{Commit, Repository};
use super::input::{Input, display};
use crate::base::Text;
use crate::base::span::{FileId, Spanned};
use crate::check::texts::{outside, stays_inside, unreadable, wanted};
use crate::check::{self, Ready, Texts};
use crate::diag::Diagnostic;
use crate::model::framework::{Framework, Law};
use crate::model::overlay::Overlay;

/// Where a record stands.
#[derive(Clone, Copy, Debug)]
pub(super) enum Home<'a> {
    /// On the disk, at this path.
    Disk(&'a Path),
    /// In a revision of a repository, at this path; files are cited with this name before them.
    Git(&'a Repository, &'a Commit, &'a str, &'a str),
}

/// Compares a framework with the texts that its laws name.
pub(super) fn framework(input: &mut Input, home: Home<'_>, framework: Ready<Framework>) -> Ready<Framework> {
    let texts = load(input, home, &framework.get().laws);
    check::texts(framework, &input.files, &texts, &mut input.diagnostics)
}

/// Compares a draft with the texts that its laws name.
pub(super) fn overlay(input: &mut Input, home: Home<'_>, overlay: Ready<Overlay>) -> Ready<Overlay> {
    let texts = load(input, home, &overlay.get().laws);
    check::overlay_texts(overlay, &input.files, &texts, &mut input.diagnostics)
}

/// Reads the texts that a record's laws name. One that cannot be read is reported, and its quotations are taken as they
/// are.
fn load(input: &mut Input, home: Home<'_>, laws: &[Law]) -> Texts {
    let mut texts = Texts::new();
    // `check` has refused what leads out by its words; a link is only seen where the file is.
    for path in wanted(laws).into_iter().filter(|path| stays_inside(&path.value)) {
        let found = match home {
            Home::Disk(record) => on_disk(input, record, path),
            Home::Git(repository, commit, record, prefix) => in_git(input, repository, commit, (record, prefix), path),
        };
        match found {
            Ok(file) => texts.extend(file.map(|file| (path.value.clone(), file))),
            Err(fault) => input.diagnostics.push(fault),
        }
    }
    texts
}

/// The file of a text; `None` where that is reported already.
fn on_disk(input: &mut Input, record: &Path, path: &Spanned<Text>) -> Result<Option<FileId>, Diagnostic> {
    let folder = record.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = path.value.replace('\\', "/");
    let file = folder.join(&name);
    let missing = || unreadable(path, format!("there is no file `{name}` in the folder of the record"));
    let (home, real) =
        folder.canonicalize().and_then(|home| Ok((home, file.canonicalize()?))).map_err(|_| missing())?;
    if !real.starts_with(&home) {
        return Err(outside(path));
    }
    if !real.is_file() {
        // A folder has no words, and a pipe would be waited for.
        return Err(unreadable(path, format!("`{name}` is no file with words in it")));
    }
    Ok(input.read(&file))
}

/// The file of a text in a revision, where no link is followed.
fn in_git(
    input: &mut Input,
    repository: &Repository,
    commit: &Commit,
    (record, prefix): (&str, &str),
    path: &Spanned<Text>,
) -> Result<Option<FileId>, Diagnostic> {
    let mut parts: Vec<&str> = record.split('/').collect();
    parts.pop();
    let name = path.value.replace('\\', "/");
    for part in name.split('/').filter(|part| !matches!(*part, "" | ".")) {
        match part {
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    let place = parts.join("/");
    let list = repository.list(commit, &place).map_err(|fault| unreadable(path, fault.headline))?;
    let Some(entry) = list.iter().find(|entry| entry.path == place) else {
        return Err(unreadable(path, format!("that revision has no file `{name}` in the folder of the record")));
    };
    let bytes = repository.read(entry).map_err(|fault| unreadable(path, fault.headline))?;
    Ok(input.take(&format!("{prefix}{}", display(Path::new(&place))), bytes))
}
