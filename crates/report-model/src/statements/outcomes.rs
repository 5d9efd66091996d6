//! How applications were answered (`data/outcomes.csv`).

use crate::lexis::lexicon::Lexicon;
use crate::tables;
use once_cell::sync::Lazy;

/// An answer to an application.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Outcome {
    Granted,
    PartlyGranted,
    Refused,
    NotHeld,
    Other,
    Pending,
}

/// Words that only name the subject: 公开 in 信息公开申请, 提供 in 要求提供.
const SUBJECT: [&str; 28] = [
    "信息公开",
    "申请公开",
    "依申请公开",
    "公开申请",
    "主动公开",
    "公开办公室",
    "公开工作",
    "公开范围",
    "公开指南",
    "要求公开",
    "要求提供",
    "申请提供",
    "希望提供",
    "索取",
    "拟公开",
    "公开目录",
    "公开栏",
    "公开网",
    "已主动公开",
    "公开内容",
    "公开的申请",
    "提供给我",
    "经补正后",
    "补正后受理",
    "补正后予以",
    "补正后同意",
    "补正后提供",
    "补正后公开",
];

/// The table and the words of the subject in one set; the latter have no outcome.
struct Table {
    lexicon: Lexicon,
    outcomes: Vec<Option<Outcome>>,
}

static TABLE: Lazy<Table> = Lazy::new(|| {
    let mut words: Vec<&'static str> = SUBJECT.to_vec();
    let mut outcomes = vec![None; words.len()];
    for row in tables::rows(include_str!("../../data/outcomes.csv")) {
        let outcome = match row[0] {
            "granted" => Outcome::Granted,
            "partly_granted" => Outcome::PartlyGranted,
            "refused" => Outcome::Refused,
            "not_held" => Outcome::NotHeld,
            "pending" => Outcome::Pending,
            _ => Outcome::Other,
        };
        for word in tables::alternatives(row[1]) {
            words.push(word);
            outcomes.push(Some(outcome));
        }
    }
    Table { lexicon: Lexicon::new(words), outcomes }
});

/// The outcome that a stretch of folded words tells, if one. A partial grant tells more than the grant it contains, and a
/// withdrawal or refusal more than the wish described on the way.
pub(crate) fn of(words: &str) -> Option<Outcome> {
    let mut found = Vec::new();
    TABLE.lexicon.each(words, |start, end, word| found.push((start, end, TABLE.outcomes[word])));
    // Places that the subject's words cover say nothing, unless a longer word of an outcome covers them in turn.
    let covered = |start: usize, end: usize| {
        found.iter().any(|&(s, e, outcome)| outcome.is_none() && s <= start && end <= e)
            && !found
                .iter()
                .any(|&(s, e, outcome)| outcome.is_some() && s <= start && end <= e && e - s > end - start)
    };
    let told: Vec<Outcome> =
        found.iter().filter(|&&(s, e, _)| !covered(s, e)).filter_map(|&(_, _, outcome)| outcome).collect();
    let order = [
        Outcome::PartlyGranted,
        Outcome::Other,
        Outcome::Refused,
        Outcome::NotHeld,
        Outcome::Pending,
        Outcome::Granted,
    ];
    order.into_iter().find(|outcome| told.contains(outcome))
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
