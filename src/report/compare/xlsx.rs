//! A workbook: a sheet for each checklist, then what stands under the tables, the grounds, the sources, and what it all is.
//!
//! Every text is written as text, so that none is taken for a formula. Colours go with words and never stand alone. The
//! bytes depend on the comparison only: the workbook bears no time of its making.

mod sheets;

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Note, Workbook, XlsxError,
};

use super::{Compared, cell};
use crate::compare::{By, Comparison};
use crate::finding::Verdict;
use crate::report::escape::SheetText;

/// The most rows and the widest column of a comment, in points.
const NOTE_WIDTH: u32 = 420;
const NOTE_HEIGHT: u32 = 240;

/// Writes the comparison.
///
/// # Errors
///
/// In words, where the comparison goes beyond what a workbook can hold.
pub(super) fn write(compared: &Compared<'_>) -> Result<Vec<u8>, String> {
    build(compared).map_err(|error| format!("the workbook cannot be made: {error}"))
}

fn build(compared: &Compared<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // A workbook must have a day of making; ours depends on its content only, so it is a fixed one.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let mut names = Names::default();
    for table in &compared.tables {
        matrix(&mut workbook, &mut names, compared, table)?;
    }
    sheets::lists(&mut workbook, &mut names, compared)?;
    sheets::grounds(&mut workbook, &mut names, compared)?;
    sheets::sources(&mut workbook, &mut names, compared)?;
    sheets::about(&mut workbook, &mut names, compared)?;
    workbook.save_to_buffer()
}

/// The names of the sheets: at most 31 characters, and each once, whatever the case.
#[derive(Default)]
struct Names(Vec<String>);

impl Names {
    fn take(&mut self, wanted: &str) -> String {
        let plain: String = wanted.chars().filter(|c| !"[]:*?/\\'".contains(*c)).collect();
        let mut name: String = plain.chars().take(31).collect();
        let mut number = 2;
        while self.0.contains(&name.to_lowercase()) {
            name = format!("{} {number}", plain.chars().take(27).collect::<String>());
            number += 1;
        }
        self.0.push(name.to_lowercase());
        name
    }
}

/// The head of every sheet.
fn head() -> Format {
    Format::new()
        .set_bold()
        .set_text_wrap()
        .set_background_color(Color::RGB(0x00DD_E3EA))
        .set_border(FormatBorder::Thin)
}

/// Text that may take several lines.
fn body() -> Format {
    Format::new().set_text_wrap().set_align(FormatAlign::Top)
}

/// The colour that goes with a verdict: light, so that the words on it stay readable, and told apart without red and green.
fn colour(verdict: Verdict) -> Color {
    Color::RGB(match verdict {
        Verdict::Met => 0x00C7_E3F4,
        Verdict::Partial => 0x00FF_F0BF,
        Verdict::Conflict => 0x00E3_D2EE,
        Verdict::Gap => 0x00F9_CDB8,
        Verdict::Unknown => 0x00EE_EEEE,
        Verdict::NotApplicable => 0x00FF_FFFF,
    })
}

/// The sheet of a checklist.
fn matrix(
    workbook: &mut Workbook,
    names: &mut Names,
    compared: &Compared<'_>,
    table: &Comparison<'_>,
) -> Result<(), XlsxError> {
    let sheet = workbook.add_worksheet();
    sheet.set_name(names.take(&table.checklist.id.value))?;
    let asked = match compared.by {
        By::Items => "Item",
        By::Elements => "Element",
    };
    let (head, body) = (head(), body());
    let titles = ["Section", asked, "What is asked"].map(str::to_owned).into_iter().chain(compared.headings());
    for (column, title) in (0u16..).zip(titles) {
        sheet.write_string_with_format(0, column, SheetText(&title).to_string(), &head)?;
        sheet.set_column_width(column, [24.0, 30.0, 44.0].get(usize::from(column)).copied().unwrap_or(22.0))?;
    }
    let rows = table.rows(compared.by);
    for (number, row) in (1u32..).zip(&rows) {
        let place = &row.place;
        for (column, words) in (0u16..).zip([&*place.section.title, &place.address(), place.title()]) {
            sheet.write_string_with_format(number, column, SheetText(words).to_string(), &body)?;
        }
        for (column, cell) in (3u16..).zip(&row.cells) {
            let format = body.clone().set_background_color(colour(cell.verdict())).set_border(FormatBorder::Hair);
            sheet.write_string_with_format(number, column, SheetText(&cell::words(cell)).to_string(), &format)?;
            let lines = cell::notes(cell);
            if lines.len() > 1 {
                let words = SheetText(&lines.join("\n")).to_string();
                let note = Note::new(words).add_author_prefix(false).set_width(NOTE_WIDTH).set_height(NOTE_HEIGHT);
                sheet.insert_note(number, column, &note)?;
            }
        }
    }
    finish(sheet, rows.len(), 3 + compared.countries.len(), 3)
}

/// Freezes the heading, and the first columns that name a row; puts filters on every column.
fn finish(sheet: &mut rust_xlsxwriter::Worksheet, rows: usize, columns: usize, frozen: u16) -> Result<(), XlsxError> {
    sheet.set_freeze_panes(1, frozen)?;
    let last_row = u32::try_from(rows).unwrap_or(u32::MAX);
    let last_column = u16::try_from(columns.saturating_sub(1)).unwrap_or(u16::MAX);
    sheet.autofilter(0, 0, last_row, last_column)?;
    sheet.set_landscape();
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    Ok(())
}
