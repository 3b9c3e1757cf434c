//! Reads a checklist file.

use super::resolve::resolve;
use super::{Basis, Checklist, Element, Item, Origin, Remedy, Requirement, Section};
use crate::base::Text;
use crate::base::files::Files;
use crate::base::limits;
use crate::base::span::Spanned;
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::model::framework::Reader;
use crate::model::vocabulary::Vocabulary;
use crate::model::words::{Floor, Lever};
use crate::rule::parse::parse;
use crate::yaml::fields::Fields;
use crate::yaml::node::{Kind, Node};
use crate::yaml::rule_place::Places;
use crate::yaml::value;

/// Reads the tree of a checklist file. Faults are reported; what could be read is kept.
///
/// `files` holds the text of the file, so that the errors of a rule can point at the very word.
pub fn read(node: &Node, vocabulary: &Vocabulary, files: &Files, diagnostics: &mut Diagnostics) -> Option<Checklist> {
    let mut fields = Fields::of(node, "a checklist", diagnostics)?;
    let id = fields.required("checklist");
    let id = id.and_then(|node| value::id(node, "a checklist", diagnostics));
    let mut reader = ChecklistReader { inner: Reader { vocabulary, diagnostics }, files };
    let title = reader.inner.required_text(&mut fields, "title");
    let version = fields.required("version");
    let version = version.and_then(|node| value::number(node, "the edition of a checklist", reader.inner.diagnostics));
    let note = reader.inner.text(&mut fields, "note");
    let origin = fields.required("source").and_then(|node| reader.origin(node));
    let outline = fields.optional("outline").map(|node| reader.outline(node)).unwrap_or_default();
    let mut sections = Vec::new();
    if let Some(node) = fields.required("sections") {
        for item in value::list(node, "`sections`", reader.inner.diagnostics) {
            sections.extend(reader.section(item));
        }
    }
    fields.finish(reader.inner.diagnostics);
    few(&mut sections, reader.inner.diagnostics);
    Some(Checklist { id: id?, title: title?, version: version?.value, note, origin: origin?, outline, sections })
}

/// Reports the first element too many, and leaves out the rest.
fn few(sections: &mut [Section], diagnostics: &mut Diagnostics) {
    let (mut left, mut told) = (limits::ELEMENTS, false);
    for item in sections.iter_mut().flat_map(|section| &mut section.items) {
        if let Some(beyond) = item.elements.get(left).filter(|_| !told) {
            told = true;
            let headline = format!("there are more than {} elements", limits::ELEMENTS);
            diagnostics.push(
                Diagnostic::new(Code::TooManyValues, headline, beyond.id.span, "the first one too many")
                    .help("split the checklist in two"),
            );
        }
        item.elements.truncate(left);
        left -= item.elements.len();
    }
}

struct ChecklistReader<'a> {
    inner: Reader<'a>,
    files: &'a Files,
}

