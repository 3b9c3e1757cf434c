//! The standards that the binary carries: the vocabulary and the two annexes, as they stand in `checklists/`.

/// A file of the project, carried in the binary.
#[derive(Clone, Copy, Debug)]
pub struct Embedded {
    /// Its name as diagnostics cite it.
    pub name: &'static str,
    /// Its text.
    pub text: &'static str,
}

/// The vocabulary that records and checklists share.
pub const VOCABULARY: Embedded =
    Embedded { name: "checklists/vocabulary.yaml", text: include_str!("../checklists/vocabulary.yaml") };

/// The checklists, each with the id by which `--checklist` names it, in the order of reports.
pub const CHECKLISTS: &[(&str, Embedded)] = &[
    ("annex-d", Embedded { name: "checklists/annex-d.yaml", text: include_str!("../checklists/annex-d.yaml") }),
    ("annex-b", Embedded { name: "checklists/annex-b.yaml", text: include_str!("../checklists/annex-b.yaml") }),
];
