//! Web pages round a report, as the usual content management systems of universities write them.

use std::fmt::Write;

/// The skeletons.
pub const SKELETONS: [fn(Option<&str>, &[&str]) -> String; 3] =
    [visual_site_builder, webplus, pasted_from_word];

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Cuts a line into spans at odd places, as editors do.
fn spans(line: &str) -> String {
    let mut out = String::new();
    let chars: Vec<char> = line.chars().collect();
    for (i, piece) in chars.chunks(7).enumerate() {
        let piece = escape(&piece.iter().collect::<String>());
        match i % 3 {
            0 => out.push_str(&piece),
            1 => drop(write!(out, "<span style=\"font-family:仿宋\">{piece}</span>")),
            _ => drop(write!(out, "<span lang=EN-US><font face=宋体>{piece}</font></span>")),
        }
    }
    out
}

const MENU: &str = "<ul><li><a href=\"/\">首页</a></li><li><a href=\"/gk.htm\">学校概况</a></li>\
    <li><a href=\"/zn.htm\">信息公开指南</a></li><li><a href=\"/ml.htm\">信息公开目录</a></li></ul>";

fn head(charset_and_title: &str) -> String {
    format!(
        "<!DOCTYPE html><html><head>{charset_and_title}<style>p{{color:red}} .x{{display:none}}</style>\
         <script>document.write('<p>三、脚本</p>');</script></head><body>"
    )
}

/// 博达 Visual SiteBuilder.
fn visual_site_builder(title: Option<&str>, lines: &[&str]) -> String {
    let mut page = head("<meta charset=\"CHARSET\"><title>信息公开年报-某某学院</title>");
    let _ = write!(
        page,
        "<div class=\"header\"><div class=\"logo\"><a href=\"/\">信息公开网</a></div><div class=\"nav\">{MENU}</div></div>"
    );
    page.push_str("<div class=\"main\"><div class=\"left\"><h3>信息公开目录</h3><ul><li><a href=\"a.htm\">基本信息</a></li><li><a href=\"b.htm\">招生考试信息</a></li></ul></div><div class=\"right\">");
    page.push_str("<div class=\"position\">当前位置：<a href=\"/\">首页</a> &gt; <a href=\"/nb\">信息公开年报</a> &gt; 正文</div>");
    page.push_str("<form name=\"_newscontent_fromname\"><div class=\"content-box\">");
    if let Some(title) = title {
        let _ = write!(
            page,
            "<h1 class=\"content-title\">{title}</h1><div class=\"content-info\">发布时间：2023年11月1日 点击：[<span>35</span>]</div>"
        );
    }
    page.push_str("<div id=\"vsb_content\"><div class=\"v_news_content\">\n");
    for line in lines {
        let _ = writeln!(page, "<p style=\"text-indent:2em\">{}</p>", escape(line));
    }
    page.push_str("</div></div><p>上一条：<a href=\"1.htm\">甲</a></p></div></form></div></div>");
    page.push_str("<div class=\"footer\"><p>版权所有 某某学院 地址：某市某路9号 电话：000-00000000</p></div></body></html>");
    page
}

/// 苏迪 webplus, lines apart by breaks.
fn webplus(title: Option<&str>, lines: &[&str]) -> String {
    let mut page = head("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=CHARSET\">");
    let _ = write!(
        page,
        "<header class=\"wp-header\">{MENU}</header><div class=\"wp-wrapper\"><div class=\"article\">"
    );
    if let Some(title) = title {
        let _ = write!(
            page,
            "<h1 class=\"arti_title\">{title}</h1><p class=\"arti_metas\"><span class=\"arti_publisher\">发布者：办公室</span>\
             <span class=\"arti_update\">发布时间：2023-11-01</span><span class=\"arti_views\">浏览次数：<span>35</span></span></p>"
        );
    }
    page.push_str("<div class=\"entry\"><article class=\"read\"><div class=\"read-content\"><div class=\"wp_articlecontent\"><div>\n");
    for line in lines {
        let _ = write!(page, "&nbsp; &nbsp;{}<br>\r\n", escape(line));
    }
    page.push_str(
        "</div></div></div></article></div></div></div><footer>技术支持：某某</footer></body></html>",
    );
    page
}

/// A page of tables with text pasted from Word.
fn pasted_from_word(title: Option<&str>, lines: &[&str]) -> String {
    let mut page = head("<META content=\"text/html; charset=CHARSET\" http-equiv=Content-Type>");
    let _ = write!(
        page,
        "<TABLE width=980><TR><TD>{MENU}</TD></TR></TABLE><TABLE width=980><TR><TD width=200 valign=top>"
    );
    page.push_str(
        "<a href=x.htm>相关链接</a><br><a href=y.htm>下载中心</a></TD><TD><TABLE><TR><TD align=center>",
    );
    if let Some(title) = title {
        let _ = write!(page, "<B class=tit>{title}</B>");
    }
    page.push_str("</TD></TR><TR><TD><div id=zoom><!--[if gte mso 9]><xml>一、注释</xml><![endif]-->");
    for line in lines {
        let _ =
            write!(page, "<p class=MsoNormal style='text-indent:32.0pt'>{}<o:p></o:p></p>\n", spans(line));
    }
    page.push_str("</div></TD></TR></TABLE></TD></TR></TABLE></BODY></HTML>");
    page
}
