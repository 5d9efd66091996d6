//! The closed vocabularies of the wire format. All are `#[non_exhaustive]`: later versions may add members.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A word that names no member of the vocabulary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownName {
    /// The vocabulary, for example `"role"`.
    pub vocabulary: &'static str,
    /// The word given.
    pub name: String,
}

impl fmt::Display for UnknownName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} is no {}", self.name, self.vocabulary)
    }
}

impl std::error::Error for UnknownName {}

/// Defines a vocabulary once: variants, their wire names, `FromStr`, `Display` and the list of all.
macro_rules! vocabulary {
    ($(#[$meta:meta])* $name:ident, $label:literal { $($(#[$doc:meta])* $variant:ident = $wire:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$doc])* #[serde(rename = $wire)] $variant,)+
        }

        impl $name {
            /// All members, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name used in JSON and in tables.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $wire),+ }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl FromStr for $name {
            type Err = UnknownName;

            fn from_str(name: &str) -> Result<Self, UnknownName> {
                match name {
                    $($wire => Ok(Self::$variant),)+
                    _ => Err(UnknownName { vocabulary: $label, name: name.to_owned() }),
                }
            }
        }
    };
}

vocabulary! {
    /// What the document is.
    DocumentKind, "document kind" {
        /// A university's annual report on information disclosure.
        AnnualReport = "annual_report",
        /// Anything else: news, notices, guides, reports of governments.
        Other = "other",
    }
}

vocabulary! {
    /// The script of the text.
    Script, "script" {
        /// Simplified characters.
        Hans = "hans",
        /// Traditional characters, also partly.
        Hant = "hant",
    }
}

vocabulary! {
    /// What kind of year a report says it is for.
    CoverageBasis, "coverage basis" {
        /// An academic year, September to August.
        Academic = "academic",
        /// A calendar year.
        Calendar = "calendar",
    }
}

vocabulary! {
    /// The subject of a part of the report, after the parts prescribed by the Ministry's yearly notices.
    Role, "role" {
        /// 概述
        Overview = "overview",
        /// 主动公开情况
        Proactive = "proactive",
        /// 重点领域信息公开情况, as a part of its own
        KeyAreas = "key_areas",
        /// 依申请公开和不予公开情况
        OnRequest = "on_request",
        /// 对信息公开的评议情况
        Appraisal = "appraisal",
        /// 因信息公开受到举报、复议、诉讼的情况
        Complaints = "complaints",
        /// 主要经验、存在问题和改进措施
        Improvement = "improvement",
        /// 清单事项公开情况
        Checklist = "checklist",
        /// 其他需要报告的事项
        OtherMatters = "other_matters",
        /// Anything else, for instance training.
        Other = "other",
    }
}

vocabulary! {
    /// Where information was made public.
    Channel, "channel" {
        /// 网站
        Website = "website",
        /// 微信
        Wechat = "wechat",
        /// 微博
        Weibo = "weibo",
        /// 抖音, 视频号, 快手
        Douyin = "douyin",
        /// 校报, 报刊
        Newspaper = "newspaper",
        /// 广播
        Radio = "radio",
        /// 公告栏, 橱窗, 展板
        BulletinBoard = "bulletin_board",
        /// 电子屏
        LedScreen = "led_screen",
        /// 办公系统, 信息门户, 校内网
        Oa = "oa",
        /// 电子邮件, 校长信箱
        Email = "email",
        /// 会议
        Meeting = "meeting",
        /// QQ群
        Qq = "qq",
        /// 钉钉
        Dingtalk = "dingtalk",
        /// 移动应用
        App = "app",
        /// Telephone, letters, television, other platforms.
        Other = "other",
    }
}

vocabulary! {
    /// What a quantity counts.
    MeasureKind, "measure kind" {
        /// Pieces of information made public.
        Disclosed = "disclosed",
        /// Reads, likes, followers, visits.
        Audience = "audience",
        /// Applications for disclosure.
        Requests = "requests",
        /// Complaints, reconsiderations, lawsuits.
        Complaints = "complaints",
        /// Trainings and meetings held.
        Training = "training",
        /// Rules issued or revised.
        Rules = "rules",
        /// Persons.
        People = "people",
        /// Money.
        Money = "money",
        /// Percentages.
        Rate = "rate",
        /// Anything else.
        Other = "other",
    }
}

vocabulary! {
    /// How exact a printed number is.
    Bound, "bound" {
        /// As printed.
        Exact = "exact",
        /// 余, 多, 以上, 超过, 逾
        AtLeast = "at_least",
        /// 约, 近, 左右
        About = "about",
        /// 不超过, 以内
        AtMost = "at_most",
    }
}

