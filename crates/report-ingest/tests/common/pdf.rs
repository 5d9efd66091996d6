//! PDFs of a report, set as a word processor sets them: indented paragraphs, broken lines, running headers, page numbers.

use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Content, Finish, Name, Pdf, Rect, Ref, Str};
use std::collections::BTreeMap;

/// How the font is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Font {
    /// Embedded, characters told by a table (ToUnicode).
    Embedded,
    /// Embedded, but nothing tells which characters its shapes are.
    Silent,
    /// Named only, with a code of the national standard: the reader must know it.
    Named,
}

const SIZE: f32 = 14.0;
const LEFT: f32 = 80.0;
const RIGHT: f32 = 515.0;
const TOP: f32 = 750.0;
const BOTTOM: f32 = 90.0;
const PITCH: f32 = 26.0;

fn width(c: char) -> f32 {
    if c.is_ascii() { 0.5 } else { 1.0 }
}

/// A line at a place.
struct Line {
    x: f32,
    y: f32,
    text: String,
}

/// Breaks lines as programs do: words and numbers stay whole, closing signs never open a line.
fn broken(text: &str, indent: f32) -> Vec<(f32, String)> {
    let chars: Vec<char> = text.chars().collect();
    let mut units: Vec<String> = Vec::new();
    for (i, &c) in chars.iter().enumerate() {
        let glued = i > 0
            && (c.is_ascii_graphic() && chars[i - 1].is_ascii_graphic()
                || "，。、；：）》”！？%〕".contains(c)
                || "（《“〔".contains(chars[i - 1]));
        match units.last_mut().filter(|_| glued) {
            Some(unit) => unit.push(c),
            None => units.push(c.to_string()),
        }
    }
    let mut lines = vec![(LEFT + indent, String::new())];
    let mut x = LEFT + indent;
    for unit in units {
        let wide = unit.chars().map(width).sum::<f32>() * SIZE;
        if x + wide > RIGHT && !lines.last().unwrap().1.is_empty() {
            lines.push((LEFT, String::new()));
            x = LEFT;
        }
        lines.last_mut().unwrap().1.push_str(&unit);
        x += wide;
    }
    lines
}

/// The report's lines on pages.
fn set(paragraphs: &[&str], header: &str) -> Vec<Vec<Line>> {
    let mut pages: Vec<Vec<Line>> = Vec::new();
    let mut y = 0.0;
    for (i, paragraph) in paragraphs.iter().enumerate() {
        let wide = paragraph.chars().map(width).sum::<f32>() * SIZE;
        let title = i == 0 && wide < RIGHT - LEFT;
        let lines = if title {
            vec![(LEFT + (RIGHT - LEFT - wide) / 2.0, (*paragraph).to_owned())]
        } else {
            broken(paragraph, 2.0 * SIZE)
        };
        for (x, text) in lines {
            if pages.is_empty() || y < BOTTOM {
                let number = format!("- {} -", pages.len() + 1);
                let header = Line { x: LEFT, y: 800.0, text: header.to_owned() };
                pages.push(vec![header, Line { x: 285.0, y: 50.0, text: number }]);
                y = TOP;
            }
            pages.last_mut().unwrap().push(Line { x, y, text });
            y -= PITCH;
        }
    }
    pages
}

/// A page with a ruled table below a line of text; a row whose first cell is empty goes on with the cell above.
pub fn table(title: &str, rows: &[&[&str]]) -> Vec<u8> {
    let columns = rows.iter().map(|row| row.len()).max().unwrap_or(1);
    let (wide, high) = ((RIGHT - LEFT) / columns as f32, 30.0);
    let mut lines = vec![Line { x: LEFT, y: TOP, text: title.to_owned() }];
    let top = TOP - 20.0;
    let mut rules: Vec<[f32; 4]> = vec![[LEFT, top, RIGHT, top]];
    for (i, row) in rows.iter().enumerate() {
        let bottom = top - high * (i + 1) as f32;
        let merged = rows.get(i + 1).is_some_and(|next| next[0].is_empty());
        rules.push([if merged { LEFT + wide } else { LEFT }, bottom, RIGHT, bottom]);
        for (k, text) in row.iter().enumerate() {
            lines.push(Line { x: LEFT + wide * k as f32 + 4.0, y: bottom + 10.0, text: (*text).to_owned() });
        }
        for k in 0..=columns {
            let x = LEFT + wide * k as f32;
            rules.push([x, bottom + high, x, bottom]);
        }
    }
    write(&[lines], &rules, Font::Embedded)
}

