//! Each page as it is drawn: characters with their places, and the straight lines that may rule a table.

use super::radicals::common;
use crate::error::IngestError;
use crate::limits::Limits;
use hayro_interpret::font::{Glyph as Shape, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Array, Dict, Rect as Area, String as Words};
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::kurbo::{Affine, BezPath, PathEl, Point, Rect, Shape as _};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, RectExt, RenderContent, SoftMask, TransformExt, interpret_page,
};
use std::sync::Arc;

/// A font of one empty glyph without width: characters and widths come from the file and its encodings, shapes are not
/// looked at.
const BLANK: &[u8] = include_bytes!("blank.ttf");

/// A character on the page; x to the right, y downwards, in points.
#[derive(Debug, Clone)]
pub(super) struct Glyph {
    pub text: String,
    pub x: f64,
    /// The base line.
    pub y: f64,
    pub width: f64,
    /// Height of the font.
    pub size: f64,
    /// Where the words lead, as an index into [`Drawn::links`].
    pub link: Option<usize>,
}

/// A rule, across or down.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rule {
    /// Its place across its direction.
    pub at: f64,
    pub from: f64,
    pub to: f64,
}

/// All that is drawn on a page and matters.
#[derive(Debug, Default)]
pub(super) struct Drawn {
    pub number: u32,
    pub height: f64,
    pub glyphs: Vec<Glyph>,
    /// Characters whose meaning the file does not tell.
    pub unknown: usize,
    pub across: Vec<Rule>,
    pub down: Vec<Rule>,
    /// Areas that lead somewhere, and where.
    pub links: Vec<(Rect, String)>,
}

/// Thickest line, in points, that may be a rule and not an area.
const THICK: f64 = 3.0;
/// Most rules of a page; drawings have more, tables do not.
const RULES: usize = 5000;
/// Most links of a page.
const LINKS: usize = 500;
/// Most characters of a page.
const GLYPHS: usize = 200_000;

/// Interprets all pages.
pub(super) fn pages(pdf: &Pdf, limits: &Limits) -> Result<Vec<Drawn>, IngestError> {
    let cache = InterpreterCache::new();
    let settings = InterpreterSettings {
        render_content: RenderContent::PAGE,
        // Text in a font that the file does not hold would vanish without one to take its place.
        font_resolver: Arc::new(|_| Some((Arc::new(BLANK), 0))),
        ..InterpreterSettings::default()
    };
    let mut list = Vec::new();
    let mut bytes = 0;
    for (index, page) in pdf.pages().iter().enumerate() {
        let (width, height) = page.render_dimensions();
        let whole = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let upright = page.initial_transform(true).to_kurbo();
        let mut context = Context::new(upright, whole, &cache, pdf.xref(), settings.clone());
        let links = links(page, upright);
        let drawn = Drawn { number: index as u32 + 1, height: f64::from(height), links, ..Drawn::default() };
        let mut pen = Pen { drawn, whole };
        interpret_page(page, &mut context, &mut pen);
        bytes += pen.drawn.glyphs.iter().map(|glyph| glyph.text.len()).sum::<usize>() as u64;
        if bytes > limits.text {
            return Err(IngestError::TooLarge { what: "text", limit: limits.text });
        }
        list.push(pen.drawn);
    }
    Ok(list)
}

/// Areas of a page that lead to an address; links inside the file are no links of the text.
fn links(page: &Page<'_>, upright: Affine) -> Vec<(Rect, String)> {
    let Some(list) = page.raw().get::<Array<'_>>(&b"Annots"[..]) else { return Vec::new() };
    list.iter::<Dict<'_>>()
        .take(LINKS)
        .filter_map(|annotation| {
            let area = annotation.get::<Area>(&b"Rect"[..])?.to_kurbo();
            let action = annotation.get::<Dict<'_>>(&b"A"[..])?;
            let url = action.get::<Words<'_>>(&b"URI"[..])?;
            let url = String::from_utf8_lossy(url.as_bytes()).into_owned();
            url.contains("://").then(|| (upright.transform_rect_bbox(area), url))
        })
        .collect()
}

