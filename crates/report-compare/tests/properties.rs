//! What must hold for any pair of reports.

use proptest::prelude::*;
use report_compare::{Change, Comparison, SectionState, Side, compare};
use report_model::{Options, Report, Span, parse};
use std::path::Path;
use std::sync::LazyLock;

/// All reports of the repository.
static REPORTS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests");
    let mut files = Vec::new();
    for folder in ["golden", "fresh"] {
        for entry in std::fs::read_dir(tests.join(folder)).unwrap().map(Result::unwrap) {
            if entry.path().is_dir() {
                files.extend(std::fs::read_dir(entry.path()).unwrap().map(|file| file.unwrap().path()));
            }
        }
    }
    files.retain(|file| file.extension().is_some_and(|end| end == "txt"));
    files.sort();
    assert!(files.len() > 90, "{}", files.len());
    files.iter().map(|file| String::from_utf8_lossy(&std::fs::read(file).unwrap()).into_owned()).collect()
});

fn read(text: &str) -> Report {
    parse(text, &Options::default()).report
}

fn compared(left: &str, right: &str) -> Comparison {
    compare(&Side { report: &read(left), text: left }, &Side { report: &read(right), text: right })
}

#[test]
fn a_report_and_itself() {
    for text in REPORTS.iter() {
        let comparison = compared(text, text);
        assert!(comparison.is_unchanged(), "{text}\n{:#?}", comparison.values);
        assert_eq!(comparison.tally.changed + comparison.tally.added + comparison.tally.gone, 0);
        let shares = comparison.sections.iter().flat_map(|pair| [&pair.left, &pair.right]).flatten();
        let shares = shares.map(|side| side.share).chain([comparison.left.share, comparison.right.share]);
        for share in shares {
            assert!(
                share.ratio.is_none_or(|ratio| ratio >= 1.0) && share.carried == share.of,
                "{share:?}\n{text}"
            );
        }
        let places: Vec<_> = comparison.carried.iter().filter(|pair| pair.left != pair.right).collect();
        assert!(places.is_empty(), "{places:?}\n{text}");
    }
}

/// Digits of quantities that can become another digit without becoming another kind of word, one a quantity.
fn digits(report: &Report, text: &str) -> Vec<(usize, Span)> {
    let mut places = Vec::new();
    for measure in &report.measures {
        let range = measure.span.range();
        let at = text[range.clone()].bytes().position(|b| (b'2'..=b'7').contains(&b));
        // 第3批, 2021年: where another number depends on this one, that is a change of its own.
        let counted = report.measures.iter().filter(|other| other.span.overlaps(measure.span)).count();
        places.extend(at.filter(|_| counted == 1).map(|at| (range.start + at, measure.span)));
    }
    places
}

#[test]
fn a_changed_digit_is_one_changed_value() {
    let (mut tried, mut other_reading) = (0u32, 0u32);
    for text in REPORTS.iter() {
        let report = read(text);
        for (at, span) in digits(&report, text).into_iter().step_by(3) {
            let mut changed = text.clone().into_bytes();
            changed[at] += 1;
            let changed = String::from_utf8(changed).unwrap();
            let after = read(&changed);
            // Another digit can make the parser read another place otherwise; that is not what is tested here.
            let spans = |report: &Report| {
                report.measures.iter().map(|m| (m.span, m.kind, m.bound)).collect::<Vec<_>>()
            };
            if spans(&report) != spans(&after) || !only_numbers_differ(&report, &after) {
                other_reading += 1;
                continue;
            }
            tried += 1;
            let comparison =
                compare(&Side { report: &report, text }, &Side { report: &after, text: &changed });
            // Sums of the report's own making follow their summands and say so.
            let found: Vec<_> = comparison.values.iter().filter(|value| !value.derived).collect();
            assert_eq!(
                found.len(),
                1,
                "{} → {}\n{found:#?}\n{text}",
                &text[span.range()],
                &changed[span.range()]
            );
            let value = found[0];
            assert_eq!(value.change, Change::Changed);
            assert_eq!((value.left.as_ref().unwrap().span, value.right.as_ref().unwrap().span), (span, span));
            let carried = comparison
                .carried
                .iter()
                .any(|pair| pair.right.start as usize <= at && at < pair.right.end as usize);
            assert!(!carried || text.matches(&text[span.range()]).count() > 1, "{text}");
            assert!(comparison.sections.iter().all(|pair| pair.state == SectionState::Kept && !pair.moved));
        }
    }
    assert!(tried > 500, "{tried} tried, {other_reading} read otherwise");
    assert!(other_reading * 20 < tried, "{tried} tried, {other_reading} read otherwise");
}

