//! What stands round the body: title, institution, dates, contact, citations, letter, page.

use super::{CoverageBasis, Date, InstitutionCategory, ProvinceEvidence, Span};
use serde::{Deserialize, Serialize};

/// Words as printed, inner white space removed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Text {
    /// The words.
    pub value: String,
    /// Where they stand.
    pub span: Span,
}

/// A date and the words it was read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DateValue {
    /// The day.
    pub value: Date,
    /// Where it is printed.
    pub span: Span,
}

/// A page's view counter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Views {
    /// Number of views.
    pub value: u32,
    /// Where it is printed.
    pub span: Span,
}

/// The reporting institution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Institution {
    /// Full name as printed.
    pub name: String,
    /// Where it stands (first reliable place: title, preamble, signature, letterhead).
    pub span: Span,
    /// The kind of school its name tells.
    pub category: Option<InstitutionCategory>,
    /// The province, where the text tells it.
    pub province: Option<Province>,
}

/// The province of an institution, with what told it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Province {
    /// Derived, so simplified whatever is printed: 浙江, 内蒙古.
    pub short_name: String,
    /// What told it.
    pub evidence: ProvinceEvidence,
    /// The telling words.
    pub span: Span,
}

/// The year the report says it is for: the title's, else the preamble's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Coverage {
    /// Academic or calendar year.
    pub basis: CoverageBasis,
    /// First year named.
    pub first: u16,
    /// Last year named; the same as `first` for a calendar year.
    pub last: u16,
    /// The words.
    pub span: Span,
}

/// The statistical period, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Period {
    /// First day.
    pub start: Date,
    /// Last day.
    pub end: Date,
    /// From the first date's words to the last's.
    pub span: Span,
}

/// Metadata lines of the web page, apart from the body.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Page {
    /// Day of publication.
    pub published: Option<DateValue>,
    /// View counter.
    pub views: Option<Views>,
    /// 来源
    pub source: Option<Text>,
    /// 作者, 发布者, 编辑
    pub author: Option<Text>,
}

/// A document number (发文字号), split: 教办函〔2014〕23号.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DocumentNumber {
    /// As printed, white space removed.
    pub text: String,
    /// Issuing agency's code or name: 教办函, 教育部令.
    pub agency: Option<String>,
    /// Year in the brackets.
    pub year: Option<u16>,
    /// Serial number.
    pub serial: Option<u32>,
    /// Where it stands.
    pub span: Span,
}

/// A red-header letter (GB/T 9704) round the report, or an addressee above it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Letter {
    /// 发文机关 from the red header (…文件).
    pub issuer: Option<Text>,
    /// 发文字号.
    pub document_number: Option<DocumentNumber>,
    /// 主送机关.
    pub addressee: Option<Text>,
    /// The letter's own title.
    pub title: Option<Text>,
    /// 附件.
    pub attachments: Vec<Text>,
}

/// The signature block.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Signed {
    /// Who signed.
    pub by: Option<Text>,
    /// The day of signing.
    pub date: Option<DateValue>,
}

/// How to reach the office.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Contact {
    /// Postal address.
    pub address: Option<Text>,
    /// Six digits.
    pub postcode: Option<Text>,
    /// Telephone numbers.
    pub phones: Vec<Text>,
    /// Fax numbers.
    pub faxes: Vec<Text>,
    /// E-mail addresses, also masked ones.
    pub emails: Vec<Text>,
}

/// A web address as printed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Link {
    /// The address, trailing punctuation removed.
    pub url: String,
    /// Where it stands first.
    pub span: Span,
}

/// A document cited in 《…》, once each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Citation {
    /// Title without the outer 《》.
    pub title: String,
    /// The number given for it right after or right before.
    pub document_number: Option<DocumentNumber>,
    /// The title's words, without the outer 《》.
    pub span: Span,
    /// Id of the known regulation that the title names (see `data/instruments.csv`).
    pub instrument: Option<String>,
}

/// The parts that the preamble announces.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DeclaredParts {
    /// Their stated number.
    pub count: Option<u32>,
    /// Their titles as printed.
    pub parts: Vec<Text>,
    /// The announcing words.
    pub span: Span,
}
