"""Chinese and English words for labels. Report text is never translated."""

from __future__ import annotations

import os
from typing import Literal, TypeAlias

Lang: TypeAlias = Literal["zh", "en"]
"""Language of labels and messages."""


def language(wanted: str | None) -> Lang:
    """The language asked for, else that of the environment, else Chinese: as the command line chooses it."""
    if wanted is not None:
        return "en" if wanted == "en" else "zh"
    for name in ("REPORT_MODEL_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        locale = os.environ.get(name, "").replace("-", "_").split(".")[0].split("_")[0].split("@")[0].lower()
        # The neutral locales ask for nothing.
        if locale not in ("", "c", "posix"):
            return "zh" if locale == "zh" else "en"
    return "zh"


_WORDS: dict[str, dict[str, tuple[str, str]]] = {
    "role": {
        "overview": ("概述", "overview"),
        "proactive": ("主动公开", "proactive"),
        "key_areas": ("重点领域", "key areas"),
        "on_request": ("依申请公开", "on request"),
        "appraisal": ("评议", "appraisal"),
        "complaints": ("举报诉讼", "complaints"),
        "improvement": ("经验与改进", "improvement"),
        "checklist": ("清单事项", "checklist"),
        "other_matters": ("其他事项", "other matters"),
        "other": ("其他部分", "other part"),
    },
    "channel": {
        "website": ("网站", "website"),
        "wechat": ("微信", "WeChat"),
        "weibo": ("微博", "Weibo"),
        "douyin": ("短视频", "short video"),
        "newspaper": ("校报", "newspaper"),
        "radio": ("广播", "radio"),
        "bulletin_board": ("公告栏", "bulletin board"),
        "led_screen": ("电子屏", "LED screen"),
        "oa": ("办公系统", "office system"),
        "email": ("邮件", "e-mail"),
        "meeting": ("会议", "meeting"),
        "qq": ("QQ", "QQ"),
        "dingtalk": ("钉钉", "DingTalk"),
        "app": ("移动应用", "app"),
        "other": ("其他", "other"),
    },
    "kind": {
        "disclosed": ("公开", "disclosed"),
        "audience": ("阅读", "audience"),
        "requests": ("申请", "requests"),
        "complaints": ("举报", "complaints"),
        "training": ("培训", "training"),
        "rules": ("制度", "rules"),
        "people": ("人员", "people"),
        "money": ("金额", "money"),
        "rate": ("比率", "rate"),
        "other": ("其他", "other"),
    },
    "state": {
        "present": ("有", "present"),
        "merged": ("并入他处", "merged"),
        "missing": ("缺", "missing"),
        "not_prescribed": ("当年未要求", "not prescribed"),
        "unknown": ("无法判断", "unknown"),
    },
    "severity": {
        "error": ("错误", "error"),
        "warning": ("提醒", "warning"),
        "info": ("提示", "note"),
    },
    "bound": {
        "exact": ("", ""),
        "at_least": ("≥ ", "≥ "),
        "about": ("约 ", "about "),
        "at_most": ("≤ ", "≤ "),
    },
    "refers_to": {
        "current": ("本期", "current"),
        "previous": ("上期", "previous"),
        "change": ("增减", "change"),
        "planned": ("计划", "planned"),
        "profile": ("概况", "profile"),
    },
    "requests": {
        "received": ("收到申请", "received"),
        "granted": ("予以公开", "granted"),
        "partly_granted": ("部分公开", "partly granted"),
        "refused": ("不予公开", "refused"),
        "not_held": ("信息不存在", "not held"),
        "other": ("其他处理", "other"),
        "pending": ("正在办理", "pending"),
        "fees": ("收费（元）", "fees (yuan)"),
        "complaints": ("举报投诉", "complaints"),
        "reconsiderations": ("行政复议", "reconsiderations"),
        "lawsuits": ("行政诉讼", "lawsuits"),
    },
    "change": {
        "changed": ("变动", "changed"),
        "added": ("新增", "added"),
        "gone": ("不再出现", "gone"),
    },
    "direction": {
        "rise": ("增加", "more"),
        "fall": ("减少", "less"),
        "open": ("增减不定", "may be more or less"),
    },
    "field": {
        "title": ("标题", "title"),
        "institution": ("学校名称", "institution"),
        "coverage": ("年度", "year covered"),
        "period": ("统计期", "period"),
        "signed.by": ("落款单位", "signed by"),
        "signed.date": ("落款日期", "date signed"),
        "page.published": ("发布日期", "date published"),
        "page.views": ("浏览次数", "page views"),
        "contact.address": ("地址", "address"),
        "contact.postcode": ("邮编", "postcode"),
        "contact.phones": ("电话", "telephone"),
        "contact.faxes": ("传真", "fax"),
        "contact.emails": ("电子邮箱", "e-mail"),
        "links": ("网址", "links"),
        "citations": ("引用文件", "citations"),
        "channels": ("公开渠道", "channels"),
        "problems": ("问题", "problems"),
        "improvements": ("改进措施", "improvements"),
        "refusals": ("不予公开的理由", "grounds of refusal"),
        "declared_parts": ("预告的部分", "announced parts"),
        "disclosed.total": ("公开总数", "disclosed in all"),
        "appraisal.satisfaction": ("满意率", "satisfaction"),
    },
    "answer": {
        "stated": ("写明数字", "number stated"),
        "nil": ("写明没有", "stated to be none"),
        "not_mentioned": ("未提及", "not mentioned"),
    },
    "note": {
        "rise": ("至少翻倍", "at least doubled"),
        "fall": ("至少减半", "at most half"),
        "repeated": ("与上年完全相同", "the same to the digit"),
        "unit_changed": ("单位改变", "another unit"),
        "part_gone": ("部分不再出现", "part is gone"),
        "same_year": ("同一年有两份", "two for one year"),
    },
}


def word(vocabulary: str, name: str, lang: Lang) -> str:
    """A name of a vocabulary in words; the name itself where none are known."""
    pair = _WORDS[vocabulary].get(name)
    return name if pair is None else pair[lang == "en"]


def pick(lang: Lang, zh: str, en: str) -> str:
    """The one of both that is wanted."""
    return en if lang == "en" else zh


def number(value: float) -> str:
    """A number with separators: 1,326 or 84.31."""
    return f"{value:,}".replace("-", "−")
