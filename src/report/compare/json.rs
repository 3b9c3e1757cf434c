//! The comparison as JSON: `lacuna/compare/v1`, documented in `docs/compare-format.md`.

use super::{Compared, wire};

/// Writes the comparison.
///
/// # Errors
///
/// None that a comparison can cause; that of the serialiser, in words.
pub(super) fn write(compared: &Compared<'_>) -> Result<String, String> {
    let mut text = serde_json::to_string_pretty(&wire::compared(compared)).map_err(|error| error.to_string())?;
    text.push('\n');
    Ok(text)
}
