//! A list as the Ministry publishes it, with invented schools.
#![allow(missing_docs, reason = "a test")]

use report_institutions::{Matched, Registry, RegistryError};

const LIST: &str = "附件：全国高等学校名单,,,,,,\n\
    序号,学校名称,学校标识码,主管部门,所在地,办学层次,曾用名\n\
    湖岭省（4所）,,,,,,\n\
    1,棠溪大学,4199010001,湖岭省,棠溪市,本科,棠溪学院、棠溪师范专科学校\n\
    2,棠溪大学（东湖）,4199010002,湖岭省,棠溪市,本科,\n\
    3,云浦理工大学（北原）,4199010003,教育部,北原市,本科,\n\
    4,柏渡职业技术学院,4199010004,湖岭省,柏渡市,专科,柏渡学院\n\
    澄海省（2所）,,,,,,\n\
    5,柏渡学院,4199010005,澄海省,柏渡市,本科,\n\
    6,霁川大学（南校区）,4199010006,澄海省,霁川市,本科,\n\
    7,霁川大学（北）,4199010007,澄海省,霁川市,本科,\n";

fn found(printed: &str) -> Option<(String, Matched)> {
    let registry = Registry::from_csv(LIST.as_bytes()).unwrap();
    registry.find(printed).map(|found| (found.institution.code.clone(), found.how))
}

#[test]
fn names_in_all_spellings() {
    let one = |code: &str, how| Some((code.to_owned(), how));
    assert_eq!(found("棠溪大学"), one("4199010001", Matched::Name));
    assert_eq!(found("棠溪大學（東湖）"), one("4199010002", Matched::Name));
    assert_eq!(found("棠溪大学 (东湖)"), one("4199010002", Matched::Name));
    assert_eq!(found("棠溪师范专科学校"), one("4199010001", Matched::FormerName));
    assert_eq!(found("棠溪大学（江北校区）"), one("4199010001", Matched::Campus));
    assert_eq!(found("云浦理工大学"), one("4199010003", Matched::Base));
}

#[test]
fn no_guess() {
    // A place in brackets can be another school, a base can be two, a name in force another school's former one.
    assert_eq!(found("棠溪大学（西湖）"), None);
    assert_eq!(found("霁川大学"), None);
    assert_eq!(found("柏渡学院"), None);
    assert_eq!(found("棠溪"), None);
    assert_eq!(found(""), None);
}

#[test]
fn provinces_and_fields() {
    let registry = Registry::read(LIST.as_bytes()).unwrap();
    let third = &registry.institutions()[2];
    assert_eq!((third.province.as_str(), third.department.as_str()), ("湖岭省", "教育部"));
    assert_eq!(registry.institutions()[5].province, "澄海省");
}

#[test]
fn encodings_and_errors() {
    let (gbk, _, _) = encoding_rs::GB18030.encode(LIST);
    assert_eq!(Registry::read(&gbk).unwrap().institutions().len(), 7);
    let kind = |list: &str| Registry::read(list.as_bytes()).unwrap_err().kind();
    assert_eq!(kind("甲,乙\n1,2\n"), "no_name_column");
    assert_eq!(kind("学校名称,主管部门\n棠溪大学,湖岭省\n"), "no_code_column");
    assert_eq!(kind("学校名称,学校标识码\n"), "empty");
    assert!(matches!(Registry::read(b"PK\x03\x04nothing"), Err(RegistryError::Malformed(_))));
}

#[test]
fn a_workbook() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (r, line) in LIST.lines().enumerate() {
        for (c, cell) in line.split(',').enumerate() {
            let (r, c) = (u32::try_from(r).unwrap(), u16::try_from(c).unwrap());
            match cell.parse::<f64>() {
                Ok(number) => sheet.write(r, c, number).unwrap(),
                Err(_) => sheet.write(r, c, cell).unwrap(),
            };
        }
    }
    let registry = Registry::read(&book.save_to_buffer().unwrap()).unwrap();
    assert_eq!(registry.find("棠溪大学").unwrap().institution.code, "4199010001");
}