vocabulary! {
    /// What time a quantity speaks of.
    RefersTo, "reference" {
        /// The reporting period.
        Current = "current",
        /// The period before (上学年1,512条).
        Previous = "previous",
        /// A difference from the period before (较上年增加312条).
        Change = "change",
        /// Targets and plans.
        Planned = "planned",
        /// The school's size: students, floor area, books.
        Profile = "profile",
    }
}

vocabulary! {
    /// Whether a count was given as a number or as "none".
    Stated, "manner of statement" {
        /// Stated to be none (未收到…).
        Nil = "nil",
        /// Stated as a number.
        Number = "number",
    }
}

vocabulary! {
    /// Ground of a refusal (Order 29, article 10).
    RefusalGround, "ground of refusal" {
        /// 国家秘密
        StateSecret = "state_secret",
        /// 商业秘密
        TradeSecret = "trade_secret",
        /// 个人隐私
        Privacy = "privacy",
        /// 法律、法规、规章以及学校规定的其他情形
        OtherRule = "other_rule",
    }
}

vocabulary! {
    /// The kind of institution, told from its name.
    InstitutionCategory, "institution category" {
        /// 大学
        University = "university",
        /// 学院 (degree-granting)
        College = "college",
        /// 职业技术大学, 职业大学
        VocationalUniversity = "vocational_university",
        /// 职业技术学院, 职业学院
        VocationalCollege = "vocational_college",
        /// 高等专科学校
        JuniorCollege = "junior_college",
        /// 开放大学, 广播电视大学
        OpenUniversity = "open_university",
        /// 管理干部学院, 教育学院, 职工大学
        AdultCollege = "adult_college",
        /// 党校, 行政学院
        PartySchool = "party_school",
        /// 大学的独立学院: "…大学…学院"
        IndependentCollege = "independent_college",
        /// Any other school.
        Other = "other",
    }
}

vocabulary! {
    /// What told the province.
    ProvinceEvidence, "evidence of the province" {
        /// The institution's name.
        Name = "name",
        /// An address.
        Address = "address",
        /// The authority that the report names (省教育厅).
        Authority = "authority",
        /// The postcode's first two digits.
        Postcode = "postcode",
        /// The telephone area code.
        AreaCode = "area_code",
        /// The agency code of a document number (鄂教办函).
        DocumentNumber = "document_number",
    }
}

vocabulary! {
    /// What the report says about an item of the checklist.
    ChecklistStatus, "checklist status" {
        /// Made public.
        Disclosed = "disclosed",
        /// Does not apply to the school.
        NotApplicable = "not_applicable",
        /// Nothing of the kind this year.
        NothingThisYear = "nothing_this_year",
        /// Named without saying.
        NotStated = "not_stated",
    }
}

vocabulary! {
    /// How a prescribed part of the report is there.
    PartState, "state of a part" {
        /// Under a heading of its own.
        Present = "present",
        /// In the heading of another part.
        Merged = "merged",
        /// No heading names it.
        Missing = "missing",
        /// Not prescribed in the year of the report, and not there.
        NotPrescribed = "not_prescribed",
        /// The report breaks off or is not divided into parts that could be compared.
        Unknown = "unknown",
    }
}

vocabulary! {
    /// What a table cell holds; nothing, a slash, a dash and zero mean different things.
    CellState, "cell state" {
        /// Words or a number.
        Value = "value",
        /// Nothing.
        Blank = "blank",
        /// `/`
        Slash = "slash",
        /// `—`
        Dash = "dash",
        /// `0`
        Zero = "zero",
    }
}

vocabulary! {
    /// How grave a finding is.
    Severity, "severity" {
        /// Wrong as it stands.
        Error = "error",
        /// Probably wrong.
        Warning = "warning",
        /// Worth knowing.
        Info = "info",
    }
}

vocabulary! {
    /// Who may apply a fix.
    Applicability, "applicability" {
        /// Cannot change the meaning: may be applied by a program.
        Safe = "safe",
        /// Probably right: a person decides.
        Unsafe = "unsafe",
        /// Only shown.
        DisplayOnly = "display_only",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_round_trip() {
        for role in Role::ALL {
            assert_eq!(role.as_str().parse::<Role>().as_ref(), Ok(role));
            assert_eq!(serde_json::to_string(role).unwrap(), format!("{:?}", role.as_str()));
        }
        let error = "nope".parse::<Channel>().unwrap_err();
        assert_eq!(error.to_string(), "\"nope\" is no channel");
    }
}
