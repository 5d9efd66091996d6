//! Word files of a report: automatic numbering wherever Word's own labels are those printed.

use super::{Cell, Rows};
use docx_rs::{
    AbstractNumbering, Docx, Hyperlink, HyperlinkType, IndentLevel, Level, LevelJc, LevelText, NumberFormat,
    Numbering, NumberingId, Paragraph, Run, Start, Style, StyleType, Table, TableCell, TableRow, VMergeType,
};
use std::io::Cursor;

/// Format of the numbers and what stands round them.
const LEVELS: [(&str, &str); 3] =
    [("chineseCountingThousand", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3.")];

/// What Word would print, counted along.
#[derive(Default)]
struct Counters([usize; 3]);

const CHINESE: [&str; 20] = [
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五",
    "十六", "十七", "十八", "十九", "二十",
];

impl Counters {
    /// The level and the rest of a line whose label is the one that Word would print next.
    fn take<'l>(&mut self, line: &'l str) -> Option<(usize, &'l str)> {
        for level in 0..3 {
            let next = self.0[level] + 1;
            let number = if level < 2 { (*CHINESE.get(next - 1)?).to_owned() } else { next.to_string() };
            let label = LEVELS[level].1.replace(&format!("%{}", level + 1), &number);
            if let Some(rest) =
                line.strip_prefix(&label).filter(|rest| !rest.starts_with(char::is_whitespace))
            {
                self.0[level] = next;
                self.0[level + 1..].fill(0);
                return Some((level, rest));
            }
        }
        None
    }
}

fn numbered(docx: Docx) -> Docx {
    let mut pattern = AbstractNumbering::new(7);
    for (i, (format, text)) in LEVELS.iter().enumerate() {
        let level = Level::new(
            i,
            Start::new(1),
            NumberFormat::new(*format),
            LevelText::new(*text),
            LevelJc::new("left"),
        );
        pattern = pattern.add_level(level);
    }
    docx.add_abstract_numbering(pattern).add_numbering(Numbering::new(7, 7))
}

/// The words in several runs, as Word keeps them.
fn paragraph(words: &str) -> Paragraph {
    let chars: Vec<char> = words.chars().collect();
    chars
        .chunks(9)
        .fold(Paragraph::new(), |p, piece| p.add_run(Run::new().add_text(piece.iter().collect::<String>())))
}

fn finish(docx: Docx) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    docx.build().pack(&mut out).unwrap();
    out.into_inner()
}

/// A file with a paragraph a line. The second value is the number of labels left to Word.
pub fn report(lines: &[&str]) -> (Vec<u8>, usize) {
    let mut counters = Counters::default();
    let mut automatic = 0;
    let mut docx =
        numbered(Docx::new().add_style(Style::new("biaoti1", StyleType::Paragraph).name("heading 1")));
    for line in lines {
        docx = docx.add_paragraph(match counters.take(line) {
            Some((level, rest)) => {
                automatic += 1;
                paragraph(rest).numbering(NumberingId::new(7), IndentLevel::new(level))
            }
            None => paragraph(line),
        });
    }
    (finish(docx), automatic)
}

/// The head, the body's lines, a heading and a table.
pub fn with_table(title: &str, rows: &Rows) -> Vec<u8> {
    let mut docx = Docx::new().add_paragraph(paragraph(super::HEAD));
    for line in super::BODY {
        docx = docx.add_paragraph(paragraph(line));
    }
    docx = docx.add_paragraph(paragraph(title)).add_table(table(rows));
    finish(docx.add_paragraph(paragraph("清远湖学院")).add_paragraph(paragraph("2022年10月28日")))
}

/// Word tells merged cells row by row: those below go on with the one above.
fn table(rows: &Rows) -> Table {
    let mut open: Vec<usize> = Vec::new();
    let mut list = Vec::new();
    for row in rows {
        let mut cells = Vec::new();
        let mut given = row.iter();
        let mut column = 0;
        loop {
            if open.len() <= column {
                open.resize(column + 1, 0);
            }
            if open[column] > 0 {
                open[column] -= 1;
                cells.push(
                    TableCell::new().vertical_merge(VMergeType::Continue).add_paragraph(Paragraph::new()),
                );
            } else {
                let Some(cell) = given.next() else { break };
                open[column] = cell.rows - 1;
                cells.push(built(cell));
            }
            column += 1;
        }
        list.push(TableRow::new(cells));
    }
    Table::new(list)
}

fn built(cell: &Cell) -> TableCell {
    let run = Run::new().add_text(&*cell.text);
    let paragraph = match &cell.url {
        Some(url) => {
            Paragraph::new().add_hyperlink(Hyperlink::new(url, HyperlinkType::External).add_run(run))
        }
        None => Paragraph::new().add_run(run),
    };
    let built = TableCell::new().add_paragraph(paragraph);
    if cell.rows > 1 { built.vertical_merge(VMergeType::Restart) } else { built }
}
