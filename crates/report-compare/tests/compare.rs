//! Two reports beside each other, as a reader would put it.

use report_compare::{Change, Comparison, Direction, SectionState, Side, ValueChange, compare};
use report_model::{Bound, OffsetEncoding, Options, parse};

const LAST: &str = include_str!("data/last.txt");
const THIS: &str = include_str!("data/this.txt");

fn compared(left: &str, right: &str) -> Comparison {
    let (a, b) = (parse(left, &Options::default()).report, parse(right, &Options::default()).report);
    compare(&Side { report: &a, text: left }, &Side { report: &b, text: right })
}

fn field<'c>(comparison: &'c Comparison, field: &str) -> &'c ValueChange {
    comparison
        .values
        .iter()
        .find(|value| value.field == field)
        .unwrap_or_else(|| panic!("{field}: {:#?}", comparison.values))
}

fn measure<'c>(comparison: &'c Comparison, left: &str) -> &'c ValueChange {
    let words = |value: &&ValueChange| value.left.as_ref().is_some_and(|evidence| evidence.words == left);
    comparison.values.iter().find(words).unwrap_or_else(|| panic!("{left}: {:#?}", comparison.values))
}

#[test]
fn values_with_their_difference() {
    let comparison = compared(LAST, THIS);
    let total = measure(&comparison, "1,326条");
    assert_eq!(total.right.as_ref().unwrap().words, "1410条");
    assert_eq!(total.difference.unwrap().exact.unwrap().to_string(), "84");
    // A hedge stays one: from 300余 to 320 may be a fall.
    let weibo = measure(&comparison, "300余条");
    let difference = weibo.difference.unwrap();
    assert_eq!((difference.direction, difference.exact, difference.about), (Direction::Open, None, None));
    assert_eq!(weibo.left.as_ref().unwrap().bound, Some(Bound::AtLeast));
    // None received against three: a count with its own name, told once.
    let received = field(&comparison, "requests.received");
    assert_eq!((received.change, received.right.as_ref().unwrap().words.as_str()), (Change::Changed, "3件"));
    let threes = |value: &&ValueChange| value.right.as_ref().is_some_and(|evidence| evidence.words == "3件");
    assert_eq!(comparison.values.iter().filter(threes).count(), 1);
    assert_eq!(field(&comparison, "period").right.as_ref().unwrap().value, "2022-09-01/2023-08-31");
    assert_eq!(field(&comparison, "coverage").change, Change::Changed);
    assert_eq!(field(&comparison, "contact.phones").right.as_ref().unwrap().value, "0571-85550188");
    assert!(comparison.values.iter().all(|value| value.field != "institution" && value.field != "title"));
}

#[test]
fn parts_by_role_and_wording() {
    let comparison = compared(LAST, THIS);
    let pair = |title: &str| {
        let has = |side: &Option<report_compare::SectionSide>| {
            side.as_ref().is_some_and(|side| side.title.value == title)
        };
        comparison.sections.iter().find(|pair| has(&pair.right) || has(&pair.left)).unwrap()
    };
    assert_eq!(
        (pair("概述").state, pair("概述").moved, pair("概述").renumbered),
        (SectionState::Kept, false, false)
    );
    // Worded anew, and with another number because a part came in before it.
    let appraisal = pair("对信息公开工作的评议情况");
    assert_eq!((appraisal.state, appraisal.renamed, appraisal.renumbered), (SectionState::Kept, true, true));
    assert_eq!(appraisal.left.as_ref().unwrap().title.value, "信息公开评议情况");
    assert_eq!(pair("重点领域信息公开情况").state, SectionState::Added);
    assert_eq!(pair("其他需要报告的事项").state, SectionState::Gone);
    let moved: Vec<_> = comparison.sections.iter().filter(|pair| pair.moved).collect();
    assert_eq!(moved.len(), 1, "{moved:#?}");
    assert_eq!(moved[0].right.as_ref().unwrap().title.value, "公文公开");
    let places = comparison.sections.iter().filter(|pair| pair.state == SectionState::Gone).count();
    assert_eq!(places, 1);
}

#[test]
fn carried_over_word_for_word() {
    let comparison = compared(LAST, THIS);
    for pair in &comparison.carried {
        let bare = |words: &str| words.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        assert_eq!(bare(pair.left.slice(LAST).unwrap()), bare(pair.right.slice(THIS).unwrap()));
    }
    let share = |title: &str| {
        let pairs = comparison.sections.iter().filter_map(|pair| pair.right.as_ref());
        pairs.filter(|side| side.title.value == title).map(|side| side.share.ratio.unwrap()).next().unwrap()
    };
    assert!(share("概述") > 0.9, "{}", share("概述"));
    assert!(share("重点领域信息公开情况") < 0.3, "{}", share("重点领域信息公开情况"));
}

#[test]
fn any_unit_of_offsets() {
    let mut expect = compared(LAST, THIS);
    let sides = [LAST, THIS].map(|text| {
        let mut report = parse(text, &Options::default()).report;
        report.reencode(text, OffsetEncoding::Utf16);
        report
    });
    let found = compare(&Side { report: &sides[0], text: LAST }, &Side { report: &sides[1], text: THIS });
    assert_eq!(found, expect);
    expect.reencode(LAST, THIS, OffsetEncoding::Utf32);
    let total = measure(&expect, "1,326条").left.as_ref().unwrap().span;
    let words: String = LAST.chars().skip(total.start as usize).take(total.len() as usize).collect();
    assert_eq!((words.as_str(), expect.unit), ("1,326条", OffsetEncoding::Utf32));
    let json = serde_json::to_string(&expect).unwrap();
    assert_eq!(serde_json::from_str::<Comparison>(&json).unwrap(), expect);
}
