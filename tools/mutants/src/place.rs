//! Where in a file's tree each mutant belongs, and what is written there.
//!
//! A mutant is a change of text; whether it can stand beside the original depends on what it changes. Operators are written
//! out with the whole chain they stand in (`a && b || c`), since another operator may bind otherwise. The copies within a
//! mutant hold no further mutants, as only one is awake at a time; so the text grows with depth and not with its power.

use std::collections::BTreeMap;
use std::ops::Range;

use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Arm, BinOp, Block, Expr, ExprStruct, ReturnType, Signature, Type};

use crate::Result;
use crate::list::Mutant;

/// A piece of what is written, and the mutant it belongs to.
pub(crate) type Piece = (Option<usize>, String);

/// Something written around a part of the file.
struct Edit {
    range: Range<usize>,
    /// Of two edits of the same range, the outer has the lower rank.
    rank: u8,
    before: Vec<Piece>,
    after: String,
    /// Whether the part itself goes.
    drop: bool,
}

struct Finder<'a> {
    text: &'a str,
    /// The mutants by genre and the byte where they start.
    mutants: BTreeMap<(&'a str, usize), Vec<&'a Mutant>>,
    edits: Vec<Edit>,
    placed: Vec<usize>,
    /// Mutants that cannot compile wherever they stand.
    hopeless: Vec<usize>,
}

/// A file with its mutants in it, as pieces.
pub(crate) struct Written {
    pub(crate) pieces: Vec<Piece>,
    /// Mutants for which no place was found.
    pub(crate) lost: Vec<usize>,
    /// Mutants that cannot compile: `||` in a chain with `let`.
    pub(crate) hopeless: Vec<usize>,
}

fn on(id: usize) -> String {
    format!("crate::mutant::on({id})")
}

/// The operands and operators of a chain that no brackets part.
fn chain<'t>(expr: &'t Expr, operands: &mut Vec<&'t Expr>, operators: &mut Vec<&'t BinOp>) {
    match expr {
        Expr::Binary(it) => {
            chain(&it.left, operands, operators);
            operators.push(&it.op);
            chain(&it.right, operands, operators);
        }
        _ => operands.push(expr),
    }
}

impl<'a> Finder<'a> {
    fn at(&mut self, genre: &'static str, start: usize) -> Vec<&'a Mutant> {
        let found = self.mutants.get(&(genre, start)).cloned().unwrap_or_default();
        self.placed.extend(found.iter().map(|it| it.id));
        found
    }

    /// The part of the text with a mutant's change in it.
    fn changed(&self, range: &Range<usize>, mutant: &Mutant) -> String {
        let (before, after) = (&self.text[range.start..mutant.span.start], &self.text[mutant.span.end..range.end]);
        format!("{before}{}{after}", mutant.replacement)
    }

    /// Lets each mutant stand in the place of an expression.
    fn instead(&mut self, range: Range<usize>, mutants: &[&Mutant]) {
        if mutants.is_empty() {
            return;
        }
        let mut before = vec![(None, "(".to_owned())];
        for mutant in mutants {
            let text = format!("if {} {{ {} }} else ", on(mutant.id), self.changed(&range, mutant));
            before.push((Some(mutant.id), text));
        }
        before.push((None, "{ ".to_owned()));
        self.edits.push(Edit { range, rank: 2, before, after: " })".to_owned(), drop: false });
    }

    fn binary(&mut self, expr: &'a Expr) {
        let (mut operands, mut operators) = (Vec::new(), Vec::new());
        chain(expr, &mut operands, &mut operators);
        let has_let = operands.iter().any(|it| matches!(it, Expr::Let(_)));
        let mut found = Vec::new();
        for operator in operators {
            found.extend(self.at("BinaryOperator", operator.span().byte_range().start));
        }
        if !has_let {
            self.instead(expr.span().byte_range(), &found);
            operands.into_iter().for_each(|it| self.visit_expr(it));
            return;
        }
        // Every part between the `&&`s stands for itself; `||` is not allowed there at all.
        let (joins, within): (Vec<_>, Vec<_>) = found.into_iter().partition(|it| it.replacement == "||");
        self.hopeless.extend(joins.iter().map(|it| it.id));
        self.placed.retain(|id| !within.iter().any(|it| it.id == *id));
        self.parts(expr);
    }

    fn parts(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Binary(it) if matches!(it.op, BinOp::And(_)) => {
                self.parts(&it.left);
                self.parts(&it.right);
            }
            _ => self.visit_expr(expr),
        }
    }