/// True where both reports have the same counts, places and words, whatever the numbers.
fn only_numbers_differ(a: &Report, b: &Report) -> bool {
    let shape = |report: &Report| {
        let r = &report.requests;
        let o = &report.oversight;
        let counts = [
            r.received,
            r.granted,
            r.partly_granted,
            r.refused,
            r.not_held,
            r.other,
            r.pending,
            r.fees,
            o.complaints,
            o.reconsiderations,
            o.lawsuits,
        ];
        (
            counts.map(|count| count.map(|count| (count.span, count.stated))),
            report.checklist.clone(),
            report.declared_parts.clone(),
            report.links.clone(),
        )
    };
    shape(a) == shape(b)
}

#[test]
fn seen_from_the_other_side() {
    for (i, left) in REPORTS.iter().enumerate().step_by(3) {
        // A neighbour is the same exercise written anew, a far one another school's.
        for right in [&REPORTS[(i + 1) % REPORTS.len()], &REPORTS[(i + 17) % REPORTS.len()]] {
            mirrored(left, right);
        }
    }
}

fn mirrored(left: &str, right: &str) {
    let (there, back) = (compared(left, right), compared(right, left));
    assert_eq!((there.left.share, there.right.share), (back.right.share, back.left.share));
    let t = (there.tally, back.tally);
    assert_eq!((t.0.same, t.0.changed, t.0.added, t.0.gone), (t.1.same, t.1.changed, t.1.gone, t.1.added));
    let values = |comparison: &Comparison, turned: bool| {
        let mut list: Vec<_> = comparison
            .values
            .iter()
            .map(|value| {
                let spans =
                    [&value.left, &value.right].map(|side| side.as_ref().map(|evidence| evidence.span));
                (value.field.clone(), if turned { [spans[1], spans[0]] } else { spans })
            })
            .collect();
        list.sort();
        list
    };
    assert_eq!(values(&there, false), values(&back, true), "{left}\n{right}");
    let parts = |comparison: &Comparison, turned: bool| {
        let mut list: Vec<_> = comparison
            .sections
            .iter()
            .map(|pair| {
                let spans = [&pair.left, &pair.right]
                    .map(|side| side.as_ref().map(|side| (side.span, side.share.carried)));
                if turned { [spans[1], spans[0]] } else { spans }
            })
            .collect();
        list.sort();
        list
    };
    assert_eq!(parts(&there, false), parts(&back, true), "{left}\n{right}");
}

/// Every span must fit its text, whatever the texts.
fn sound(left: &str, right: &str) {
    let mut comparison = compared(left, right);
    let (mut a, mut b) = (Vec::new(), Vec::new());
    comparison.for_each_span(&mut |span| a.push(*span), &mut |span| b.push(*span));
    assert!(
        a.iter().all(|span| span.slice(left).is_some()) && b.iter().all(|span| span.slice(right).is_some())
    );
    let texts = report_compare::render::Texts { left, right };
    for lang in [report_compare::Lang::Zh, report_compare::Lang::En] {
        assert!(!report_compare::render::html(&comparison, texts, lang).contains("<script"));
        let _ = report_compare::render::markdown(&comparison, texts, lang);
    }
}

fn config() -> ProptestConfig {
    ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() }
}

fn piece() -> impl Strategy<Value = String> {
    const PIECES: &[&str] = &[
        "清远湖学院2021年信息公开年度报告\n",
        "一、概述\n",
        "二、主动公开情况\n",
        "（一）",
        "1.",
        "公开信息12条。",
        "３００余条",
        "无。",
        "<script>",
        "𠮷🎓",
        "\r\n",
        " ",
        "未收到申请。",
        "其中网站8条，",
        "统计期限为2021年9月1日至2022年8月31日。",
    ];
    prop_oneof![9 => proptest::sample::select(PIECES).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)]
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_texts_compare_soundly(
        left in proptest::collection::vec(piece(), 0..60),
        right in proptest::collection::vec(piece(), 0..60),
    ) {
        let (left, right) = (left.concat(), right.concat());
        sound(&left, &right);
        mirrored(&left, &right);
        let own = compared(&left, &left);
        prop_assert!(own.is_unchanged(), "{:?}", own.values);
        prop_assert_eq!(own.left.share.carried, own.left.share.of);
    }

    #[test]
    fn a_report_of_another_text_is_no_accident(
        report in proptest::collection::vec(piece(), 0..40),
        text in proptest::collection::vec(any::<char>(), 0..60),
    ) {
        let report = read(&report.concat());
        let text = String::from_iter(text);
        let side = Side { report: &report, text: &text };
        let comparison = compare(&side, &side);
        prop_assert_eq!(comparison.left.share, comparison.right.share);
    }
}
