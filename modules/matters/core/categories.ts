import { type Text, text } from '#packages/kernel';
import type { Term } from '#packages/procedure';

/**
 * Kinds of matters: first level and second level after the classification of citizens' messages (facts 2.3), street matters after
 * the kinds of events of digital city management (facts 1.3). Terms are defaults of the demo district, to be set by each district.
 */
export interface Category {
  readonly code: string;
  readonly name: Text;
  readonly parent: string | null;
  /** Who is responsible as a rule: a kind of organisation of the access module. */
  readonly responsible: string;
  /** Time to handle it, from dispatch to the report back. */
  readonly term: Term;
  /** Whether a grid worker may settle it on the spot. */
  readonly onTheSpot: boolean;
  /** Words that speak for it. */
  readonly words: readonly string[];
}

const workDays = (amount: number): Term => ({ amount, unit: 'work_day' });
const workHours = (amount: number): Term => ({ amount, unit: 'work_hour' });
const urgentHours = (amount: number): Term => ({ amount, unit: 'urgent_hour' });

type Row = readonly [zh: string, en: string, responsible: string, term: Term, onTheSpot: boolean, words: string];

const TREE: Record<string, { name: Text; rows: Record<string, Row> }> = {
  '01': {
    name: text('市容环境', 'Streets and cleanliness'),
    rows: {
      '01': [
        '暴露垃圾',
        'Litter and waste',
        'urban_management',
        workHours(8),
        true,
        '垃圾 渣土 垃圾桶 臭味 脏乱 清运 环卫',
      ],
      '02': [
        '乱堆物料',
        'Things left about',
        'urban_management',
        workDays(1),
        true,
        '堆放 杂物 乱堆 楼道 堆物 废弃家具 占道堆',
      ],
      '03': [
        '违章搭建',
        'Illegal building',
        'urban_management',
        workDays(15),
        false,
        '违建 违章 搭建 私搭 乱建 违法建筑 加盖',
      ],
      '04': [
        '占道经营',
        'Trading on the street',
        'urban_management',
        workHours(8),
        true,
        '摆摊 占道 游商 流动摊贩 店外经营 夜市 烧烤',
      ],
      '05': [
        '园林绿化',
        'Trees and green',
        'urban_management',
        workDays(5),
        false,
        '绿化 树木 树枝 绿地 草坪 毁绿 公园 病虫害',
      ],
      '06': [
        '宣传广告',
        'Posters and signs',
        'urban_management',
        workDays(2),
        true,
        '广告 小广告 招牌 横幅 霓虹灯 张贴',
      ],
    },
  },
  '02': {
    name: text('公共设施', 'Public facilities'),
    rows: {
      '01': [
        '道路破损',
        'Damaged roads',
        'urban_management',
        workDays(5),
        false,
        '路面 坑洼 破损 道路 人行道 塌陷 修路 窨井 井盖',
      ],
      '02': ['路灯照明', 'Street lamps', 'urban_management', workDays(2), false, '路灯 照明 灯不亮 黑灯 灯坏'],
      '03': [
        '排水积水',
        'Drains and flooding',
        'urban_management',
        urgentHours(4),
        false,
        '积水 排水 下水道 堵塞 污水 内涝 管网',
      ],
      '04': [
        '供水供气供电',
        'Water, gas, power',
        'housing',
        urgentHours(24),
        false,
        '停水 停电 自来水 水压 燃气 天然气 煤气 电力 供电 水质',
      ],
      '05': ['公共厕所', 'Public toilets', 'urban_management', workDays(3), false, '公厕 厕所 卫生间'],
      '06': ['网络通信', 'Networks', 'district', workDays(5), false, '宽带 信号 基站 网络 移动 电信 联通 光纤'],
    },
  },
  '03': {
    name: text('住房物业', 'Housing and property service'),
    rows: {
      '01': [
        '物业服务',
        'Property service',
        'housing',
        workDays(5),
        false,
        '物业 物业费 业主 业委会 小区管理 保安 维修基金',
      ],
      '02': [
        '房屋质量',
        'Quality of buildings',
        'housing',
        workDays(10),
        false,
        '漏水 渗水 质量 开裂 墙面 外墙 脱落 毛坯',
      ],
      '03': ['电梯', 'Lifts', 'market', urgentHours(24), false, '电梯 加装电梯 困人 停运'],
      '04': [
        '房产交易',
        'Sale and deeds',
        'housing',
        workDays(10),
        false,
        '开发商 购房 房产证 交房 延期 楼盘 售楼 房价 退房 预售 购房合同',
      ],
      '05': [
        '住房保障',
        'Housing support',
        'housing',
        workDays(10),
        false,
        '公积金 廉租房 公租房 保障房 人才房 购房补贴 租房补贴',
      ],
      '06': [
        '征收拆迁',
        'Expropriation and removal',
        'housing',
        workDays(15),
        false,
        '拆迁 征收 安置 补偿款 棚户区 棚改 回迁 征地',
      ],
    },
  },
  '04': {
    name: text('交通出行', 'Traffic'),
    rows: {
      '01': ['违停和停车', 'Parking', 'police', workDays(3), true, '停车 违停 乱停 停车位 车位 堵车位 收费停车'],
      '02': [
        '交通拥堵和信号',
        'Jams and signals',
        'police',
        workDays(10),
        false,
        '拥堵 堵车 红绿灯 信号灯 路口 交通 斑马线 监控',
      ],
      '03': [
        '公共交通',
        'Public transport',
        'transport',
        workDays(10),
        false,
        '公交 地铁 公交车 班车 站台 线路 出租车 网约车 轨道',
      ],
      '04': [
        '共享单车',
        'Shared bicycles',
        'transport',
        workDays(2),
        true,
        '共享单车 单车 电动车 非机动车 充电桩 充电',
      ],
      '05': [
        '道路规划建设',
        'Planning of roads',
        'transport',
        workDays(15),
        false,
        '规划 高速 大道 通车 修建 建设进度 立交 隧道 高铁',
      ],
    },
  },
  '05': {
    name: text('噪音和污染', 'Noise and pollution'),
    rows: {
      '01': [
        '施工噪音',
        'Construction noise',
        'environment',
        workHours(4),
        false,
        '施工 噪音 工地 扰民 夜间施工 打桩 渣土车 通宵',
      ],
      '02': [
        '商业和生活噪音',
        'Noise of shops and neighbours',
        'police',
        workHours(8),
        true,
        '噪声 广场舞 音响 KTV 酒吧 吵闹 喇叭 麻将 噪音扰民',
      ],
      '03': ['空气污染', 'Air', 'environment', workDays(3), false, '油烟 气味 粉尘 扬尘 废气 烟雾 异味 刺鼻 焚烧'],
      '04': [
        '水和土壤污染',
        'Water and soil',
        'environment',
        workDays(5),
        false,
        '河道 污染 排污 黑臭 水污染 湖 化工厂 废水 土壤',
      ],
    },
  },
  '06': {
    name: text('安全隐患', 'Safety'),
    rows: {
      '01': [
        '消防通道和隐患',
        'Fire safety',
        'emergency',
        workHours(8),
        true,
        '消防 消防通道 火灾 灭火器 飞线 充电 隐患 起火',
      ],
      '02': [
        '高空坠物和危房',
        'Falling objects, unsafe houses',
        'housing',
        urgentHours(2),
        false,
        '高空抛物 坠物 危房 坍塌 脱落 围墙 倒塌 裂缝',
      ],
      '03': [
        '社会治安',
        'Public security',
        'police',
        workHours(8),
        false,
        '偷盗 治安 诈骗 赌博 打架 传销 盗窃 黑社会 涉黑',
      ],
      '04': ['养犬', 'Dogs', 'police', workDays(2), true, '养狗 遛狗 犬 流浪狗 狗 咬伤 狗绳'],
    },
  },
  '07': {
    name: text('民生服务', 'Social services'),
    rows: {
      '01': [
        '社会救助',
        'Social assistance',
        'civil_affairs',
        workDays(5),
        false,
        '低保 救助 困难 残疾 五保 补助 贫困 扶贫',
      ],
      '02': ['养老助老', 'Elderly care', 'civil_affairs', workDays(5), true, '养老 老人 养老院 助餐 退休 敬老 老年'],
      '03': [
        '医疗卫生',
        'Health',
        'civil_affairs',
        workDays(5),
        false,
        '医院 医生 看病 医保 疫苗 挂号 医疗 手术 卫生院',
      ],
      '04': [
        '教育',
        'Education',
        'education',
        workDays(10),
        false,
        '学校 学生 入学 学位 老师 教师 幼儿园 小学 中学 补课 培训机构 家长',
      ],
      '05': [
        '文化体育旅游',
        'Culture, sports, tourism',
        'education',
        workDays(5),
        false,
        '健身 图书馆 体育 文化 旅游 景区 球场 广场 电影',
      ],
      '06': [
        '劳动和社会保障',
        'Work and social security',
        'labour',
        workDays(10),
        false,
        '工资 拖欠 社保 劳动 农民工 辞退 加班 工伤 公司 养老保险 合同',
      ],
      '07': [
        '户籍和证件',
        'Household register and papers',
        'police',
        workDays(5),
        false,
        '户口 落户 身份证 居住证 户籍 驾驶证 迁户',
      ],
    },
  },
  '08': {
    name: text('市场消费', 'Market and consumers'),
    rows: {
      '01': [
        '消费纠纷',
        'Consumer disputes',
        'market',
        workDays(5),
        false,
        '退款 消费 欺诈 健身房 预付卡 商家 维权 退费 假货 虚假宣传',
      ],
      '02': [
        '食品药品',
        'Food and medicine',
        'market',
        workDays(3),
        false,
        '食品 过期 药店 餐馆 饭店 卫生 药品 保健品 食堂',
      ],
      '03': [
        '价格和金融',
        'Prices and finance',
        'market',
        workDays(10),
        false,
        '乱收费 价格 收费 贷款 集资 P2P 理财 税 发票 银行',
      ],
    },
  },
  '09': {
    name: text('邻里和社区', 'Neighbours and community'),
    rows: {
      '01': [
        '邻里纠纷',
        'Disputes of neighbours',
        'community',
        workDays(5),
        true,
        '邻居 邻里 楼上 楼下 纠纷 争吵 矛盾',
      ],
      '02': [
        '社区服务',
        'Community service',
        'community',
        workDays(3),
        true,
        '社区 居委会 村委会 网格 证明 活动室 居民 志愿',
      ],
      '03': ['公共空间', 'Shared space', 'community', workDays(5), true, '公共区域 占用 晾晒 楼顶 地锁 花坛 公共空间'],
    },
  },
  '10': {
    name: text('咨询建议', 'Questions and proposals'),
    rows: {
      '01': [
        '政策咨询',
        'Questions on policy',
        'district',
        workDays(3),
        false,
        '咨询 请问 政策 办理 流程 如何 条件 材料',
      ],
      '02': ['意见建议', 'Proposals', 'district', workDays(10), false, '建议 希望 能否 增设 增加 优化 改进'],
      '03': [
        '作风效能',
        'Conduct of offices',
        'district',
        workDays(10),
        false,
        '态度 推诿 不作为 乱作为 投诉 工作人员 举报 官员 腐败',
      ],
    },
  },
};

const rowOf = (parent: string, [code, row]: [string, Row]): Category => {
  const [zh, en, responsible, term, onTheSpot, words] = row;
  return {
    code: `${parent}${code}`,
    name: text(zh, en),
    parent,
    responsible,
    term,
    onTheSpot,
    words: words.split(' '),
  };
};

/** First-level codes have two digits, second-level codes four; a matter carries a second-level code. */
export const CATEGORY_GROUPS: readonly { code: string; name: Text }[] = Object.entries(TREE)
  .map(([code, { name }]) => ({ code, name }))
  .sort((a, b) => a.code.localeCompare(b.code));

export const CATEGORIES: readonly Category[] = CATEGORY_GROUPS.flatMap(({ code }) =>
  Object.entries(TREE[code].rows)
    .sort(([a], [b]) => a.localeCompare(b))
    .map((row) => rowOf(code, row)),
);

const byCode = new Map(CATEGORIES.map((category) => [category.code, category]));

export const findCategory = (code: string): Category | undefined => byCode.get(code);

/** Throws a RangeError for an unknown code: codes from outside are checked with `findCategory` first. */
export function getCategory(code: string): Category {
  const category = byCode.get(code);
  if (!category) throw new RangeError(`unknown category ${code}`);
  return category;
}
