//! The laws' own texts: the files that a record names, none of which lies outside the record's folder.

use std::path::Path;

use super::input::Input;
use crate::check::texts::{outside, stays_inside, unreadable, wanted};
use crate::check::{self, Ready, Texts};
use crate::model::framework::{Framework, Law};
use crate::model::overlay::Overlay;

/// Compares a framework that stands at a path with the texts that its laws name.
pub(super) fn framework(input: &mut Input, record: &Path, framework: Ready<Framework>) -> Ready<Framework> {
    let texts = load(input, record, &framework.get().laws);
    check::texts(framework, &input.files, &texts, &mut input.diagnostics)
}

/// Compares a draft that stands at a path with the texts that its laws name.
pub(super) fn overlay(input: &mut Input, record: &Path, overlay: Ready<Overlay>) -> Ready<Overlay> {
    let texts = load(input, record, &overlay.get().laws);
    check::overlay_texts(overlay, &input.files, &texts, &mut input.diagnostics)
}

/// Reads the texts that a record's laws name. One that cannot be read is reported, and its quotations are taken as they
/// are.
fn load(input: &mut Input, record: &Path, laws: &[Law]) -> Texts {
    let folder = record.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut texts = Texts::new();
    // `check` has refused what leads out by its words; a link is only seen on the disk.
    for path in wanted(laws).into_iter().filter(|path| stays_inside(&path.value)) {
        let name = path.value.replace('\\', "/");
        let file = folder.join(&name);
        let (Ok(home), Ok(real)) = (folder.canonicalize(), file.canonicalize()) else {
            input.diagnostics.push(unreadable(path, format!("there is no file `{name}` in the folder of the record")));
            continue;
        };
        if !real.starts_with(&home) {
            input.diagnostics.push(outside(path));
        } else if !real.is_file() {
            // A folder has no words, and a pipe would be waited for.
            input.diagnostics.push(unreadable(path, format!("`{name}` is no file with words in it")));
        } else if let Some(id) = input.read(&file) {
            texts.insert(path.value.clone(), id);
        }
    }
    texts
}
