//! Calendar dates: a day, and a date that may be known to the month or the year only.

use std::fmt;

use jiff::civil;

/// One day of the calendar.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Day(civil::Date);

impl Day {
    /// The day written as `2009-08-31`; nothing else is a day.
    pub fn parse(text: &str) -> Option<Self> {
        match Date::parse(text)? {
            Date { day, precision: Precision::Day } => Some(day),
            _ => None,
        }
    }

    /// The day with this number of year, month (from 1) and day of the month (from 1), if the calendar has it.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        civil::Date::new(year, month, day).ok().map(Self)
    }

    /// The day that is so many days after 1970-01-01.
    pub fn from_unix_days(days: i32) -> Option<Self> {
        let span = jiff::Span::new().try_days(days).ok()?;
        civil::Date::new(1970, 1, 1).ok()?.checked_add(span).ok().map(Self)
    }

    /// The year the day is in.
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// Days from this day to `later`; negative if that one comes first.
    pub fn days_until(self, later: Self) -> i32 {
        self.0.until(later.0).map_or(0, |span| span.get_days())
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0.year(), self.0.month(), self.0.day())
    }
}

/// How exactly a date is known.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Precision {
    /// To the day.
    Day,
    /// To the month.
    Month,
    /// To the year.
    Year,
}

/// A date as a record gives it: a day, a month or a year.
///
/// A coarse date counts from the last day of its period, the latest day on which it can have happened.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Date {
    /// The day itself, or the last day of the month or year.
    pub day: Day,
    /// How exactly it is known.
    pub precision: Precision,
}

impl Date {
    /// Reads `2009`, `2009-08` or `2009-08-31`. Years run from 1000 to 9999.
    pub fn parse(text: &str) -> Option<Self> {
        let number = |part: &str, length: usize| -> Option<i16> {
            (part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit())).then(|| part.parse().ok())?
        };
        let mut parts = text.splitn(3, '-');
        let year = number(parts.next()?, 4).filter(|year| *year >= 1000)?;
        let Some(month) = parts.next() else { return Self::ending(year, 12, Precision::Year) };
        let month = i8::try_from(number(month, 2)?).ok()?;
        let Some(day) = parts.next() else { return Self::ending(year, month, Precision::Month) };
        let day = Day::new(year, month, i8::try_from(number(day, 2)?).ok()?)?;
        Some(Self { day, precision: Precision::Day })
    }

    /// Whether only the month or the year is known.
    pub fn is_coarse(self) -> bool {
        self.precision != Precision::Day
    }

    fn ending(year: i16, month: i8, precision: Precision) -> Option<Self> {
        let first = civil::Date::new(year, month, 1).ok()?;
        Some(Self { day: Day(first.last_of_month()), precision })
    }
}

impl From<Day> for Date {
    fn from(day: Day) -> Self {
        Self { day, precision: Precision::Day }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let date = self.day.0;
        match self.precision {
            Precision::Day => write!(f, "{}", self.day),
            Precision::Month => write!(f, "{:04}-{:02}", date.year(), date.month()),
            Precision::Year => write!(f, "{:04}", date.year()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_coarse_date_counts_from_the_last_day_of_its_period() {
        assert_eq!(Date::parse("2008").unwrap().day, Day::new(2008, 12, 31).unwrap());
        assert_eq!(Date::parse("2008-02").unwrap().day, Day::new(2008, 2, 29).unwrap());
        assert_eq!(Date::parse("2008-02-05").unwrap().day, Day::new(2008, 2, 5).unwrap());
    }

    #[test]
    fn what_is_not_a_date_is_refused() {
        for text in ["", "08", "2008-13", "2008-2", "2009-02-29", "2008-02-05-01", "20080205", "0008", "2008-", "+208"]
        {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_date_prints_as_it_was_written() {
        for text in ["2008", "2008-05", "2008-05-01"] {
            assert_eq!(Date::parse(text).unwrap().to_string(), text);
        }
    }
}
