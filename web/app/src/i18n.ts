// The page's words in Chinese and English. Chinese stands first, here as in the page.

import { lang } from './prefs.ts';

/** The one of two that fits the language. Read inside a component, it follows the switch. */
export function tr(zh: string, en: string): string {
  return lang.value === 'zh' ? zh : en;
}

const FIELDS: Record<string, [string, string]> = {
  title: ['标题', 'Title'],
  institution: ['学校', 'Institution'],
  'institution.province': ['省份依据', 'Province told by'],
  coverage: ['年度', 'Year'],
  period: ['统计期限', 'Period'],
  'page.published': ['发布日期', 'Published'],
  'page.views': ['浏览次数', 'Views'],
  'signed.date': ['落款日期', 'Signed on'],
  'signed.by': ['落款单位', 'Signed by'],
  'letter.addressee': ['主送机关', 'Addressee'],
  'letter.document_number': ['发文字号', 'Document number'],
  'contact.address': ['地址', 'Address'],
  'contact.postcode': ['邮编', 'Postcode'],
  'contact.phones': ['电话', 'Telephone'],
  'contact.faxes': ['传真', 'Fax'],
  'contact.emails': ['电子邮箱', 'E-mail'],
  links: ['网址', 'Link'],
  citations: ['引用文件', 'Citation'],
  'citations.document_number': ['文号', 'Document number'],
  declared_parts: ['声明的部分', 'Announced parts'],
  channels: ['公开渠道', 'Channels'],
  refusals: ['不予公开的理由', 'Grounds of refusal'],
  measures: ['数量', 'Quantity'],
  problems: ['存在问题', 'Problem'],
  improvements: ['改进措施', 'Planned measure'],
  unclaimed: ['未归属的数字', 'Unexplained number'],
  checklist: ['清单事项', 'Checklist item'],
  'requests.received': ['收到申请', 'Applications received'],
  'requests.granted': ['予以公开', 'Granted'],
  'requests.partly_granted': ['部分公开', 'Partly granted'],
  'requests.refused': ['不予公开', 'Refused'],
  'requests.not_held': ['信息不存在', 'Not held'],
  'requests.other': ['其他处理', 'Other answers'],
  'requests.pending': ['正在办理', 'Pending'],
  'requests.fees': ['收取费用（元）', 'Fees (yuan)'],
  'oversight.complaints': ['举报', 'Complaints'],
  'oversight.reconsiderations': ['行政复议', 'Reconsiderations'],
  'oversight.lawsuits': ['行政诉讼', 'Lawsuits'],
};

const TERMS: Record<string, Record<string, [string, string]>> = {
  channel: {
    website: ['网站', 'website'],
    wechat: ['微信', 'WeChat'],
    weibo: ['微博', 'Weibo'],
    douyin: ['短视频', 'short video'],
    newspaper: ['报刊', 'newspaper'],
    radio: ['广播', 'radio'],
    bulletin_board: ['公告栏', 'notice board'],
    led_screen: ['电子屏', 'LED screen'],
    oa: ['办公系统', 'office system'],
    email: ['邮件', 'e-mail'],
    meeting: ['会议', 'meeting'],
    qq: ['QQ群', 'QQ'],
    dingtalk: ['钉钉', 'DingTalk'],
    app: ['移动应用', 'app'],
    other: ['其他', 'other'],
  },
  kind: {
    disclosed: ['公开数量', 'published'],
    audience: ['阅读与关注', 'audience'],
    requests: ['申请', 'applications'],
    complaints: ['举报复议诉讼', 'complaints'],
    training: ['培训与会议', 'training'],
    rules: ['制度', 'rules'],
    people: ['人数', 'persons'],
    money: ['金额', 'money'],
    rate: ['比率', 'rate'],
    other: ['其他', 'other'],
  },
  fact: {
    head: ['题名与学校', 'head'],
    time: ['日期与期限', 'dates'],
    measure: ['数量', 'quantities'],
    count: ['申请与监督', 'applications'],
    citation: ['引用文件', 'citations'],
    contact: ['联系与网址', 'contact'],
    point: ['问题与措施', 'problems, plans'],
    unclaimed: ['未归属的数字', 'unexplained numbers'],
  },
  severity: { error: ['错误', 'error'], warning: ['提醒', 'warning'], info: ['提示', 'note'] },
  state: {
    present: ['已有', 'present'],
    merged: ['合并', 'merged'],
    missing: ['缺少', 'missing'],
    not_prescribed: ['当年未规定', 'not prescribed then'],
    unknown: ['无法判断', 'cannot tell'],
  },
  item: {
    disclosed: ['已公开', 'disclosed'],
    not_applicable: ['不适用', 'not applicable'],
    nothing_this_year: ['本年度无', 'nothing this year'],
    not_stated: ['未说明', 'not stated'],
  },
  change: { changed: ['变化', 'changed'], added: ['新增', 'added'], gone: ['不再出现', 'gone'] },
  part: { kept: ['保留', 'kept'], added: ['新增', 'added'], gone: ['不再出现', 'gone'] },
  refers: {
    previous: ['上年', 'previous year'],
    change: ['比上年', 'change'],
    planned: ['计划', 'planned'],
    profile: ['学校概况', 'profile'],
    current: ['本年度', 'current'],
  },
};

/** A field of the report, in words. */
export function fieldName(path: string): string {
  const [head = ''] = path.split('.');
  const found = FIELDS[path] ?? FIELDS[head];
  return found ? tr(...found) : path;
}

/** A word of a closed vocabulary. */
export function term(vocabulary: keyof typeof TERMS & string, name: string): string {
  const found = TERMS[vocabulary]?.[name];
  return found ? tr(...found) : name;
}
