//! `lacuna explain`: how a verdict comes about, what a rule asks, or what the code of a diagnostic means.

use super::args::ExplainOptions;
use super::audit::{audit, cases};
use super::exit::Exit;
use super::input::Input;
use super::output;
use crate::base::nearest::nearest;
use crate::check::Ready;
use crate::diag::Code;
use crate::model::checklist::{Checklist, Item};
use crate::model::overlay::Overlay;
use crate::report::explain::{self, Explanation};
use crate::{Snapshot, eval};

/// Runs the command.
pub(super) fn run(options: &ExplainOptions) -> Exit {
    if let Some(code) = Code::parse(&options.item) {
        return output::print(&explain::code(code));
    }
    let mut input = Input::default();
    let Some(vocabulary) = input.vocabulary(options.standard.vocabulary.as_deref()) else {
        return output::report_faults(&mut input, options.color);
    };
    let checklists = input.checklists(&options.standard.checklist, &vocabulary);
    let Some((number, item, element)) = find(&options.item, &checklists) else {
        let faults = output::report_faults(&mut input, options.color);
        return faults.or(unknown(&options.item, &checklists));
    };
    let look = output::stdout_look(options.color);
    let mut text = String::new();
    let Some(path) = &options.framework else {
        // Writing to a String cannot fail, here and below.
        let list = checklists.get(number..=number).unwrap_or(&[]);
        for checklist in list {
            let _ = explain::item(checklist.get(), item, element.as_deref(), &vocabulary, look, &mut text);
        }
        return output::print(&text).or(output::report_faults(&mut input, options.color));
    };
    let cases = cases(&mut input, std::slice::from_ref(path), &options.standard, &vocabulary);
    let faults = output::report_faults(&mut input, options.color);
    for case in &cases {
        let list = checklists.get(number..=number).unwrap_or(&[]);
        let audited = audit(case, list, &options.standard, &vocabulary);
        let drafts: Vec<&Ready<Overlay>> = case.drafts.iter().collect();
        let least = options.standard.min_confidence;
        let snapshot = Snapshot::new(&vocabulary, &case.framework, &drafts, audited.as_of, least);
        let Some(judged) = audited.checklists.first().cloned() else { continue };
        let Some(finding) = judged.audit.findings.into_iter().find(|it| it.item == item.id.value) else { continue };
        let wanted = item.elements.iter().filter(|it| element.as_ref().is_none_or(|id| **id == *it.id.value));
        let elements = wanted.map(|it| (it, eval::explain(&snapshot, &it.rule, it.floor))).collect();
        let (checklist, files) = (judged.checklist, &input.files);
        let explanation = Explanation { vocabulary: &vocabulary, files, audited, checklist, item, finding, elements };
        if !text.is_empty() {
            text.push('\n');
        }
        let _ = explain::text(&explanation, look, &mut text);
    }
    output::print(&text).or(faults)
}

/// The item that an address names, with the number of its checklist and the element, if one is named.
fn find<'a>(address: &str, checklists: &'a [Ready<Checklist>]) -> Option<(usize, &'a Item, Option<String>)> {
    let (list, rest) = match address.split_once('/') {
        Some((list, rest)) => (Some(list), rest),
        None => (None, address),
    };
    let (item, element) = match rest.split_once('.') {
        Some((item, element)) => (item, Some(element)),
        None => (rest, None),
    };
    let wanted = |it: &&(usize, &'a Ready<Checklist>)| list.is_none_or(|list| &*it.1.get().id.value == list);
    checklists.iter().enumerate().collect::<Vec<_>>().iter().filter(wanted).find_map(|(number, checklist)| {
        let item = checklist.get().item(item)?;
        if let Some(element) = element {
            item.element(element)?;
        }
        Some((*number, item, element.map(str::to_owned)))
    })
}

fn unknown(address: &str, checklists: &[Ready<Checklist>]) -> Exit {
    let mut known = Vec::new();
    for checklist in checklists {
        for (_, item) in checklist.get().items() {
            let name = format!("{}/{}", checklist.get().id.value, item.id.value);
            known.extend(item.elements.iter().map(|element| format!("{name}.{}", element.id.value)));
            known.push(name);
        }
    }
    known.extend(Code::ALL.iter().map(|code| code.name().to_owned()));
    let hint = nearest(address, known.iter().map(String::as_str));
    let hint = hint.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
    output::complain(&format!("there is no item, element or code `{address}`{hint}"));
    Exit::Usage
}
