//! Chinese and English words for labels. Report text is never translated.

use clap::ValueEnum;
use report_model::{
    Channel, ChecklistStatus, InstitutionCategory, MeasureKind, ProvinceEvidence, RefusalGround, Role,
    Severity,
};

/// Language of labels and messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Lang {
    /// 中文
    Zh,
    /// English
    En,
}

impl Lang {
    /// What the environment asks for; Chinese where it says nothing.
    pub(crate) fn from_env() -> Self {
        ["REPORT_MODEL_LANG", "LC_ALL", "LC_MESSAGES", "LANG"]
            .iter()
            .filter_map(|name| std::env::var(name).ok())
            .find_map(|locale| Self::from_locale(&locale))
            .unwrap_or(Self::Zh)
    }

    /// `zh_CN.UTF-8`, `en`; `None` for the neutral locales `C` and `POSIX`. Readers of any other language are better
    /// served by English.
    fn from_locale(locale: &str) -> Option<Self> {
        match locale.split(['_', '-', '.', '@']).next()?.to_ascii_lowercase().as_str() {
            "" | "c" | "posix" => None,
            "zh" => Some(Self::Zh),
            _ => Some(Self::En),
        }
    }

    /// The one of both that is wanted.
    pub(crate) fn pick<T>(self, zh: T, en: T) -> T {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }

    pub(crate) fn role(self, role: Role) -> &'static str {
        match role {
            Role::Overview => self.pick("概述", "overview"),
            Role::Proactive => self.pick("主动公开", "proactive"),
            Role::KeyAreas => self.pick("重点领域", "key areas"),
            Role::OnRequest => self.pick("依申请公开", "on request"),
            Role::Appraisal => self.pick("评议", "appraisal"),
            Role::Complaints => self.pick("举报诉讼", "complaints"),
            Role::Improvement => self.pick("经验与改进", "improvement"),
            Role::Checklist => self.pick("清单事项", "checklist"),
            Role::OtherMatters => self.pick("其他事项", "other matters"),
            Role::Other => self.pick("其他部分", "other part"),
            new => new.as_str(),
        }
    }

    pub(crate) fn channel(self, channel: Channel) -> &'static str {
        match channel {
            Channel::Website => self.pick("网站", "website"),
            Channel::Wechat => self.pick("微信", "WeChat"),
            Channel::Weibo => self.pick("微博", "Weibo"),
            Channel::Douyin => self.pick("短视频", "short video"),
            Channel::Newspaper => self.pick("报刊", "newspaper"),
            Channel::Radio => self.pick("广播", "radio"),
            Channel::BulletinBoard => self.pick("公告栏", "bulletin board"),
            Channel::LedScreen => self.pick("电子屏", "LED screen"),
            Channel::Oa => self.pick("校内平台", "intranet"),
            Channel::Email => self.pick("邮箱", "e-mail"),
            Channel::Meeting => self.pick("会议", "meeting"),
            Channel::Qq => self.pick("QQ", "QQ"),
            Channel::Dingtalk => self.pick("钉钉", "DingTalk"),
            Channel::App => self.pick("移动应用", "app"),
            Channel::Other => self.pick("其他渠道", "other"),
            new => new.as_str(),
        }
    }

    pub(crate) fn kind(self, kind: MeasureKind) -> &'static str {
        match kind {
            MeasureKind::Disclosed => self.pick("公开信息", "disclosed"),
            MeasureKind::Audience => self.pick("读者", "audience"),
            MeasureKind::Requests => self.pick("申请", "requests"),
            MeasureKind::Complaints => self.pick("举报", "complaints"),
            MeasureKind::Training => self.pick("会议培训", "training"),
            MeasureKind::Rules => self.pick("制度", "rules"),
            MeasureKind::People => self.pick("人员", "people"),
            MeasureKind::Money => self.pick("金额", "money"),
            MeasureKind::Rate => self.pick("比例", "rates"),
            MeasureKind::Other => self.pick("其他", "other"),
            new => new.as_str(),
        }
    }

    pub(crate) fn category(self, category: InstitutionCategory) -> &'static str {
        match category {
            InstitutionCategory::University => self.pick("大学", "university"),
            InstitutionCategory::College => self.pick("学院", "college"),
            InstitutionCategory::VocationalUniversity => self.pick("职业大学", "vocational university"),
            InstitutionCategory::VocationalCollege => self.pick("职业学院", "vocational college"),
            InstitutionCategory::JuniorCollege => self.pick("高等专科学校", "junior college"),
            InstitutionCategory::OpenUniversity => self.pick("开放大学", "open university"),
            InstitutionCategory::AdultCollege => self.pick("成人高校", "adult college"),
            InstitutionCategory::PartySchool => self.pick("党校", "party school"),
            InstitutionCategory::IndependentCollege => self.pick("独立学院", "independent college"),
            InstitutionCategory::Other => self.pick("其他学校", "other school"),
            new => new.as_str(),
        }
    }

    /// Completes "told by …".
    pub(crate) fn evidence(self, evidence: ProvinceEvidence) -> &'static str {
        match evidence {
            ProvinceEvidence::Name => self.pick("据校名", "by its name"),
            ProvinceEvidence::Address => self.pick("据地址", "by its address"),
            ProvinceEvidence::Authority => self.pick("据主管部门", "by its authority"),
            ProvinceEvidence::Postcode => self.pick("据邮编", "by its postcode"),
            ProvinceEvidence::AreaCode => self.pick("据电话区号", "by its area code"),
            ProvinceEvidence::DocumentNumber => self.pick("据发文字号", "by a document number"),
            new => new.as_str(),
        }
    }

    pub(crate) fn ground(self, ground: RefusalGround) -> &'static str {
        match ground {
            RefusalGround::StateSecret => self.pick("国家秘密", "state secret"),
            RefusalGround::TradeSecret => self.pick("商业秘密", "trade secret"),
            RefusalGround::Privacy => self.pick("个人隐私", "privacy"),
            RefusalGround::OtherRule => self.pick("其他规定", "other rules"),
            new => new.as_str(),
        }
    }

    pub(crate) fn checklist(self, status: ChecklistStatus) -> &'static str {
        match status {
            ChecklistStatus::Disclosed => self.pick("已公开", "disclosed"),
            ChecklistStatus::NotApplicable => self.pick("不适用", "not applicable"),
            ChecklistStatus::NothingThisYear => self.pick("本年度无", "nothing this year"),
            ChecklistStatus::NotStated => self.pick("未说明", "not stated"),
            new => new.as_str(),
        }
    }

    pub(crate) fn severity(self, severity: Severity) -> &'static str {
        match severity {
            Severity::Error => self.pick("错误", "error"),
            Severity::Warning => self.pick("提醒", "warning"),
            Severity::Info => self.pick("提示", "info"),
            new => new.as_str(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locales() {
        assert_eq!(Lang::from_locale("zh_CN.UTF-8"), Some(Lang::Zh));
        assert_eq!(Lang::from_locale("EN"), Some(Lang::En));
        assert_eq!(Lang::from_locale("de_DE@euro"), Some(Lang::En));
        assert_eq!(Lang::from_locale("C.UTF-8"), None);
        assert_eq!(Lang::from_locale(""), None);
    }
}
