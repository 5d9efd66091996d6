"""How cards and pages look. Colours are mixed with the text's own, so that they fit light and dark alike."""

from __future__ import annotations

from .html import Piece

# The theme of the place: VS Code, Jupyter, else what surrounds the card.
_CARD = """
.rm{--rm-line:color-mix(in srgb,currentColor 18%,transparent);--rm-soft:color-mix(in srgb,currentColor 6%,transparent);\
--rm-dim:color-mix(in srgb,currentColor 68%,transparent);--rm-red:color-mix(in srgb,#d33c33 78%,currentColor);\
--rm-amber:color-mix(in srgb,#c77700 78%,currentColor);--rm-blue:color-mix(in srgb,#2f78d0 78%,currentColor);\
--rm-green:color-mix(in srgb,#23905a 78%,currentColor);--rm-violet:color-mix(in srgb,#8457c9 78%,currentColor);\
color:var(--vscode-editor-foreground,var(--jp-content-font-color1,inherit));background:transparent;line-height:1.65;\
font-size:14px;max-width:66em;border:1px solid var(--rm-line);border-radius:10px;padding:1em 1.25em .8em;\
margin:.4em 0;box-sizing:border-box;text-align:start;overflow-wrap:anywhere;text-autospace:normal}
.rm *{box-sizing:border-box}
.rm p,.rm ul,.rm ol{margin:.3em 0}
.rm h3,.rm h4{margin:0;line-height:1.35;font-weight:650;color:inherit}
.rm h3{font-size:1.3em}
.rm h4{font-size:.86em;letter-spacing:.04em;color:var(--rm-dim);margin:1.1em 0 .35em}
.rm .rm-sub{color:var(--rm-dim);font-size:.93em}
.rm .rm-tiles{display:flex;flex-wrap:wrap;gap:.5em;margin:.8em 0 .2em;padding:0;list-style:none}
.rm .rm-tiles li{flex:1 1 6.5em;background:var(--rm-soft);border-radius:8px;padding:.45em .8em;margin:0}
.rm .rm-tiles b{display:block;font-size:1.45em;font-weight:650;line-height:1.3;font-variant-numeric:tabular-nums}
.rm .rm-tiles span{color:var(--rm-dim);font-size:.86em}
.rm .rm-two{display:flex;flex-wrap:wrap;gap:0 2em}
.rm .rm-two>div{flex:1 1 20em;min-width:0;overflow-x:auto}
.rm .rm-two>.rm-counts{flex-basis:29em}
.rm .rm-counts q{white-space:nowrap}
.rm .rm-counts code{font-size:.82em}
.rm table{border-collapse:collapse;width:100%;margin:.2em 0;font-size:.93em;background:transparent;\
table-layout:auto;border:0}
.rm tr,.rm tbody tr:nth-child(even),.rm tbody tr:hover{background:transparent}
.rm th,.rm td{padding:.26em .7em .26em 0;border:0;border-bottom:1px solid var(--rm-line);text-align:start;\
vertical-align:top;font-weight:400;white-space:normal;max-width:none;color:inherit}
.rm thead th{color:var(--rm-dim);font-size:.9em;white-space:nowrap}
.rm tbody tr:last-child>*{border-bottom:0}
.rm q{quotes:"「" "」";color:inherit}
.rm .rm-n{font-variant-numeric:tabular-nums;white-space:nowrap}
.rm .rm-dim{color:var(--rm-dim)}
.rm code{white-space:nowrap;font-size:.92em;\
background:var(--rm-soft);padding:.08em .35em;border-radius:4px;color:inherit;\
font-family:ui-monospace,Menlo,Consolas,monospace}
.rm .rm-tag{display:inline-block;font-size:.86em;line-height:1.5;padding:0 .55em;border-radius:999px;\
border:1px solid var(--rm-line);white-space:nowrap}
.rm .rm-error{color:var(--rm-red);border-color:currentColor}
.rm .rm-warning{color:var(--rm-amber);border-color:currentColor}
.rm .rm-info{color:var(--rm-blue);border-color:currentColor}
.rm .rm-good{color:var(--rm-green);border-color:currentColor}
.rm .rm-list{list-style:none;padding:0;margin:0}
.rm .rm-list>li{margin:0;padding:.42em 0;border-bottom:1px solid var(--rm-line)}
.rm .rm-list>li:last-child{border-bottom:0}
.rm details{border-top:1px solid var(--rm-line);padding:.45em 0;margin:0}
.rm .rm-more{margin-top:1em}
.rm summary{cursor:pointer;font-weight:600}
.rm summary:focus-visible{outline:2px solid var(--rm-blue);outline-offset:2px}
.rm .rm-foot{border-top:1px solid var(--rm-line);padding-top:.5em;margin:0;color:var(--rm-dim);font-size:.9em}
.rm svg{display:block;max-width:100%}
.rm tbody th{white-space:nowrap;max-width:24em;overflow:hidden;text-overflow:ellipsis}
.rm .rm-wrap tbody th{white-space:normal}
.rm .rm-bar td:nth-child(2){width:55%;vertical-align:middle}
.rm .rm-bar td:nth-child(3){white-space:nowrap;width:1%;padding-inline-end:0}
.rm .rm-key{display:inline-block;width:.8em;height:.8em;border-radius:2px;margin-inline-end:.35em;vertical-align:-.05em}
.rm .rm-wide{overflow-x:auto}
.rm .rm-wide td,.rm .rm-wide th{white-space:nowrap;max-width:22em;overflow:hidden;text-overflow:ellipsis;\
padding-inline-end:1.2em}
.rm .rm-wide q{white-space:normal}
.rm .rm-wide tbody th{position:sticky;inset-inline-start:0;max-width:15em;\
background:var(--vscode-editor-background,var(--jp-layout-color0,transparent))}
.rm .rm-wide thead th span{display:block;font-size:.88em}
"""