/// A file of the report.
pub fn report(paragraphs: &[&str], font: Font) -> Vec<u8> {
    write(&set(paragraphs, "信息公开年报（内部排版）"), &[], font)
}

fn write(pages: &[Vec<Line>], rules: &[[f32; 4]], font: Font) -> Vec<u8> {
    let mut glyphs: BTreeMap<char, u16> = BTreeMap::new();
    for c in pages.iter().flatten().flat_map(|line| line.text.chars()) {
        let next = glyphs.len() as u16 + 1;
        glyphs.entry(c).or_insert(next);
    }
    let mut pdf = Pdf::new();
    let refs = |i: usize| Ref::new(i as i32);
    pdf.catalog(refs(1)).pages(refs(2));
    let kids: Vec<Ref> = (0..pages.len()).map(|i| refs(20 + 2 * i)).collect();
    pdf.pages(refs(2)).kids(kids.iter().copied()).count(pages.len() as i32);
    write_font(&mut pdf, font, &glyphs);
    for (i, lines) in pages.iter().enumerate() {
        let mut content = Content::new();
        for line in lines {
            let bytes: Vec<u8> = line
                .text
                .chars()
                .flat_map(|c| match font {
                    Font::Embedded | Font::Silent => glyphs[&c].to_be_bytes(),
                    Font::Named => (c as u16).to_be_bytes(),
                })
                .collect();
            content
                .begin_text()
                .set_font(Name(b"F1"), SIZE)
                .next_line(line.x, line.y)
                .show(Str(&bytes))
                .end_text();
        }
        for &[x, y, to_x, to_y] in rules {
            content.move_to(x, y).line_to(to_x, to_y).stroke();
        }
        pdf.stream(refs(21 + 2 * i), &content.finish());
        let mut page = pdf.page(refs(20 + 2 * i));
        page.media_box(Rect::new(0.0, 0.0, 595.0, 842.0)).parent(refs(2)).contents(refs(21 + 2 * i));
        page.resources().fonts().pair(Name(b"F1"), refs(3));
        page.finish();
    }
    pdf.finish()
}

