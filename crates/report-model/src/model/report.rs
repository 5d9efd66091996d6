use super::{
    Channel, ChannelMention, Check, ChecklistEntry, Citation, Contact, Coverage, DeclaredParts, Diagnostic,
    DocumentKind, Institution, Letter, Link, Measure, OffsetEncoding, Oversight, Page, Period, Point,
    PrescribedPart, Refusal, Requests, Role, Script, Section, Signed, Span, Text,
};
use serde::{Deserialize, Serialize};

/// Everything the text of one document states, each value with the place it stands.
///
/// A key is `null` or empty where the text says nothing; nothing is completed from outside knowledge.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Report {
    /// `report-model/1`.
    pub schema: String,
    /// Unit of all spans.
    pub unit: OffsetEncoding,
    /// Label or path as given.
    pub source: Option<String>,
    /// What the document is.
    pub kind: DocumentKind,
    /// Simplified or traditional characters.
    pub script: Script,
    /// The report's own title line.
    pub title: Option<Text>,
    /// Who reports.
    pub institution: Option<Institution>,
    /// The year the report says it is for.
    pub coverage: Option<Coverage>,
    /// Statistical period.
    pub period: Option<Period>,
    /// Web-page metadata.
    pub page: Page,
    /// Red-header letter, document number or addressee.
    pub letter: Option<Letter>,
    /// Signature.
    pub signed: Signed,
    /// How to reach the office.
    pub contact: Contact,
    /// Distinct web addresses, in order.
    pub links: Vec<Link>,
    /// Documents cited, in order of first appearance.
    pub citations: Vec<Citation>,
    /// Parts that the preamble announces.
    pub declared_parts: Option<DeclaredParts>,
    /// The parts that the Ministry prescribes, each present, merged or missing; empty for other documents.
    pub parts: Vec<PrescribedPart>,
    /// The parts of the body.
    pub sections: Vec<Section>,
    /// Quantities, in order.
    pub measures: Vec<Measure>,
    /// Applications for disclosure.
    pub requests: Requests,
    /// Grounds of refused applications, where stated.
    pub refusals: Vec<Refusal>,
    /// Complaints and remedies.
    pub oversight: Oversight,
    /// Channels named, in order of first mention.
    pub channels: Vec<ChannelMention>,
    /// Items of the checklist that the report touches, by number.
    pub checklist: Vec<ChecklistEntry>,
    /// Stated problems.
    pub problems: Vec<Point>,
    /// Planned measures.
    pub improvements: Vec<Point>,
    /// True where the text breaks off.
    pub truncated: bool,
    /// Numbers of the body that nothing above explains: the honest recall meter.
    pub unclaimed: Vec<Span>,
    /// Findings, by place.
    pub diagnostics: Vec<Diagnostic>,
    /// The rules of the audit that had something to look at, by code; empty where no audit was made.
    pub checks: Vec<Check>,
}

impl Report {
    /// Name and version of the wire format.
    pub const SCHEMA: &'static str = "report-model/1";

    /// A report that states nothing.
    pub fn empty(kind: DocumentKind, script: Script) -> Self {
        Self {
            schema: Self::SCHEMA.to_owned(),
            unit: OffsetEncoding::Utf8,
            source: None,
            kind,
            script,
            title: None,
            institution: None,
            coverage: None,
            period: None,
            page: Page::default(),
            letter: None,
            signed: Signed::default(),
            contact: Contact::default(),
            links: Vec::new(),
            citations: Vec::new(),
            declared_parts: None,
            parts: Vec::new(),
            sections: Vec::new(),
            measures: Vec::new(),
            requests: Requests::default(),
            refusals: Vec::new(),
            oversight: Oversight::default(),
            channels: Vec::new(),
            checklist: Vec::new(),
            problems: Vec::new(),
            improvements: Vec::new(),
            truncated: false,
            unclaimed: Vec::new(),
            diagnostics: Vec::new(),
            checks: Vec::new(),
        }
    }

    /// All sections, each before its children, in the order of the text.
    ///
    /// ```
    /// let text = "清远湖学院2021年信息公开年度报告\n一、概述\n(一)机制。学校重视。\n二、主动公开情况\n公开信息3条。";
    /// let report = report_model::parse(text, &Default::default()).report;
    /// let titles: Vec<_> = report.all_sections().map(|s| s.title.value.as_str()).collect();
    /// assert_eq!(titles, ["概述", "机制", "主动公开情况"]);
    /// ```
    pub fn all_sections(&self) -> impl Iterator<Item = &Section> {
        let mut stack: Vec<&Section> = self.sections.iter().rev().collect();
        std::iter::from_fn(move || {
            let next = stack.pop()?;
            stack.extend(next.children.iter().rev());
            Some(next)
        })
    }

    /// The first section of a role, top level first.
    pub fn section(&self, role: Role) -> Option<&Section> {
        let top = self.sections.iter().find(|s| s.role == role);
        top.or_else(|| self.all_sections().find(|s| s.role == role))
    }

    /// Measures stated for one channel.
    pub fn measures_of(&self, channel: Channel) -> impl Iterator<Item = &Measure> {
        self.measures.iter().filter(move |m| m.channel == Some(channel))
    }

    /// The words of a byte span in the source text; `None` where the text is another one or the unit is not UTF-8.
    pub fn text<'t>(&self, source_text: &'t str, span: Span) -> Option<&'t str> {
        if self.unit == OffsetEncoding::Utf8 { span.slice(source_text) } else { None }
    }

    /// The JSON Schema of the wire format, generated from these types.
    #[cfg(feature = "schema")]
    pub fn json_schema() -> serde_json::Value {
        schemars::schema_for!(Self).to_value()
    }
}