    fn function(&mut self, signature: &Signature, block: &'a Block) {
        if let Some(token) = signature.constness {
            let range = token.span.byte_range();
            self.edits.push(Edit { range, rank: 0, before: Vec::new(), after: String::new(), drop: true });
        }
        let (Some(first), Some(last)) = (block.stmts.first(), block.stmts.last()) else { return };
        let range = first.span().byte_range().start..last.span().byte_range().end;
        let found = self.at("FnValue", range.start);
        if found.is_empty() {
            return;
        }
        let opaque = matches!(&signature.output, ReturnType::Type(_, it) if matches!(**it, Type::ImplTrait(_)));
        let mut before = Vec::new();
        if opaque {
            // One type for both: what is given back stays an iterator.
            for mutant in &found {
                let text =
                    format!("if {} {{ crate::mutant::Either::One({}) }} else {{ ", on(mutant.id), mutant.replacement);
                before.push((Some(mutant.id), text));
                before.push((None, "crate::mutant::Either::Other({ ".to_owned()));
            }
            let after = " }) }".repeat(found.len());
            self.edits.push(Edit { range, rank: 0, before, after, drop: false });
            return;
        }
        for mutant in &found {
            before.push((Some(mutant.id), format!("if {} {{ return {}; }} ", on(mutant.id), mutant.replacement)));
        }
        self.edits.push(Edit { range: range.start..range.start, rank: 0, before, after: String::new(), drop: false });
    }
}

impl<'a> Visit<'a> for Finder<'a> {
    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Binary(_) => self.binary(expr),
            Expr::Unary(it) => {
                let found = self.at("UnaryOperator", it.op.span().byte_range().start);
                self.instead(expr.span().byte_range(), &found);
                visit::visit_expr(self, expr);
            }
            _ => visit::visit_expr(self, expr),
        }
    }

    fn visit_expr_struct(&mut self, it: &'a ExprStruct) {
        let mut found = Vec::new();
        for field in &it.fields {
            found.extend(self.at("StructField", field.span().byte_range().start));
        }
        self.instead(it.span().byte_range(), &found);
        visit::visit_expr_struct(self, it);
    }

    fn visit_arm(&mut self, arm: &'a Arm) {
        let pattern = arm.pat.span().byte_range();
        let gone = self.at("MatchArm", arm.span().byte_range().start).first().map(|it| it.id);
        match &arm.guard {
            Some((_, guard)) => {
                let range = guard.span().byte_range();
                let found = self.at("MatchArmGuard", range.start);
                self.instead(range.clone(), &found);
                if let Some(id) = gone {
                    let before = vec![(Some(id), format!("!{} && (", on(id)))];
                    self.edits.push(Edit { range, rank: 1, before, after: ")".to_owned(), drop: false });
                }
            }
            None => {
                if let Some(id) = gone {
                    let before = vec![(Some(id), format!(" if !{}", on(id)))];
                    self.edits.push(Edit {
                        range: pattern.end..pattern.end,
                        rank: 0,
                        before,
                        after: String::new(),
                        drop: false,
                    });
                }
            }
        }
        visit::visit_arm(self, arm);
    }

    fn visit_item_fn(&mut self, it: &'a syn::ItemFn) {
        self.function(&it.sig, &it.block);
        visit::visit_item_fn(self, it);
    }

    fn visit_impl_item_fn(&mut self, it: &'a syn::ImplItemFn) {
        self.function(&it.sig, &it.block);
        visit::visit_impl_item_fn(self, it);
    }

    fn visit_trait_item_fn(&mut self, it: &'a syn::TraitItemFn) {
        if let Some(block) = &it.default {
            self.function(&it.sig, block);
        }
        visit::visit_trait_item_fn(self, it);
    }
}

/// Writes a file with its mutants in it.
pub(crate) fn write<'a>(text: &'a str, mutants: &[&'a Mutant]) -> Result<Written> {
    let file = syn::parse_file(text)?;
    let mut by_place: BTreeMap<(&str, usize), Vec<&Mutant>> = BTreeMap::new();
    for mutant in mutants {
        by_place.entry((&mutant.genre, mutant.span.start)).or_default().push(mutant);
    }
    let mut finder = Finder { text, mutants: by_place, edits: Vec::new(), placed: Vec::new(), hopeless: Vec::new() };
    finder.visit_file(&file);
    let Finder { mut edits, placed, hopeless, .. } = finder;
    let lost = mutants.iter().map(|it| it.id).filter(|id| !placed.contains(id)).collect();
    // What is inserted at a place comes before what starts there; of two that start together the longer is the outer.
    edits.sort_by_key(|it| (it.range.start, !it.range.is_empty(), std::cmp::Reverse(it.range.end), it.rank));
    let mut pieces = Vec::new();
    let (mut at, mut open): (usize, Vec<(usize, String)>) = (0, Vec::new());
    for edit in edits {
        while let Some((end, after)) =
            open.pop_if(|(end, _)| *end <= edit.range.start && !edit.range.is_empty() || *end < edit.range.start)
        {
            pieces.push((None, format!("{}{after}", &text[at..end])));
            at = end;
        }
        pieces.push((None, text[at..edit.range.start].to_owned()));
        at = edit.range.start;
        pieces.extend(edit.before);
        if edit.drop {
            at = edit.range.end;
        } else if !edit.range.is_empty() {
            open.push((edit.range.end, edit.after));
        }
    }
    while let Some((end, after)) = open.pop() {
        pieces.push((None, format!("{}{after}", &text[at..end])));
        at = end;
    }
    pieces.push((None, text[at..].to_owned()));
    Ok(Written { pieces, lost, hopeless })
}
