//! Digests of texts: SHA-256, for fingerprints and for the policy of a page.

use sha2::{Digest, Sha256};

/// The SHA-256 of a text, as 32 bytes.
pub fn sha256(text: &str) -> [u8; 32] {
    Sha256::digest(text.as_bytes()).into()
}
