use super::{SectionPair, SectionSide, Share, Tally, ValueChange};
use report_model::{Coverage, OffsetEncoding, Reencoding, Span, Text};
use serde::{Deserialize, Serialize};

/// Two reports beside each other. Nothing here is judged: what differs is shown, with its places in both texts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// `report-model-comparison/1`.
    pub schema: String,
    /// Unit of all spans.
    pub unit: OffsetEncoding,
    /// The left report, usually the earlier one.
    pub left: Document,
    /// The right report.
    pub right: Document,
    /// All parts: those of the right report in its order, a part gone behind the one that it followed.
    pub sections: Vec<SectionPair>,
    /// Values that differ: head, counts, quantities, lists; each by its place in the text.
    pub values: Vec<ValueChange>,
    /// How many values came out how.
    pub tally: Tally,
    /// Text carried over word for word, in the order of the right report.
    pub carried: Vec<CarriedSpan>,
}

/// One of both reports.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// Label or path as given.
    pub source: Option<String>,
    /// The title line.
    pub title: Option<Text>,
    /// Who reports.
    pub institution: Option<Text>,
    /// The year it says it is for.
    pub coverage: Option<Coverage>,
    /// How much of its text the other report has word for word: all of it, from title to signature.
    pub share: Share,
}

/// Words that both reports have. Blanks and line breaks between them may differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CarriedSpan {
    /// In the left text.
    pub left: Span,
    /// In the right text.
    pub right: Span,
    /// Index in `sections` of the part on the left that has the words itself; `None` outside all parts.
    pub left_section: Option<u32>,
    /// The same on the right.
    pub right_section: Option<u32>,
}

impl Comparison {
    /// Name and version of the wire format.
    pub const SCHEMA: &'static str = "report-model-comparison/1";

    /// True where no value differs, no part came, went or moved, and no heading is worded or numbered anew.
    pub fn is_unchanged(&self) -> bool {
        let still = |pair: &SectionPair| {
            pair.left.is_some() && pair.right.is_some() && !(pair.moved || pair.renamed || pair.renumbered)
        };
        self.values.is_empty() && self.sections.iter().all(still)
    }

    /// Counts all spans in `to`, from whatever unit they are in; one pass over each text.
    ///
    /// ```
    /// use report_compare::{Side, compare};
    /// use report_model::{OffsetEncoding, parse};
    /// let text = "𠮷林学院2020年信息公开年度报告\n一、概述\n公开信息12条。";
    /// let report = parse(text, &Default::default()).report;
    /// let side = Side { report: &report, text };
    /// let mut comparison = compare(&side, &side);
    /// comparison.reencode(text, text, OffsetEncoding::Utf32);
    /// assert_eq!(comparison.carried.last().unwrap().right.end, 31);
    /// ```
    pub fn reencode(&mut self, left_text: &str, right_text: &str, to: OffsetEncoding) {
        if self.unit == to {
            return;
        }
        let (mut left, mut right) = (Vec::new(), Vec::new());
        self.for_each_span(&mut |span| left.extend([span.start, span.end]), &mut |span| {
            right.extend([span.start, span.end]);
        });
        let turn_left = Reencoding::new(left_text, left, self.unit, to);
        let turn_right = Reencoding::new(right_text, right, self.unit, to);
        self.for_each_span(&mut |span| *span = turn_left.span(*span), &mut |span| {
            *span = turn_right.span(*span);
        });
        self.unit = to;
    }

    /// Calls `left` and `right` for every span into the respective text.
    pub fn for_each_span(&mut self, left: &mut dyn FnMut(&mut Span), right: &mut dyn FnMut(&mut Span)) {
        // Destructured whole, so that a new member fails to compile until it is visited here.
        let Self { schema: _, unit: _, left: a, right: b, sections, values, tally: _, carried } = self;
        visit_document(a, left);
        visit_document(b, right);
        for pair in sections {
            visit_side(&mut pair.left, left);
            visit_side(&mut pair.right, right);
        }
        for value in values {
            if let Some(evidence) = &mut value.left {
                left(&mut evidence.span);
            }
            if let Some(evidence) = &mut value.right {
                right(&mut evidence.span);
            }
        }
        for pair in carried {
            left(&mut pair.left);
            right(&mut pair.right);
        }
    }
}

fn visit_side(side: &mut Option<SectionSide>, visit: &mut dyn FnMut(&mut Span)) {
    if let Some(SectionSide { path: _, title, span, share: _ }) = side {
        visit(&mut title.span);
        visit(span);
    }
}

fn visit_document(document: &mut Document, visit: &mut dyn FnMut(&mut Span)) {
    let Document { source: _, title, institution, coverage, share: _ } = document;
    for text in [title, institution].into_iter().flatten() {
        visit(&mut text.span);
    }
    if let Some(coverage) = coverage {
        visit(&mut coverage.span);
    }
}
