//! Files as they were in a git revision, read through the git on the machine. Nothing is checked out, nothing is written,
//! nothing is fetched.

use std::path::{Component, Path, PathBuf};
use std::process::{Command, Output, Stdio};

use super::input::display;
use crate::diag::Code;
use crate::yaml::read::MOST_BYTES;

/// Why a revision could not be read.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Fault {
    pub(super) code: Code,
    pub(super) headline: String,
}

impl Fault {
    fn new(code: Code, headline: String) -> Self {
        Self { code, headline }
    }
}

/// A repository, seen from a folder in it.
#[derive(Clone, Debug)]
pub(super) struct Repository {
    folder: PathBuf,
}

/// A commit by its whole id.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Commit(String);

/// A file in a commit.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Entry {
    /// Its path in the repository, with forward slashes.
    pub(super) path: String,
    id: String,
    /// A link or a repository of its own, which is not followed.
    special: bool,
}

impl Repository {
    /// The repository that holds a path, and the path in it. The path itself need not be there any more.
    pub(super) fn holding(path: &Path) -> Result<(Self, String), Fault> {
        let (folder, rest) = existing(path);
        let repository = Self { folder };
        let none = |words: String| {
            let reason = if words.is_empty() { String::new() } else { format!(" ({words})") };
            Fault::new(Code::NoRepository, format!("`{}` is in no git repository{reason}", display(path)))
        };
        let output = repository.git(&["rev-parse", "--show-prefix"])?;
        if !output.status.success() {
            let words = first_line(&output.stderr);
            // Git's usual sentence says no more than ours.
            return Err(none(if words.contains("not a git repository") { String::new() } else { words }));
        }
        let prefix = String::from_utf8_lossy(&output.stdout).trim_end_matches('\n').to_owned();
        let mut parts: Vec<String> = prefix.split('/').filter(|part| !part.is_empty()).map(str::to_owned).collect();
        for component in &rest {
            match component.as_str() {
                ".." if parts.pop().is_none() => return Err(none("the path leads out of it".to_owned())),
                ".." => {}
                name => parts.push(name.to_owned()),
            }
        }
        Ok((repository, parts.join("/")))
    }

    /// The commit that a revision names.
    pub(super) fn commit(&self, revision: &str) -> Result<Commit, Fault> {
        let wanted = format!("{revision}^{{commit}}");
        let output = self.git(&["rev-parse", "--verify", "--quiet", "--end-of-options", &wanted])?;
        let id = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        if output.status.success() && !id.is_empty() && !revision.is_empty() {
            return Ok(Commit(id));
        }
        let shallow = self.git(&["rev-parse", "--is-shallow-repository"])?;
        if shallow.stdout.starts_with(b"true") {
            let headline =
                format!("git does not know the revision `{revision}`; of this history a part was fetched only");
            return Err(Fault::new(Code::ShallowHistory, headline));
        }
        Err(Fault::new(Code::UnknownRevision, format!("git does not know the revision `{revision}`")))
    }

    /// The files at a path in a commit: the one file, or every file in and below the folder, in the order of their names.
    pub(super) fn list(&self, commit: &Commit, path: &str) -> Result<Vec<Entry>, Fault> {
        let mut arguments = vec!["ls-tree", "-r", "-z", "--full-tree", &commit.0];
        if !path.is_empty() {
            arguments.extend(["--", path]);
        }
        let output = self.sound(&arguments)?;
        let text = String::from_utf8_lossy(&output.stdout);
        let entry = |line: &str| {
            let (head, path) = line.split_once('\t')?;
            let mut words = head.split(' ');
            let (mode, kind, id) = (words.next()?, words.next()?, words.next()?);
            let special = kind != "blob" || mode == "120000";
            Some(Entry { path: path.to_owned(), id: id.to_owned(), special })
        };
        let mut found: Vec<Entry> = text.split('\0').filter_map(entry).collect();
        found.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(found)
    }

    /// The bytes of a file.
    pub(super) fn read(&self, entry: &Entry) -> Result<Vec<u8>, Fault> {
        if entry.special {
            let headline = format!("`{}` is a link in that revision, and links are not followed there", entry.path);
            return Err(Fault::new(Code::UnreadableFile, headline));
        }
        let size = self.sound(&["cat-file", "-s", &entry.id])?;
        let size: u64 = String::from_utf8_lossy(&size.stdout).trim().parse().unwrap_or(u64::MAX);
        if size > MOST_BYTES {
            let headline = format!("`{}` is larger than {} MiB", entry.path, MOST_BYTES / (1024 * 1024));
            return Err(Fault::new(Code::FileTooLarge, headline));
        }
        Ok(self.sound(&["cat-file", "blob", &entry.id])?.stdout)
    }

    /// What a file was called in a commit, if it was renamed between then and now: the work tree, or another commit.
    pub(super) fn former(&self, commit: &Commit, now: Option<&Commit>, path: &str) -> Result<Option<String>, Fault> {
        let mut arguments =
            vec!["diff", "--no-ext-diff", "--no-textconv", "--name-status", "-M", "-z", "--diff-filter=R"];
        arguments.push(&commit.0);
        arguments.extend(now.map(|commit| commit.0.as_str()));
        arguments.push("--");
        let output = self.sound(&arguments)?;
        let text = String::from_utf8_lossy(&output.stdout);
        let fields: Vec<&str> = text.split('\0').collect();
        let renamed = fields.chunks(3).find_map(|entry| match entry {
            [_, old, new] if *new == path => Some((*old).to_owned()),
            _ => None,
        });
        Ok(renamed)
    }

    /// Runs git and wants it to succeed.
    fn sound(&self, arguments: &[&str]) -> Result<Output, Fault> {
        let output = self.git(arguments)?;
        if output.status.success() {
            return Ok(output);
        }
        Err(Fault::new(Code::UnreadableFile, format!("git could not read it: {}", first_line(&output.stderr))))
    }

    fn git(&self, arguments: &[&str]) -> Result<Output, Fault> {
        let mut command = Command::new("git");
        // The path decides which repository is meant, not the hook that may have called us.
        for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY"] {
            command.env_remove(name);
        }
        command
            .env("LC_ALL", "C")
            .env("GIT_OPTIONAL_LOCKS", "0")
            .env("GIT_TERMINAL_PROMPT", "0")
            .env("GIT_NO_LAZY_FETCH", "1")
            .args(["--literal-pathspecs", "-c", "core.fsmonitor=false", "-C"])
            .arg(&self.folder)
            .args(arguments)
            .stdin(Stdio::null());
        command.output().map_err(|error| Fault::new(Code::NoGit, format!("git cannot be run: {error}")))
    }
}

/// The deepest folder of a path that is there, and the names below it.
fn existing(path: &Path) -> (PathBuf, Vec<String>) {
    let mut folder = path.to_owned();
    let mut rest = Vec::new();
    while !folder.is_dir() {
        match folder.components().next_back() {
            Some(Component::Normal(name)) => rest.push(name.to_string_lossy().into_owned()),
            Some(Component::ParentDir) => rest.push("..".to_owned()),
            _ => {}
        }
        if !folder.pop() {
            break;
        }
        if folder.as_os_str().is_empty() {
            folder = PathBuf::from(".");
        }
    }
    rest.reverse();
    (folder, rest)
}

fn first_line(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    text.lines().next().unwrap_or("").trim_start_matches("fatal: ").to_owned()
}
