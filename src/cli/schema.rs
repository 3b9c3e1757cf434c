//! `lacuna schema`: the JSON Schemas of the kinds of file.

use super::args::SchemaOptions;
use super::exit::Exit;
use super::input::{Input, display};
use super::output;
use crate::model::document::DocumentKind;
use crate::report::diff::schema as changes;
use crate::schema::schema;

/// Runs the command.
pub(super) fn run(options: &SchemaOptions) -> Exit {
    let mut input = Input::default();
    let Some(vocabulary) = input.vocabulary(options.vocabulary.as_deref()) else {
        return output::report_faults(&mut input, options.color);
    };
    let named = options.kind.as_deref();
    if named == Some("diff") {
        return match &options.out {
            Some(path) => output::write(path, &changes()),
            None => output::print(&changes()),
        };
    }
    let kind = DocumentKind::ALL.into_iter().find(|kind| named == Some(kind.key()));
    match (kind, named, &options.out) {
        (Some(kind), _, None) => output::print(&schema(kind, &vocabulary)),
        (None, None, Some(folder)) => {
            if let Err(error) = std::fs::create_dir_all(folder) {
                return output::complain(&format!("the folder `{}` cannot be made: {error}", display(folder)));
            }
            let file = |kind: DocumentKind| folder.join(format!("{}.json", kind.key()));
            let written = DocumentKind::ALL.map(|kind| output::write(&file(kind), &schema(kind, &vocabulary)));
            written.into_iter().fold(Exit::Clean, Exit::or)
        }
        (Some(kind), _, Some(path)) => output::write(path, &schema(kind, &vocabulary)),
        (None, _, _) => {
            let kinds: Vec<&str> = DocumentKind::ALL.iter().map(|kind| kind.key()).collect();
            output::complain(&format!("name a kind of file ({}), or a folder for all with --out", kinds.join(", ")));
            Exit::Usage
        }
    }
}
