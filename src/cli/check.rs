//! `lacuna check`: do the files hold together?

use std::path::PathBuf;

use super::args::{CheckFormat, CheckOptions};
use super::exit::Exit;
use super::input::Input;
use super::texts::Home;
use super::{output, texts};
use crate::Document;
use crate::check::{Ready, reciprocity};
use crate::gate::Line;
use crate::model::checklist::Checklist;
use crate::model::document::DocumentKind;
use crate::model::framework::Framework;
use crate::report::{diagnostics, github, gitlab, junit, sarif};

/// Runs the command. The diagnostics are its result, so they go to standard output.
pub(super) fn run(options: &CheckOptions) -> Exit {
    let mut input = Input::default();
    if let Some(vocabulary) = input.vocabulary(options.vocabulary.as_deref()) {
        check(&mut input, options, &vocabulary);
    }
    input.diagnostics.sort();
    let look = output::stdout_look(options.color);
    let mut text = String::new();
    // Writing to a String cannot fail.
    let _ = match options.format {
        CheckFormat::Text => diagnostics::text(&input.diagnostics, &input.files, look, &mut text),
        CheckFormat::Json => diagnostics::json(&input.diagnostics, &input.files, &mut text),
        CheckFormat::Sarif => sarif::faults(&input.diagnostics, &input.files, &mut text),
        CheckFormat::Github => github::faults(&input.diagnostics, &input.files, &mut text),
        CheckFormat::Gitlab => gitlab::faults(&input.diagnostics, &input.files, &mut text),
        CheckFormat::Junit => junit::faults(&input.diagnostics, &input.files, &mut text),
    };
    let line = options.fail_on.map(Line::Severity);
    let failed = line.is_some_and(|line| line.is_reached_by_faults(&input.diagnostics));
    let found = if failed { Exit::Found } else { Exit::Clean };
    output::exit(&input).or(found).or(output::print(&text))
}

fn check(input: &mut Input, options: &CheckOptions, vocabulary: &crate::model::vocabulary::Vocabulary) {
    let default = [PathBuf::from("frameworks")];
    let paths = if options.paths.is_empty() { &default } else { options.paths.as_slice() };
    let mut frameworks: Vec<Ready<Framework>> = Vec::new();
    let mut drafts = Vec::new();
    let mut checklists: Vec<Ready<Checklist>> = Vec::new();
    let mut waivers = Vec::new();
    for path in input.expand_with_drafts(paths) {
        let Some(file) = input.read(&path) else { continue };
        let Some(document) = Document::read(&input.files, file, &mut input.diagnostics) else { continue };
        match document.kind {
            DocumentKind::Framework => {
                let framework = document.framework(vocabulary, &mut input.diagnostics);
                frameworks.extend(framework.map(|framework| texts::framework(input, Home::Disk(&path), framework)));
            }
            DocumentKind::Overlay => drafts.push((path, document)),
            DocumentKind::Checklist => {
                checklists.extend(document.checklist(&input.files, vocabulary, &mut input.diagnostics));
            }
            DocumentKind::Vocabulary => {
                document.vocabulary(&mut input.diagnostics);
            }
            DocumentKind::Waivers => waivers.push(document),
        }
    }
    if frameworks.len() > 1 {
        let frameworks: Vec<&Framework> = frameworks.iter().map(Ready::get).collect();
        reciprocity::check(&frameworks, vocabulary, &mut input.diagnostics);
    }
    for (path, draft) in drafts {
        if let Some(draft) = draft.overlay_among(vocabulary, &frameworks, &mut input.diagnostics) {
            texts::overlay(input, Home::Disk(&path), draft);
        }
    }
    if !waivers.is_empty() {
        checklists.extend(input.checklists(&[], vocabulary));
    }
    for document in waivers {
        document.waivers(&checklists, &mut input.diagnostics);
    }
}
