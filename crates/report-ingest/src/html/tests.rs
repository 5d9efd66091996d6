use crate::{BlockKind, Options, read};

/// The text of a page as a reader gets it.
#[track_caller]
fn check(page: &str, expect: &str) {
    let document = read(page.as_bytes(), &Options::default()).unwrap();
    assert_eq!(document.text, expect);
}

#[test]
fn paragraphs_lines_and_inline_elements() {
    check(
        "<p>一、<b>概</b><span>述</span></p><p>学校&nbsp; 重视<br>信息</p>\n<div>公开<div>工作</div>好</div>",
        "一、概述\n学校 重视\n信息\n公开\n工作\n好\n",
    );
    check(
        "<h1>题<br/>目</h1>甲<script>x</script><style>y</style><p style='DISPLAY: none'>z</p><p hidden>z</p>乙",
        "题\n目\n甲乙\n",
    );
}

#[test]
fn lists_print_their_labels() {
    check(
        "<ol><li>甲<li>乙<ul><li>丙</ul></ol><ol start=3 style='list-style-type:cjk-ideographic'><li>丁</ol>",
        "1.甲\n2.乙\n丙\n三、丁\n",
    );
    check("<ol style='list-style:none'><li>一、甲</ol>", "一、甲\n");
}

#[test]
fn tables_keep_rows_and_spans() {
    let page = "<p>前</p><table><tr><th rowspan=2>类别<th>事项</tr><tr><td>甲<p>乙</table><p>后</p>";
    let document = read(page.as_bytes(), &Options::default()).unwrap();
    assert_eq!(document.text, "前\n类别\t事项\n\t甲 乙\n后\n");
    let cells = &document.tables[0].cells;
    assert_eq!(
        cells.iter().map(|c| (c.row, c.column, c.row_span)).collect::<Vec<_>>(),
        [(0, 0, 2), (0, 1, 1), (1, 1, 1)]
    );
    assert_eq!(cells[2].span.slice(&document.text), Some("甲 乙"));
    assert_eq!(document.blocks[1].kind, BlockKind::Table);
}

#[test]
fn tables_that_place_things_are_text() {
    check(
        "<table><tr><td><table><tr><td>题目</td></tr></table><p>一、概述</p><p>重视。</p></td></tr></table>",
        "题目\n一、概述\n重视。\n",
    );
}

#[test]
fn malformed_tables() {
    check("<table><tr><td>甲<td>乙<tr><td colspan=9999999>丙<td>丁</table>", "甲\t乙\n丙\n");
    check("<table><td>甲<td>乙<tr>丙<td rowspan=0>丁<td>戊</table>", "丙\n甲\t乙\n丁\t戊\n");
    check("<td>甲</td><tr><p>乙", "甲\n乙\n");
}

#[test]
fn the_report_out_of_the_page() {
    let body = "<p>一、概述</p><p>学校重视信息公开工作，健全制度，完善机制，主动接受师生员工和社会监督，取得明显成效。</p>";
    // 博达, 苏迪, and a page without any mark.
    let pages = [
        format!(
            "<body><div class=top><ul class=nav><li><a href=/>首页</a><li><a href=/x>学校概况</a></ul></div>\
             <div class=main><form name=_newscontent_fromname><div><h1 align=center>某校报告</h1>\
             <div>发布时间：2022-10-30 点击数：<span>12</span></div><div id=vsb_content><div class=v_news_content>{body}</div></div>\
             <p>上一篇：<a href=1.htm>甲</a></p></form></div><div class=footer>版权所有</div>"
        ),
        format!(
            "<body><div class='wp-header'><a href=/>首页</a></div><div class=article><h1 class=arti_title>某校报告</h1>\
             <p class=arti_metas><span>发布时间：2022-10-30</span> <span>点击数：12</span></p><div class=entry><article class=read>\
             <div class=wp_articlecontent>{body}</div></article></div></div><div id=footer>版权所有</div>"
        ),
        format!(
            "<body><table><tr><td><a href=/>首页</a> <a href=/x>学校概况</a></td></tr></table><table><tr><td class=tt>\
             <h1>某校报告</h1><p>发布时间：2022-10-30 点击数：12</p>{body}</td></tr></table><div class=footer>版权所有</div>"
        ),
    ];
    for page in pages {
        let document = read(page.as_bytes(), &Options::default()).unwrap();
        let lines: Vec<&str> = document.text.lines().collect();
        assert_eq!(lines[..3], ["某校报告", "发布时间：2022-10-30 点击数：12", "一、概述"], "{page}");
        assert_eq!(lines.len(), 4);
        assert_eq!(document.blocks[0].kind, BlockKind::Heading { level: 1 });
    }
}

#[test]
fn a_page_that_holds_its_text_elsewhere_says_so() {
    let document = read(b"<html><body><h1>x</h1><img src=a.jpg>", &Options::default()).unwrap();
    assert_eq!(document.warnings[0].code, "text_elsewhere");
}

#[test]
fn depth_is_limited() {
    let error = read("<div>".repeat(100_000).as_bytes(), &Options::default()).unwrap_err();
    assert_eq!(error.kind(), "too_deep");
    let unclosed = format!("<table>{}", "<tr><td>甲<p>乙".repeat(5000));
    assert!(read(unclosed.as_bytes(), &Options::default()).is_ok());
}

#[test]
fn where_links_lead() {
    let lead = |head: &str, url: Option<&str>| {
        let options = Options { url: url.map(str::to_owned), ..Options::default() };
        let page = format!("<html><head>{head}</head><body><p>见<a href='b.htm'>网站</a></p></body></html>");
        read(page.as_bytes(), &options).unwrap().links[0].url.clone()
    };
    assert_eq!(lead("<base href='http://a.cn/x/'>", Some("http://c.cn/y/z.htm")), "http://a.cn/x/b.htm");
    assert_eq!(lead("<base href='../'>", Some("http://c.cn/y/z.htm")), "http://c.cn/b.htm");
    assert_eq!(lead("<link rel=canonical href='http://d.cn/e/'>", None), "http://d.cn/e/b.htm");
    assert_eq!(lead("", None), "b.htm");
}
