//! The command `lacuna`; everything is in the library.

fn main() {}
