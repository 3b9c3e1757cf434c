//! The audit of many frameworks with a report each: every one is read, audited, written and dropped before the next, on as
//! many threads as are wanted, and what comes out is in the order of the files whatever thread was first.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, mpsc};
use std::thread;

use super::args::AuditOptions;
use super::audit::{Case, audit, case, report_name};
use super::exit::Exit;
use super::input::{Input, display};
use super::output;
use crate::check::Ready;
use crate::gate;
use crate::model::checklist::Checklist;
use crate::model::vocabulary::Vocabulary;
use crate::report::{self, Format, Look, Report};

/// How far threads may be ahead of the report that is written next, in reports for each thread.
const AHEAD: usize = 4;

/// What every framework is audited with.
pub(super) struct Common<'a> {
    pub(super) options: &'a AuditOptions,
    pub(super) format: Format,
    pub(super) look: Look,
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) checklists: &'a [Ready<Checklist>],
    /// The paths as they were named.
    pub(super) named: &'a [PathBuf],
}

/// What became of one file.
struct Done {
    input: Input,
    /// The name of the report, its text, and whether it reached the line; nothing where there is no report.
    report: Option<(Named, String, bool)>,
}

/// What the name of a report is made from.
struct Named {
    stem: String,
    country: String,
}

/// How many threads there are: as many as are wanted, or as the machine has processors.
pub(super) fn threads(wanted: Option<NonZeroUsize>) -> usize {
    wanted.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get)
}

/// Audits the files, writes a report for each, and tells what was wrong with them at the end. A single report is written
/// to `out` itself, unless that is a folder.
pub(super) fn run(common: &Common<'_>, input: &mut Input, paths: &[PathBuf], out: &Path) -> Exit {
    let held = input.files.len();
    let base = Input { files: input.files.clone(), ..Input::default() };
    let threads = threads(common.options.threads).min(paths.len().max(1));
    let mut written = Written::new(out, common.format);
    let mut failed = false;
    let mut take = |done: Done, input: &mut Input| {
        if !done.input.diagnostics.is_empty() {
            let moved = input.files.absorb(done.input.files, held);
            input.diagnostics.extend(done.input.diagnostics.at(|span| moved.span(span)));
        }
        if let Some((name, text, reached)) = done.report {
            failed |= reached;
            written.take(name, text);
        }
    };
    if threads < 2 {
        paths.iter().for_each(|path| take(common.one(&base, path), input));
    } else {
        in_order(threads, paths, |path| common.one(&base, path), |done| take(done, input));
    }
    if written.number == 0 && input.diagnostics.is_empty() {
        input.nothing_to_audit(common.named);
    }
    let exit = written.end();
    let nothing = if written.number == 0 { Exit::BadInput } else { Exit::Clean };
    failed |= gate::line::reached(&common.options.fail_on, std::iter::empty(), &input.diagnostics);
    let faults = output::report_faults(input, common.options.color);
    faults.or(if failed { Exit::Found } else { Exit::Clean }).or(nothing).or(exit)
}

/// Has threads do a piece of work for each path, and takes what they made in the order of the paths. No thread runs far
/// ahead, so that what waits to be taken stays little.
fn in_order<T: Send>(threads: usize, paths: &[PathBuf], work: impl Fn(&Path) -> T + Sync, mut take: impl FnMut(T)) {
    let next = AtomicUsize::new(0);
    let (work, next) = (&work, &next);
    thread::scope(|scope| {
        let (send, made) = mpsc::channel::<(usize, T)>();
        // Whoever takes up a path takes a permit, and gets it back when what was made of the path is taken.
        let (permit, permits) = mpsc::channel::<()>();
        let permits = Arc::new(Mutex::new(permits));
        for _ in 0..threads * AHEAD {
            let _ = permit.send(());
        }
        for _ in 0..threads {
            let (send, permits) = (send.clone(), permits.clone());
            scope.spawn(move || {
                loop {
                    let allowed = permits.lock().is_ok_and(|permits| permits.recv().is_ok());
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    let Some(path) = paths.get(number).filter(|_| allowed) else { return };
                    if send.send((number, work(path))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(send);
        let mut waiting = BTreeMap::new();
        let mut wanted = 0;
        for (number, done) in made {
            waiting.insert(number, done);
            while let Some(done) = waiting.remove(&wanted) {
                take(done);
                wanted += 1;
                let _ = permit.send(());
            }
            if wanted == paths.len() {
                break;
            }
        }
        // Threads that wait for a permit end.
        drop(permit);
    });
}

impl Common<'_> {
    /// Reads, audits and reports one framework.
    fn one(&self, base: &Input, path: &Path) -> Done {
        let mut input = Input { files: base.files.clone(), ..Input::default() };
        let report = case(&mut input, path, self.named, self.vocabulary).map(|case| self.report(&case, &input));
        Done { input, report }
    }

    fn report(&self, case: &Case, input: &Input) -> (Named, String, bool) {
        let audited = audit(case, self.checklists, &self.options.standard, self.vocabulary);
        let audits = audited.checklists.iter().map(|judged| &judged.audit);
        let reached = gate::line::reached(&self.options.fail_on, audits, &crate::diag::Diagnostics::new());
        let report = Report {
            vocabulary: self.vocabulary,
            files: &input.files,
            frameworks: vec![audited],
            diagnostics: Some(&input.diagnostics),
        };
        let mut text = String::new();
        // Writing to a String cannot fail.
        let _ = report::format::write(&report, self.format, self.look, &mut text);
        let stem = case.path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        (Named { stem, country: case.framework.get().country.value.to_string() }, text, reached)
    }
}

/// Writes reports as they come: the first waits for a second, since one alone needs no folder.
struct Written<'a> {
    out: &'a Path,
    format: Format,
    folder: bool,
    first: Option<(Named, String)>,
    taken: BTreeSet<String>,
    number: usize,
    exit: Exit,
    /// Nothing more can be written, and why is said.
    broken: bool,
}

impl<'a> Written<'a> {
    fn new(out: &'a Path, format: Format) -> Self {
        let folder = out.is_dir() || display(out).ends_with('/');
        let taken = BTreeSet::new();
        Self { out, format, folder, first: None, taken, number: 0, exit: Exit::Clean, broken: false }
    }

    fn take(&mut self, name: Named, text: String) {
        self.number += 1;
        if self.number == 1 && !self.folder {
            self.first = Some((name, text));
            return;
        }
        if let Some((name, text)) = self.first.take() {
            self.write(&name, &text);
        }
        self.write(&name, &text);
    }

    fn write(&mut self, name: &Named, text: &str) {
        if !self.broken && self.taken.is_empty() {
            self.exit = self.exit.or(output::folder(self.out));
            self.broken = self.exit != Exit::Clean;
        }
        let name = report_name(&name.stem, &name.country, self.format, |name| self.taken.contains(name));
        if !self.broken {
            self.exit = self.exit.or(output::write(&self.out.join(&name), text));
        }
        self.taken.insert(name);
    }

    /// Writes what still waits.
    fn end(&mut self) -> Exit {
        if let Some((_, text)) = self.first.take() {
            self.exit = self.exit.or(output::write(self.out, &text));
        }
        self.exit
    }
}
