//! `lacuna fmt`: files in canonical order and layout.

use std::path::{Path, PathBuf};

use super::args::FmtOptions;
use super::exit::Exit;
use super::input::{Input, display};
use super::output;
use crate::diag::Diagnostics;
use crate::is_markdown;
use crate::layout::{self, Refused};
use crate::model::document::DocumentKind;
use crate::schema::Order;
use crate::yaml::read;

/// Runs the command. A file that cannot be read, or in which anything would be lost, is left as it is.
pub(super) fn run(options: &FmtOptions) -> Exit {
    let mut input = Input::default();
    let mut exit = Exit::Clean;
    let mut changed = String::new();
    if let Some(vocabulary) = input.vocabulary(options.vocabulary.as_deref()) {
        let orders = DocumentKind::ALL.map(|kind| (kind, Order::of(kind, &vocabulary)));
        let default = [PathBuf::from("frameworks")];
        let paths = if options.paths.is_empty() { &default } else { options.paths.as_slice() };
        for path in input.expand(paths) {
            let Some((before, after)) = rewritten(&mut input, &path, &orders, &mut exit) else { continue };
            if before == after {
                continue;
            }
            changed.push_str(&format!("{}\n", display(&path)));
            exit = exit.or(if options.check { Exit::Found } else { output::write(&path, &after) });
        }
    }
    let listed = if options.check { output::print(&changed) } else { Exit::Clean };
    exit.or(listed).or(output::report_faults(&mut input, options.color))
}

/// The text of a file and what it should be; `None` where that cannot be told.
fn rewritten(
    input: &mut Input,
    path: &Path,
    orders: &[(DocumentKind, Order)],
    exit: &mut Exit,
) -> Option<(String, String)> {
    if is_markdown(&display(path)) {
        let words =
            format!("`{}` is left as it is: it is written in Markdown, and YAML alone is laid out", display(path));
        *exit = exit.or(output::complain(&words));
        return None;
    }
    let file = input.read(path)?;
    let before = input.files.get(file)?.text.to_string();
    // What kind of file it is decides the order; faults are reported once, by the writer.
    let node = read::read(&input.files, file, &mut Diagnostics::new());
    let kind = node.and_then(|node| DocumentKind::of(&node, &mut input.diagnostics));
    let order = kind.and_then(|kind| orders.iter().find(|(known, _)| *known == kind)).map(|(_, order)| order);
    let sort = |node: &mut crate::yaml::node::Node| {
        if let Some(order) = order {
            order.sort(node);
        }
    };
    let refused = match layout::canonical(&input.files, file, sort, &mut input.diagnostics) {
        Ok(after) => return kind.map(|_| (before, after)),
        Err(Refused::Unread) => return None,
        Err(Refused::Values) => "its values would not all be kept",
        Err(Refused::Comments) => "its comments would not all be kept",
    };
    *exit = exit.or(output::complain(&format!("`{}` is left as it is: {refused}", display(path))));
    None
}