fn write_font(pdf: &mut Pdf, font: Font, glyphs: &BTreeMap<char, u16>) {
    let [type0, cid, descriptor, file, unicode] = [3, 4, 5, 6, 7].map(Ref::new);
    let name = if font != Font::Named { Name(b"ABCDEF+Fangkuai") } else { Name(b"STSong-Light") };
    let mut dictionary = pdf.type0_font(type0);
    dictionary.base_font(name).descendant_font(cid);
    match font {
        Font::Embedded => dictionary.encoding_predefined(Name(b"Identity-H")).to_unicode(unicode),
        Font::Silent => dictionary.encoding_predefined(Name(b"Identity-H")),
        Font::Named => dictionary.encoding_predefined(Name(b"UniGB-UCS2-H")),
    };
    dictionary.finish();
    let ordering = if font != Font::Named { "Identity" } else { "GB1" };
    let (registry, supplement) = if font != Font::Named { ("Adobe", 0) } else { ("Adobe", 4) };
    let system =
        SystemInfo { registry: Str(registry.as_bytes()), ordering: Str(ordering.as_bytes()), supplement };
    let mut dictionary = pdf.cid_font(cid);
    let subtype = if font != Font::Named { CidFontType::Type2 } else { CidFontType::Type0 };
    dictionary
        .subtype(subtype)
        .base_font(name)
        .system_info(system)
        .font_descriptor(descriptor)
        .default_width(1000.0);
    if font != Font::Named {
        dictionary.cid_to_gid_map_predefined(Name(b"Identity"));
        let mut widths = dictionary.widths();
        for (c, glyph) in glyphs {
            widths.same(*glyph, *glyph, width(*c) * 1000.0);
        }
    } else {
        // Codes 1 to 95 of the collection are the ASCII characters.
        dictionary.widths().same(1, 95, 500.0);
    }
    dictionary.finish();
    let mut dictionary = pdf.font_descriptor(descriptor);
    dictionary.name(name).flags(FontFlags::SYMBOLIC).bbox(Rect::new(0.0, -200.0, 1000.0, 800.0));
    dictionary.italic_angle(0.0).ascent(800.0).descent(-200.0).cap_height(700.0).stem_v(80.0);
    if font != Font::Named {
        dictionary.font_file2(file);
    }
    dictionary.finish();
    if font != Font::Named {
        pdf.stream(file, &boxes(glyphs.len() as u16 + 1));
        let mut map = UnicodeCmap::new(Name(b"Own"), system);
        for (c, glyph) in glyphs {
            map.pair(*glyph, *c);
        }
        pdf.cmap(unicode, &map.finish());
    }
}

/// A TrueType font whose characters are all boxes: what they mean stands in the file's table.
fn boxes(count: u16) -> Vec<u8> {
    let be = |values: &[i16]| -> Vec<u8> { values.iter().flat_map(|v| v.to_be_bytes()).collect() };
    // One contour of four points on the curve, all coordinates as two bytes.
    let mut glyph = be(&[1, 0, 0, 800, 800, 3, 0]);
    glyph.extend([1, 1, 1, 1]);
    glyph.extend(be(&[0, 0, 800, 0, 0, 800, 0, -800]));
    let mut loca: Vec<u8> = Vec::new();
    let mut glyf: Vec<u8> = Vec::new();
    for _ in 0..count {
        loca.extend((glyf.len() as u32).to_be_bytes());
        glyf.extend(&glyph);
    }
    loca.extend((glyf.len() as u32).to_be_bytes());
    let mut head = vec![0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0x5F, 0x0F, 0x3C, 0xF5, 0, 0, 0x03, 0xE8];
    head.extend([0; 16]);
    head.extend(be(&[0, 0, 800, 800, 0, 8, 2, 1, 0]));
    let mut hhea = vec![0, 1, 0, 0];
    hhea.extend(be(&[800, -200, 0, 1000, 0, 0, 1000, 1, 0, 0, 0, 0, 0, 0, 0]));
    hhea.extend(count.to_be_bytes());
    let mut maxp = vec![0, 1, 0, 0];
    maxp.extend(count.to_be_bytes());
    maxp.extend(be(&[4, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0]));
    let hmtx: Vec<u8> = (0..count).flat_map(|_| be(&[1000, 0])).collect();
    let tables: [(&[u8; 4], Vec<u8>); 6] = [
        (b"glyf", glyf),
        (b"head", head),
        (b"hhea", hhea),
        (b"hmtx", hmtx),
        (b"loca", loca),
        (b"maxp", maxp),
    ];
    let mut font = vec![0, 1, 0, 0, 0, 6, 0, 64, 0, 2, 0, 32];
    let mut at = 12 + 16 * tables.len();
    let mut body = Vec::new();
    for (tag, table) in &tables {
        font.extend(*tag);
        font.extend([0; 4]);
        font.extend((at as u32).to_be_bytes());
        font.extend((table.len() as u32).to_be_bytes());
        body.extend(table);
        body.resize(body.len().next_multiple_of(4), 0);
        at = 12 + 16 * tables.len() + body.len();
    }
    font.extend(body);
    font
}
