//! The table `sections`.

use super::{rows, variables};
use crate::entry::Entry;
use crate::places::Place;
use crate::schema::OFFSETS;

pub(crate) struct Row<'e> {
    entry: &'e Entry<'e>,
    index: usize,
    place: &'e Place<'e>,
}

variables! {
    row: Row<'e>;
    section Plain Int ""
        "报告内的序号，从 0 起" "index in the report, from 0, in the order of the text" ""
        = row.index;
    parent Plain Int ""
        "上级章节的序号" "section it stands in" ""
        = row.place.parent;
    depth Plain Int ""
        "嵌套深度，0 为一级部分" "depth of nesting; 0 for parts" ""
        = row.place.depth;
    level Plain Int ""
        "序号形式的层级：一、=1 （一）=2 1.=3 （1）=4" "level by the form of its number: 一、=1 (一)=2 1.=3 (1)=4" "GB/T 9704-2012"
        = row.place.section.level;
    label Plain Text ""
        "标题序号（原文）" "number as printed; empty for a heading without one" ""
        = row.place.section.label.as_deref();
    title Plain Text ""
        "标题" "title" ""
        = &row.place.section.title.value;
    role Plain Text ""
        "标题所指的部分" "what the title says the section is about" "the Ministry's yearly notices"
        = row.place.section.role.as_str();
    part_role Plain Text ""
        "所属部分" "role of the part it belongs to" ""
        = row.place.role.as_str();
    characters Plain Int "characters"
        "字数，不计空白" "length without blanks, sections below included" ""
        = row.entry.characters(row.place.section.span);
    paragraphs Plain Int ""
        "直属段落数" "paragraphs directly in it" ""
        = row.place.section.paragraphs.len();
    tables Plain Int ""
        "直属表格数" "tables directly in it" ""
        = row.place.section.tables.len();
    start Plain Int OFFSETS
        "起点" "start, its number included" ""
        = row.entry.offsets.at(row.place.section.span.start);
    end Plain Int OFFSETS
        "终点" "end (exclusive), sections below included" ""
        = row.entry.offsets.at(row.place.section.span.end);
}

rows!(entry => entry.places.0.iter().enumerate().map(move |(index, place)| Row { entry, index, place }));
