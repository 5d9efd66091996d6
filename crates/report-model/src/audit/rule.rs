//! What a rule is, and the groups that rules come in.

use super::case::Case;
use super::notes::Notes;
use crate::model::Severity;

/// A rule of the audit: one file, one stable code, one page.
#[derive(Debug)]
#[non_exhaustive]
pub struct Rule {
    /// Stable code, never used again for another rule: `RM401`.
    pub code: &'static str,
    /// Name for people: `parts-do-not-add-up`.
    pub name: &'static str,
    /// How grave its findings are, where they do not say otherwise.
    pub severity: Severity,
    /// What is wrong, in Chinese.
    pub title: &'static str,
    /// What is wrong, in English.
    pub title_en: &'static str,
    /// How to mend it, in Chinese.
    pub help: &'static str,
    /// How to mend it, in English.
    pub help_en: &'static str,
    /// Lines of the rule's page in Markdown; empty without the feature `pages`.
    pub page: &'static [&'static str],
    /// Looks at a report and notes what it finds.
    pub(crate) check: fn(&Case<'_>, &mut Notes<'_>),
}

impl Rule {
    /// The group that the first digit of the code names.
    pub fn group(&self) -> RuleGroup {
        match self.code.as_bytes().get(2) {
            Some(b'1') => RuleGroup::Structure,
            Some(b'2') => RuleGroup::Head,
            Some(b'3') => RuleGroup::Citations,
            Some(b'4') => RuleGroup::Numbers,
            Some(b'5') => RuleGroup::Residue,
            Some(b'6') => RuleGroup::Privacy,
            _ => RuleGroup::Checklist,
        }
    }
}

/// What a group of rules looks at; the hundreds of the codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum RuleGroup {
    /// RM1xx: parts and headings.
    Structure,
    /// RM2xx: title, institution, dates, contact.
    Head,
    /// RM3xx: regulations and document numbers.
    Citations,
    /// RM4xx: sums, shares, contradictions.
    Numbers,
    /// RM5xx: what was left over from other texts or from a page.
    Residue,
    /// RM6xx: what should not be published of persons.
    Privacy,
    /// RM7xx: the checklist and its links.
    Checklist,
}

impl RuleGroup {
    /// In Chinese.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Structure => "结构",
            Self::Head => "题名与日期",
            Self::Citations => "引用文件",
            Self::Numbers => "数字",
            Self::Residue => "残留文字",
            Self::Privacy => "个人信息",
            Self::Checklist => "清单事项",
        }
    }

    /// In English.
    pub const fn title_en(self) -> &'static str {
        match self {
            Self::Structure => "structure",
            Self::Head => "head and dates",
            Self::Citations => "citations",
            Self::Numbers => "numbers",
            Self::Residue => "residue",
            Self::Privacy => "privacy",
            Self::Checklist => "checklist",
        }
    }
}

/// Defines the `RULE` of a file; its documentation is the rule's page.
macro_rules! rule {
    (
        $(#[doc = $doc:literal])+
        $code:literal $name:literal $severity:ident
        $title:literal $title_en:literal
        $help:literal $help_en:literal
        $check:path
    ) => {
        $(#[doc = $doc])+
        pub(crate) static RULE: crate::audit::rule::Rule = crate::audit::rule::Rule {
            code: $code,
            name: $name,
            severity: crate::model::Severity::$severity,
            title: $title,
            title_en: $title_en,
            help: $help,
            help_en: $help_en,
            page: if cfg!(feature = "pages") { &[$($doc),+] } else { &[] },
            check: $check,
        };
    };
}
pub(crate) use rule;