/// Takes note of what is drawn.
struct Pen {
    drawn: Drawn,
    whole: Rect,
}

impl Pen {
    fn glyph(&mut self, shape: &Shape<'_>, place: Affine) {
        if self.drawn.glyphs.len() >= GLYPHS {
            return;
        }
        let origin = place * Point::ZERO;
        if !origin.is_finite() || !self.whole.inflate(2.0, 2.0).contains(origin) {
            return;
        }
        // The em of outline fonts is 1000 units.
        let up = place * Point::new(0.0, 1000.0) - origin;
        let advance = match shape {
            Shape::Outline(outline) => outline.advance_width(),
            Shape::Type3(own) => own.advance_width(),
        };
        let right = place * Point::new(f64::from(advance.unwrap_or(1000.0)), 0.0) - origin;
        // Only text that runs to the right is read.
        if right.x <= 0.0 && right.y.abs() > right.x.abs() {
            return;
        }
        let text = match shape.as_unicode() {
            Some(BfString::Char(c)) if !is_private(c) => common(c).to_string(),
            Some(BfString::String(words)) if !words.chars().any(is_private) => {
                words.chars().map(common).collect()
            }
            _ => {
                self.drawn.unknown += 1;
                '\u{fffd}'.to_string()
            }
        };
        let size = up.hypot();
        let middle = origin + right / 2.0 + up * 0.3;
        let link = self.drawn.links.iter().position(|(area, _)| area.contains(middle));
        self.drawn.glyphs.push(Glyph { text, x: origin.x, y: origin.y, width: right.hypot(), size, link });
    }

    fn rule(&mut self, bounds: Rect) {
        let list = if bounds.height() <= THICK && bounds.width() > THICK {
            &mut self.drawn.across
        } else if bounds.width() <= THICK && bounds.height() > THICK {
            &mut self.drawn.down
        } else {
            return;
        };
        if list.len() < RULES {
            list.push(if bounds.width() > bounds.height() {
                Rule { at: bounds.center().y, from: bounds.x0, to: bounds.x1 }
            } else {
                Rule { at: bounds.center().x, from: bounds.y0, to: bounds.y1 }
            });
        }
    }

    /// The straight parts of a stroked path; a filled one as a whole.
    fn path(&mut self, path: &BezPath, place: Affine, mode: &DrawMode) {
        if let DrawMode::Fill(_) = mode {
            if path.elements().len() <= 8 {
                self.rule(place.transform_rect_bbox(path.bounding_box()));
            }
            return;
        }
        let (mut start, mut last) = (Point::ZERO, Point::ZERO);
        for element in path.elements().iter().take(RULES) {
            match *element {
                PathEl::MoveTo(to) => (start, last) = (to, to),
                PathEl::LineTo(to) => {
                    self.rule(place.transform_rect_bbox(Rect::from_points(last, to)));
                    last = to;
                }
                PathEl::QuadTo(_, to) | PathEl::CurveTo(_, _, to) => last = to,
                PathEl::ClosePath => {
                    self.rule(place.transform_rect_bbox(Rect::from_points(last, start)));
                    last = start;
                }
            }
        }
    }
}

/// Characters that mean nothing outside their font.
const fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'.. | '\u{fffd}' | '\0')
}

impl<'a> Device<'a> for Pen {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        for glyph in run.glyphs() {
            self.glyph(glyph, props.transform * glyph.transform());
        }
    }

    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        self.path(path, props.transform, mode);
    }

    fn draw_rect(&mut self, rect: &Rect, props: DrawProps<'a>, mode: &DrawMode) {
        self.path(&rect.to_path(0.1), props.transform, mode);
    }

    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