# The annotated text: colour helps, the line under the words and the tip tell the kind as well.
_TEXT = """
.rm-text{white-space:pre-wrap;overflow-wrap:anywhere;line-height:2;max-inline-size:40em;font-size:1.04em;line-break:strict}
.rm-text mark{color:inherit;background:color-mix(in srgb,var(--k) 20%,transparent);border-bottom:2px solid var(--k);\
border-radius:2px;padding:.05em 0}
.rm-text mark[data-k=measure],.rm-key[data-k=measure]{--k:#2f78d0}
.rm-text mark[data-k=count],.rm-key[data-k=count]{--k:#8457c9}
.rm-text mark[data-k=date],.rm-key[data-k=date]{--k:#23905a}
.rm-text mark[data-k=citation],.rm-key[data-k=citation]{--k:#b8860b}
.rm-text mark[data-k=name],.rm-key[data-k=name]{--k:#0f9aa6}
.rm-text mark[data-k=contact],.rm-key[data-k=contact]{--k:#7d8794}
.rm-text mark[data-k=open],.rm-key[data-k=open]{--k:#9a9a9a}
.rm-text mark[data-k=open]{background:none;border-bottom-style:dotted}
.rm-text mark[data-k=citation]{border-bottom-style:dashed}
.rm-text mark[data-k=count]{border-bottom-style:double;border-bottom-width:3px}
.rm-text .rm-f{background:none;border:0;text-decoration:underline wavy 1.5px;text-underline-offset:.38em}
.rm-text .rm-f[data-s=error]{text-decoration-color:#d33c33}
.rm-text .rm-f[data-s=warning]{text-decoration-color:#c77700;text-decoration-style:dashed}
.rm-text .rm-f[data-s=info]{text-decoration-color:#2f78d0;text-decoration-style:dotted}
.rm-text sup{font-size:.68em;line-height:0;margin-inline-start:.1em}
.rm-text sup a{text-decoration:none;color:inherit}
.rm-text b{font-weight:650}
.rm-key{background:var(--k)}
.rm-legend{display:flex;flex-wrap:wrap;gap:.2em 1.1em;padding:0;margin:.5em 0;list-style:none;font-size:.9em}
"""

_PAGE = """
:root{color-scheme:light dark}
body{margin:0;padding:clamp(.8em,2.5vw,2em);background:Canvas;color:CanvasText;line-height:1.7;\
font-family:FONTS}
body>*{margin-inline:auto}
.rm{max-width:84em;border:0;padding:0}
.rm-page{display:grid;grid-template-columns:minmax(0,3fr) minmax(17em,2fr);gap:0 3em;align-items:start}
.rm-page>aside{position:sticky;top:1em;max-height:calc(100vh - 2em);overflow:auto}
.rm :target{outline:2px solid var(--rm-blue);outline-offset:3px;border-radius:3px}
.rm a{color:var(--rm-blue)}
@media (max-width:56em){.rm-page{grid-template-columns:1fr}.rm-page>aside{position:static;max-height:none}}
@media print{.rm-page{display:block}.rm-page>aside{max-height:none;position:static}.rm-text mark{background:none}}
"""


def card_style(*, with_text: bool = False) -> Piece:
    """The style of a card, for every card again: an output of a notebook stands for itself."""
    return Piece(f"<style>{_CARD}{_TEXT if with_text else ''}</style>")


def page_style(fonts: str, extra: str = "") -> Piece:
    """The style of a page."""
    return Piece(f"<style>{_CARD}{_TEXT}{_PAGE.replace('FONTS', fonts)}{extra}</style>")
