//! Passages shared within a corpus: planted ones are found, everybody's are set apart.
#![cfg(feature = "reuse")]

use report_compare::Side;
use report_compare::reuse::{Cluster, Corpus, DateBasis, Options, Reach, Reuse, fingerprints};
use report_model::parse;
use report_samples::planted::{Kind, Place, Planted};

fn found(texts: &[(&str, String)]) -> Reuse {
    let mut corpus = Corpus::new();
    for (key, text) in texts {
        let report = parse(text, &report_model::Options::default()).report;
        corpus.add(fingerprints(&Side { report: &report, text }, Some(key), key));
    }
    corpus.find(&Options::default())
}

/// The same measurement as `cargo bench --bench reuse`, on a twentieth of the corpus.
#[test]
fn planted_passages_are_found() {
    let corpus = Planted::new(2, 1000);
    let texts: Vec<(&str, String)> =
        corpus.reports.iter().map(|report| (report.institution.as_str(), report.text.clone())).collect();
    let reuse = found(&texts);
    let place =
        |m: &report_compare::reuse::Member| Place { report: m.document as usize, range: m.span.range() };
    let told = |c: &Cluster| (c.members.iter().map(place).collect(), c.original.map(|index| index as usize));
    let score = corpus.score(&reuse.clusters.iter().map(told).collect::<Vec<_>>());
    assert!(score.planted > 200, "{score:?}");
    assert!(score.recall() >= 0.95 && score.precision() >= 0.95, "{score:?}");
    // Where an original is told, it is of the first year.
    assert!(score.originals.1 > 50 && score.originals.0 * 100 >= score.originals.1 * 95, "{score:?}");
    for kind in [Kind::Copied, Kind::Reworded, Kind::Replaced] {
        let only = Planted {
            families: corpus.families.iter().filter(|f| f.kind == kind).cloned().collect(),
            ..corpus.clone()
        };
        let score = only.score(&reuse.clusters.iter().map(told).collect::<Vec<_>>());
        assert!(score.recall() >= 0.93, "{kind:?} {score:?}");
    }
    // What all write is told apart, in one cluster each, and what is prescribed is not compared.
    assert!((3..=6).contains(&reuse.common.len()), "{}", reuse.common.len());
    assert!(reuse.common.iter().all(|cluster| cluster.institutions > 80));
    assert!(reuse.looked_at.prescribed >= 2 * 1000, "{:?}", reuse.looked_at);
}

const PASSAGE: &str = "把公开嵌入办文流程，发文时同步勾选公开属性，不再事后补报。全年抽查各单位栏目两轮，发现的问题逐条销号，结果计入年度考核。";

fn report(name: &str, year: u16, passage: &str, end: &str) -> String {
    format!(
        "{name}{year}年信息公开年度报告\n一、概述\n{passage}\n二、主动公开情况\n全年公开信息若干。\n{end}"
    )
}

#[test]
fn sentences_that_follow_one_another_are_one_passage() {
    let texts = [
        ("a", report("清远湖学院", 2021, PASSAGE, "")),
        (
            "b",
            report(
                "云浦大学",
                2022,
                &format!("学校另有安排，由办公室牵头，各学院联络员按月报送情况。{PASSAGE}"),
                "",
            ),
        ),
    ];
    let reuse = found(&texts);
    assert_eq!(reuse.clusters.len(), 1, "{:#?}", reuse.clusters);
    let cluster = &reuse.clusters[0];
    assert_eq!((cluster.reach, cluster.original, cluster.institutions), (Reach::Between, Some(0), 2));
    for member in &cluster.members {
        assert_eq!(member.span.slice(&texts[member.document as usize].1), Some(PASSAGE));
    }
}

#[test]
fn the_original_is_told_only_where_dates_do() {
    let original = |texts: &[(&str, String)]| found(texts).clusters[0].original;
    let signed = |name: &str, year: u16, day: &str| report(name, year, PASSAGE, &format!("{name}\n{day}\n"));
    let early = ("a", signed("清远湖学院", 2022, "2022年10月28日"));
    let late = ("b", signed("云浦大学", 2022, "2022年11月3日"));
    assert_eq!(original(&[late.clone(), early.clone()]), Some(1));
    let undated = ("c", report("棠溪大学", 2022, PASSAGE, ""));
    assert_eq!(original(&[late.clone(), undated]), None);
    let no_year = ("d", report("棠溪大学", 2022, PASSAGE, "").replace("2022年", ""));
    assert_eq!(original(&[early.clone(), no_year]), None);
    assert_eq!(found(&[early]).documents[0].date_basis, Some(DateBasis::Signed));
}

/// Reports written by hand, each for itself: what they seem to share is chance, and is to stay rare.
#[test]
fn independent_reports_share_next_to_nothing() {
    let tests = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fresh");
    let mut texts = Vec::new();
    for folder in
        std::fs::read_dir(tests).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir())
    {
        for file in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if file.extension().is_some_and(|end| end == "txt") {
                texts.push(std::fs::read_to_string(file).unwrap());
            }
        }
    }
    assert!(texts.len() > 80, "{}", texts.len());
    let mut corpus = Corpus::new();
    for text in &texts {
        let report = parse(text, &report_model::Options::default()).report;
        corpus.add(fingerprints(&Side { report: &report, text }, None, ""));
    }
    let reuse = corpus.find(&Options::default());
    assert!(reuse.looked_at.passages > 1000, "{:?}", reuse.looked_at);
    // Stock sentences, such as 选派2人参加信息公开培训班: one for sixteen reports is chance.
    assert!(reuse.clusters.len() <= texts.len() / 16, "{:#?}", reuse.clusters);
}

#[test]
fn years_of_one_school_are_told_apart() {
    let texts =
        [("a", report("清远湖学院", 2021, PASSAGE, "")), ("a", report("清远湖学院", 2022, PASSAGE, ""))];
    assert_eq!(found(&texts).clusters[0].reach, Reach::Within);
}

#[test]
fn hostile_reports_take_no_longer() {
    let head = "清远湖学院2021年信息公开年度报告\n一、概述\n";
    let texts =
        ["；".repeat(200_000), "公开".repeat(100_000), "无。".repeat(100_000), "清远湖学院".repeat(40_000)];
    let texts: Vec<(&str, String)> = texts.iter().map(|text| ("a", format!("{head}{text}"))).collect();
    assert!(found(&texts).looked_at.passages < 20_000);
}