impl ChecklistReader<'_> {
    fn origin(&mut self, node: &Node) -> Option<Origin> {
        let mut fields = Fields::of(node, "the source of a checklist", self.inner.diagnostics)?;
        let title = self.inner.required_text(&mut fields, "title");
        let publisher = self.inner.text(&mut fields, "publisher");
        let year = self.inner.text(&mut fields, "year");
        let annex = self.inner.text(&mut fields, "annex");
        let pages = self.inner.text(&mut fields, "pages");
        let url = self.inner.text(&mut fields, "url");
        fields.finish(self.inner.diagnostics);
        Some(Origin { title: title?, publisher, year, annex, pages, url })
    }

    fn outline(&mut self, node: &Node) -> Vec<(Spanned<Text>, Text)> {
        let mut found = Vec::new();
        for entry in value::entries(node, "`outline`", self.inner.diagnostics) {
            let id = value::key_id(entry, "an entry of the outline", self.inner.diagnostics);
            let title = value::text(&entry.value, "a title", self.inner.diagnostics);
            found.extend(id.zip(title).map(|(id, title)| (id, title.value)));
        }
        found
    }

    fn section(&mut self, node: &Node) -> Option<Section> {
        let mut fields = Fields::of(node, "a section", self.inner.diagnostics)?;
        let id = self.id(&mut fields, "a section");
        let title = self.inner.required_text(&mut fields, "title");
        let mut items = Vec::new();
        if let Some(node) = fields.required("items") {
            for item in value::list(node, "`items`", self.inner.diagnostics) {
                items.extend(self.item(item));
            }
        }
        fields.finish(self.inner.diagnostics);
        Some(Section { id: id?, title: title?, items })
    }

    fn item(&mut self, node: &Node) -> Option<Item> {
        let mut fields = Fields::of(node, "an item", self.inner.diagnostics)?;
        let id = self.id(&mut fields, "an item");
        let was = self.inner.texts(&mut fields, "was");
        let title = self.inner.required_text(&mut fields, "title");
        let requires = self.inner.required_text(&mut fields, "requires");
        let mut basis = Vec::new();
        if let Some(node) = fields.optional("basis") {
            for entry in value::list(node, "`basis`", self.inner.diagnostics) {
                basis.extend(self.basis(entry));
            }
        }
        let floor = fields.required("floor");
        let floor = floor.and_then(|node| value::choice(node, "floor", Floor::WORDS, self.inner.diagnostics));
        let elements = fields.required("elements");
        let default = floor.as_ref().map_or(Floor::Law, |floor| floor.value);
        let mut found = Vec::new();
        if let Some(node) = elements {
            for entry in value::list(node, "`elements`", self.inner.diagnostics) {
                found.extend(self.element(entry, default));
            }
            if found.is_empty() && matches!(&node.kind, Kind::Sequence(items) if items.is_empty()) {
                let headline = "an item has at least one element";
                self.inner.diagnostics.push(Diagnostic::new(Code::EmptyText, headline, node.span, ""));
            }
        }
        let remedy = fields.required("remedy").and_then(|node| self.remedy(node));
        let note = self.inner.text(&mut fields, "note");
        fields.finish(self.inner.diagnostics);
        Some(Item {
            id: id?,
            was,
            title: title?,
            requires: requires?,
            basis,
            floor: floor?.value,
            elements: found,
            remedy: remedy?,
            note,
        })
    }

    fn basis(&mut self, node: &Node) -> Option<Basis> {
        let mut fields = Fields::of(node, "a basis", self.inner.diagnostics)?;
        let name = fields.required("instrument");
        let name = name.and_then(|node| value::scalar(node, "an instrument", self.inner.diagnostics));
        let article = self.inner.text(&mut fields, "article");
        fields.finish(self.inner.diagnostics);
        let name = name?;
        match self.inner.vocabulary.find_instrument(&name.value) {
            Ok(instrument) => Some(Basis { instrument, article, span: name.span }),
            Err(unknown) => {
                let help = "the vocabulary's `instruments` lists treaties and agreements";
                self.inner.unknown(Code::UnknownInstrument, "instrument", &name, unknown.nearest.as_deref(), help);
                None
            }
        }
    }

    fn element(&mut self, node: &Node, default: Floor) -> Option<Element> {
        let mut fields = Fields::of(node, "an element", self.inner.diagnostics)?;
        let id = self.id(&mut fields, "an element");
        let was = self.inner.texts(&mut fields, "was");
        let requires = self.inner.required_text(&mut fields, "requires");
        let rule = fields.required("rule").and_then(|node| self.rule(node));
        let answers = self.inner.texts(&mut fields, "answers");
        let floor = fields.optional("floor");
        let floor = floor.and_then(|node| value::choice(node, "floor", Floor::WORDS, self.inner.diagnostics));
        let remedy = fields.optional("remedy").and_then(|node| self.remedy(node));
        fields.finish(self.inner.diagnostics);
        let floor = floor.map_or(default, |floor| floor.value);
        Some(Element { id: id?, was, requires: requires?, rule: rule?, answers, floor, remedy })
    }

    fn remedy(&mut self, node: &Node) -> Option<Remedy> {
        let mut fields = Fields::of(node, "a remedy", self.inner.diagnostics)?;
        let lever = fields.required("lever");
        let lever = lever.and_then(|node| value::choice(node, "lever", Lever::WORDS, self.inner.diagnostics));
        let pointer = self.inner.required_text(&mut fields, "pointer");
        fields.finish(self.inner.diagnostics);
        Some(Remedy { lever: lever?.value, pointer: pointer? })
    }

    fn rule(&mut self, node: &Node) -> Option<Requirement> {
        let Kind::Scalar(scalar) = &node.kind else {
            value::scalar(node, "a rule", self.inner.diagnostics);
            return None;
        };
        let text = self.files.get(node.span.file).map_or("", |file| &file.text);
        let Some(places) = Places::of(node, scalar, text) else {
            let headline = "the words of this rule cannot be pointed at";
            let help = "write the rule without escapes: plain, or line by line after `|`";
            self.inner.diagnostics.push(Diagnostic::new(Code::RuleScalar, headline, node.span, "").help(help));
            return None;
        };
        let expr = parse(&scalar.value, |range| places.span(range), self.inner.diagnostics)?;
        resolve(&expr, self.inner.vocabulary, self.inner.diagnostics)
    }

    fn id(&mut self, fields: &mut Fields<'_>, what: &str) -> Option<Spanned<Text>> {
        let node = fields.required("id")?;
        value::id(node, what, self.inner.diagnostics)
    }
}
