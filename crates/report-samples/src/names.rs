//! Names of institutions that do not exist.

const PLACES: [&str; 24] = [
    "临溪",
    "云岫",
    "澄岭",
    "柏川",
    "霁原",
    "望渚",
    "青汀",
    "棠浦",
    "松桥",
    "鹭洲",
    "砚峰",
    "虹渡",
    "瑶泉",
    "岚陵",
    "枕湖",
    "芷江洲",
    "景澜",
    "梧湾",
    "泊远",
    "杉溪",
    "漪川",
    "碧崖",
    "朔原",
    "宁潭",
];
const FIELDS: [&str; 12] =
    ["", "师范", "理工", "财经", "农业", "医科", "外国语", "工商", "交通", "艺术", "石油", "科技"];
const TYPES: [&str; 5] = ["大学", "学院", "职业技术学院", "大学", "学院"];

/// The name of institution number `n`; different for the first 1,440, then with the place's half doubled in front.
pub(crate) fn institution(n: usize) -> String {
    let place = PLACES[n % PLACES.len()];
    let field = FIELDS[n / PLACES.len() % FIELDS.len()];
    let kind = n / (PLACES.len() * FIELDS.len());
    let prefix = ["", "东", "南", "西", "北", "新", "大", "小", "上", "下"][kind / TYPES.len() % 10];
    format!("{prefix}{place}{field}{}", TYPES[kind % TYPES.len()])
}
