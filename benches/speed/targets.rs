//! x
pub(crate) fn all(_: &dyn Fn(&str) -> bool) {}
