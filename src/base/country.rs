//! Country codes: ISO 3166-1 alpha-3, and XAA to XZZ for invented countries.

use std::fmt;

/// A country by its three letters.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Country([u8; 3]);

impl Country {
    /// The country with this code in capitals, if the standard assigns it or leaves it free for private use
    /// (ISO 3166-1, user-assigned elements: XAA to XZZ).
    pub fn parse(code: &str) -> Option<Self> {
        let letters: [u8; 3] = code.as_bytes().try_into().ok()?;
        if !letters.iter().all(u8::is_ascii_uppercase) {
            return None;
        }
        (letters.starts_with(b"X") || celes::Country::from_alpha3(code).is_ok()).then_some(Self(letters))
    }

    /// The country whose code or common name this is, whatever the case; for people who type a name.
    pub fn find(name: &str) -> Option<Self> {
        let name = name.trim();
        Self::parse(&name.to_uppercase()).or_else(|| {
            let plain = |text: &str| text.to_lowercase().replace([' ', '-', '\''], "");
            let wanted = plain(name);
            let names = |country: &celes::Country| {
                let aliases = celes::LookupTable::iter(&country.aliases).any(|alias| plain(alias) == wanted);
                aliases || plain(country.long_name) == wanted || plain(country.alpha2) == wanted
            };
            celes::Country::get_countries()
                .iter()
                .find(|country| names(country))
                .and_then(|country| Self::parse(country.alpha3))
        })
    }

    /// The name of the country in the standard; the code itself for an invented one.
    pub fn name(&self) -> String {
        celes::Country::from_alpha3(self.code())
            .map_or_else(|_| self.code().to_owned(), |found| found.long_name.to_owned())
    }

    /// The three letters.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("")
    }

    /// Every code the standard assigns, in alphabetical order.
    pub fn all() -> Vec<Self> {
        let mut all: Vec<Self> =
            celes::Country::get_countries().iter().filter_map(|country| Self::parse(country.alpha3)).collect();
        all.sort_unstable();
        all
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::Country;

    #[test]
    fn codes_of_the_standard_and_invented_ones_are_known() {
        for code in ["VNM", "LAO", "XAA", "XZZ"] {
            assert_eq!(Country::parse(code).map(|country| country.to_string()).as_deref(), Some(code));
        }
        for code in ["VN", "vnm", "VMN", "ÄÖ", "QQQ", ""] {
            assert_eq!(Country::parse(code), None, "{code}");
        }
        assert!(Country::all().len() > 240);
    }

    #[test]
    fn a_country_is_found_by_name_or_code() {
        for name in ["viet nam", "Vietnam", "VNM", "vn"] {
            assert_eq!(Country::find(name), Country::parse("VNM"), "{name}");
        }
        assert_eq!(Country::find("Atlantis"), None);
    }
}
