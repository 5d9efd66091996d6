//! How applications were answered (`data/outcomes.csv`).

use crate::tables;
use once_cell::sync::Lazy;

/// An answer to an application.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Outcome {
    Granted,
    PartlyGranted,
    Refused,
    NotHeld,
    Other,
    Pending,
}

static WORDS: Lazy<Vec<(&'static str, Outcome)>> = Lazy::new(|| {
    let mut list = Vec::new();
    for row in tables::rows(include_str!("../../data/outcomes.csv")) {
        let outcome = match row[0] {
            "granted" => Outcome::Granted,
            "partly_granted" => Outcome::PartlyGranted,
            "refused" => Outcome::Refused,
            "not_held" => Outcome::NotHeld,
            "pending" => Outcome::Pending,
            _ => Outcome::Other,
        };
        list.extend(tables::alternatives(row[1]).map(|word| (word, outcome)));
    }
    list.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    list
});

/// The outcome that a stretch of folded words tells, if one: the longest word wins, then the special over the plain.
pub(super) fn of(words: &str) -> Option<Outcome> {
    // Words that only name the subject: 公开 in 信息公开申请, 不予公开情况.
    let cleaned = ["信息公开", "申请公开", "依申请公开", "公开申请", "主动公开", "公开办公室", "公开工作", "公开范围", "公开指南", "要求公开", "要求提供", "申请提供", "希望提供", "索取", "拟公开", "公开目录", "公开栏", "公开网", "已主动公开", "公开内容"]
        .iter()
        .fold(words.to_owned(), |text, word| text.replace(word, "　"));
    let found: Vec<Outcome> = WORDS.iter().filter(|(word, _)| cleaned.contains(word)).map(|(_, outcome)| *outcome).collect();
    // A withdrawal or a pending case tells more than the wish that is described on the way.
    for special in [Outcome::PartlyGranted, Outcome::Other, Outcome::Refused, Outcome::NotHeld, Outcome::Pending] {
        if found.contains(&special) {
            return Some(special);
        }
    }
    found.first().copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wordings() {
        assert_eq!(of("其中同意公开"), Some(Outcome::Granted));
        assert_eq!(of(",部分公开"), Some(Outcome::PartlyGranted));
        assert_eq!(of(";不予公开"), Some(Outcome::Refused));
        assert_eq!(of("因商业秘密谢绝"), Some(Outcome::Refused));
        assert_eq!(of("不在本院职责之内"), Some(Outcome::NotHeld));
        assert_eq!(of("共收到信息公开申请"), None);
        assert_eq!(of("公开"), Some(Outcome::Granted));
    }
}
