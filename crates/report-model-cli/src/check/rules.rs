//! The rules as people look them up.

use super::args::{RuleArgs, RulesArgs};
use super::settings::nearest;
use crate::error::say;
use crate::lang::Lang;
use report_model::{Rule, rules};
use serde_json::json;
use std::fmt::Write as _;
use std::io::{self, Write};

/// Findings of the reading, which have no page: code, Chinese and English title.
const READING: [(&str, &str, &str); 7] = [
    ("RM900", "不是年度报告", "not an annual report"),
    ("RM901", "文本为空", "the text is empty"),
    ("RM902", "文本中断", "the text breaks off"),
    ("RM903", "数字旁的文字丢失", "characters beside digits are lost"),
    ("RM904", "含有控制字符", "control characters"),
    ("RM905", "有字符未能解码", "characters could not be decoded"),
    ("RM906", "超过长度上限", "over the limit of length"),
];

/// All codes, those of the reading too.
pub(crate) fn codes() -> Vec<&'static str> {
    rules().iter().map(|rule| rule.code).chain(READING.iter().map(|(code, ..)| *code)).collect()
}

/// The title of a code.
pub(crate) fn title(code: &str, lang: Lang) -> &'static str {
    let rule = rules().iter().find(|rule| rule.code == code).map(|rule| lang.pick(rule.title, rule.title_en));
    let reading = || READING.iter().find(|(own, ..)| *own == code).map(|(_, zh, en)| lang.pick(*zh, *en));
    rule.or_else(reading).unwrap_or_default()
}

/// The rule of a code, where it has one.
pub(crate) fn of(code: &str) -> Option<&'static Rule> {
    rules().iter().copied().find(|rule| rule.code == code)
}

/// The list of rules.
pub(crate) fn list(args: &RulesArgs) -> String {
    let lang = args.lang.unwrap_or_else(Lang::from_env);
    if args.json {
        let list: Vec<_> = rules()
            .iter()
            .map(|rule| {
                json!({
                    "code": rule.code, "name": rule.name, "severity": rule.severity.as_str(),
                    "title": rule.title, "title_en": rule.title_en, "help": rule.help, "help_en": rule.help_en,
                })
            })
            .collect();
        return serde_json::to_string_pretty(&list).unwrap_or_default() + "\n";
    }
    let mut out = String::new();
    let mut group = None;
    for rule in rules() {
        if group != Some(rule.group()) {
            group = Some(rule.group());
            let _ = writeln!(
                out,
                "{}{}",
                if out.is_empty() { "" } else { "\n" },
                lang.pick(rule.group().title(), rule.group().title_en())
            );
        }
        let _ = writeln!(
            out,
            "  {}  {}  {}",
            rule.code,
            lang.severity(rule.severity),
            lang.pick(rule.title, rule.title_en)
        );
    }
    out
}

/// Prints the page of a rule; the exit code.
pub(crate) fn explain(args: &RuleArgs) -> io::Result<u8> {
    let lang = args.lang.unwrap_or_else(Lang::from_env);
    let wanted = args.rule.trim();
    let found = rules().iter().find(|rule| rule.code.eq_ignore_ascii_case(wanted) || rule.name == wanted);
    let Some(rule) = found else {
        let names = rules().iter().flat_map(|rule| [rule.code, rule.name]);
        let hint =
            nearest(wanted, names).map(|hint| format!(", {} {hint}?", lang.pick("是否指", "did you mean")));
        say(&format!(
            "report-model: {} {wanted:?}{}",
            lang.pick("没有规则", "no rule"),
            hint.unwrap_or_default()
        ));
        return Ok(2);
    };
    io::stdout().lock().write_all(page(rule, lang).as_bytes())?;
    Ok(0)
}

fn page(rule: &Rule, lang: Lang) -> String {
    let mut out = format!(
        "{} {} · {} · {}\n\n{}\n",
        rule.code,
        rule.name,
        lang.severity(rule.severity),
        lang.pick(rule.title, rule.title_en),
        lang.pick(rule.help, rule.help_en),
    );
    for line in rule.page {
        out.push('\n');
        out.push_str(line.strip_prefix(' ').unwrap_or(line).trim_start_matches("## "));
    }
    out.push('\n');
    out
}
