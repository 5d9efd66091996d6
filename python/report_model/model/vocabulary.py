"""The names that a report uses. They are plain strings; a type checker and an editor know which there are."""

from typing import Literal

Applicability = Literal["safe", "unsafe", "display_only"]
"""Who may apply a fix.

- ``safe``: Cannot change the meaning: may be applied by a program.
- ``unsafe``: Probably right: a person decides.
- ``display_only``: Only shown.
"""

Bound = Literal["exact", "at_least", "about", "at_most"]
"""How exact a printed number is.

- ``exact``: As printed.
- ``at_least``: 余, 多, 以上, 超过, 逾
- ``about``: 约, 近, 左右
- ``at_most``: 不超过, 以内
"""

CellState = Literal["value", "blank", "slash", "dash", "zero"]
"""What a table cell holds; nothing, a slash, a dash and zero mean different things.

- ``value``: Words or a number.
- ``blank``: Nothing.
- ``slash``: ``/``
- ``dash``: ``—``
- ``zero``: ``0``
"""

Channel = Literal[
    "website",
    "wechat",
    "weibo",
    "douyin",
    "newspaper",
    "radio",
    "bulletin_board",
    "led_screen",
    "oa",
    "email",
    "meeting",
    "qq",
    "dingtalk",
    "app",
    "other",
]
"""Where information was made public.

- ``website``: 网站
- ``wechat``: 微信
- ``weibo``: 微博
- ``douyin``: 抖音, 视频号, 快手
- ``newspaper``: 校报, 报刊
- ``radio``: 广播
- ``bulletin_board``: 公告栏, 橱窗, 展板
- ``led_screen``: 电子屏
- ``oa``: 办公系统, 信息门户, 校内网
- ``email``: 电子邮件, 校长信箱
- ``meeting``: 会议
- ``qq``: QQ群
- ``dingtalk``: 钉钉
- ``app``: 移动应用
- ``other``: Telephone, letters, television, other platforms.
"""

ChecklistStatus = Literal["disclosed", "not_applicable", "nothing_this_year", "not_stated"]
"""What the report says about an item of the checklist.

- ``disclosed``: Made public.
- ``not_applicable``: Does not apply to the school.
- ``nothing_this_year``: Nothing of the kind this year.
- ``not_stated``: Named without saying.
"""

CoverageBasis = Literal["academic", "calendar"]
"""What kind of year a report says it is for.

- ``academic``: An academic year, September to August.
- ``calendar``: A calendar year.
"""

DocumentKind = Literal["annual_report", "other"]
"""What the document is.

- ``annual_report``: A university's annual report on information disclosure.
- ``other``: Anything else: news, notices, guides, reports of governments.
"""

InstitutionCategory = Literal[
    "university",
    "college",
    "vocational_university",
    "vocational_college",
    "junior_college",
    "open_university",
    "adult_college",
    "party_school",
    "independent_college",
    "other",
]
"""The kind of institution, told from its name.

- ``university``: 大学
- ``college``: 学院 (degree-granting)
- ``vocational_university``: 职业技术大学, 职业大学
- ``vocational_college``: 职业技术学院, 职业学院
- ``junior_college``: 高等专科学校
- ``open_university``: 开放大学, 广播电视大学
- ``adult_college``: 管理干部学院, 教育学院, 职工大学
- ``party_school``: 党校, 行政学院
- ``independent_college``: 大学的独立学院: "…大学…学院"
- ``other``: Any other school.
"""

MeasureKind = Literal[
    "disclosed",
    "audience",
    "requests",
    "complaints",
    "training",
    "rules",
    "people",
    "money",
    "rate",
    "other",
]
"""What a quantity counts.

- ``disclosed``: Pieces of information made public.
- ``audience``: Reads, likes, followers, visits.
- ``requests``: Applications for disclosure.
- ``complaints``: Complaints, reconsiderations, lawsuits.
- ``training``: Trainings and meetings held.
- ``rules``: Rules issued or revised.
- ``people``: Persons.
- ``money``: Money.
- ``rate``: Percentages.
- ``other``: Anything else.
"""

OffsetEncoding = Literal["utf8", "utf16", "utf32"]
"""Unit in which spans are counted.

- ``utf8``: Bytes of UTF-8: Rust, and the command line's JSON.
- ``utf16``: UTF-16 code units: JavaScript, Java, C#.
- ``utf32``: Code points: Python.
"""

PartState = Literal["present", "merged", "missing", "not_prescribed", "unknown"]
"""How a prescribed part of the report is there.

- ``present``: Under a heading of its own.
- ``merged``: In the heading of another part.
- ``missing``: No heading names it.
- ``not_prescribed``: Not prescribed in the year of the report, and not there.
- ``unknown``: The report breaks off or is not divided into parts that could be compared.
"""

ProvinceEvidence = Literal["name", "address", "authority", "postcode", "area_code", "document_number"]
"""What told the province.

- ``name``: The institution's name.
- ``address``: An address.
- ``authority``: The authority that the report names (省教育厅).
- ``postcode``: The postcode's first two digits.
- ``area_code``: The telephone area code.
- ``document_number``: The agency code of a document number (鄂教办函).
"""

RefersTo = Literal["current", "previous", "change", "planned", "profile"]
"""What time a quantity speaks of.

- ``current``: The reporting period.
- ``previous``: The period before (上学年1,512条).
- ``change``: A difference from the period before (较上年增加312条).
- ``planned``: Targets and plans.
- ``profile``: The school's size: students, floor area, books.
"""

RefusalGround = Literal["state_secret", "trade_secret", "privacy", "other_rule"]
"""Ground of a refusal (Order 29, article 10).

- ``state_secret``: 国家秘密
- ``trade_secret``: 商业秘密
- ``privacy``: 个人隐私
- ``other_rule``: 法律、法规、规章以及学校规定的其他情形
"""

Role = Literal[
    "overview",
    "proactive",
    "key_areas",
    "on_request",
    "appraisal",
    "complaints",
    "improvement",
    "checklist",
    "other_matters",
    "other",
]
"""The subject of a part of the report, after the parts prescribed by the Ministry's yearly notices.

- ``overview``: 概述
- ``proactive``: 主动公开情况
- ``key_areas``: 重点领域信息公开情况, as a part of its own
- ``on_request``: 依申请公开和不予公开情况
- ``appraisal``: 对信息公开的评议情况
- ``complaints``: 因信息公开受到举报、复议、诉讼的情况
- ``improvement``: 主要经验、存在问题和改进措施
- ``checklist``: 清单事项公开情况
- ``other_matters``: 其他需要报告的事项
- ``other``: Anything else, for instance training.
"""

Script = Literal["hans", "hant"]
"""The script of the text.

- ``hans``: Simplified characters.
- ``hant``: Traditional characters, also partly.
"""

Severity = Literal["error", "warning", "info"]
"""How grave a finding is.

- ``error``: Wrong as it stands.
- ``warning``: Probably wrong.
- ``info``: Worth knowing.
"""

Stated = Literal["nil", "number"]
"""Whether a count was given as a number or as "none".

- ``nil``: Stated to be none (未收到…).
- ``number``: Stated as a number.
"""

__all__ = [
    "Applicability",
    "Bound",
    "CellState",
    "Channel",
    "ChecklistStatus",
    "CoverageBasis",
    "DocumentKind",
    "InstitutionCategory",
    "MeasureKind",
    "OffsetEncoding",
    "PartState",
    "ProvinceEvidence",
    "RefersTo",
    "RefusalGround",
    "Role",
    "Script",
    "Severity",
    "Stated",
]
