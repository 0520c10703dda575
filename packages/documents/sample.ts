import * as d from './index.ts';

const LONG =
  '为健全基层治理体系，提高网格化服务管理水平，根据《滨州市网格化服务管理条例》（以下简称“条例”）第六条第二款规定，现将平江街道2026年网格划分有关事项公告如下；社区（村）应当在居民主要活动场所公布网格名称、区域范围、网格员姓名及联系方式、监督电话，变更的应当及时更新。Contact us at https://example.org/grids/320508018001001/notice?format=pdf 或拨打12345。';

/** One document that shows every part: for the README, and to be looked at. */
export const SAMPLE: d.OfficialDocument = {
  title: '关于平江街道网格划分方案的公告',
  author: '姑苏区人民政府平江街道办事处',
  created: '2026-11-25T00:00:00Z',
  style: d.OFFICIAL,
  blocks: [
    ...d.letterhead('姑苏区平江街道办事处文件', '姑平街〔2026〕12号'),
    d.title('关于平江街道网格划分方案的公告'),
    d.addressee('各社区居民委员会，各有关单位：'),
    d.paragraph(LONG),
    d.heading(1, '一、总体要求'),
    d.paragraph([
      '坚持',
      { text: '不重复、不遗漏、全覆盖、无缝隙', bold: true },
      '，每个网格原则上为',
      { text: '300户至500户', underline: true },
      '。姓名：',
      { blank: 6 },
      '，是否同意：',
      { check: true },
      '同意　',
      { check: false },
      '不同意。',
    ]),
    d.heading(2, '（一）职责分工'),
    ...d.clauses([
      { words: '街道办事处负责组织实施。', under: ['编制方案；', '公示不少于五个工作日。'] },
      '社区居民委员会协助做好宣传、解释工作，及时收集居民意见。',
    ]),
    ...d.clauses([{ words: '本公约由全体居民共同遵守。', under: ['爱护公共设施；'] }], 'article'),
    d.list(
      [
        { title: '序号', width: 1 },
        { title: '网格名称', width: 3, align: 'left' },
        { title: '户数', width: 1.2, align: 'right' },
        { title: '网格员', width: 1.5 },
        { title: '联系电话', width: 2.4 },
      ],
      [
        ['1', '历史街区社区第一网格', '412', '陆小雨', '0512-55550101'],
        ['2', '历史街区社区第二网格（含观前街沿街商户、第3至第18号院落）', '388', '顾敏', '0512-55550102'],
        [{ lines: [['合计']], columns: 2, align: 'centre' }, '800', '', ''],
      ],
    ),
    d.fields([
      [
        ['申请人', '王小明'],
        ['联系电话', '138 0000 0000'],
      ],
      [['住所', '苏州市姑苏区平江路1号']],
      { fields: [['事由', '邻里噪声。\n自2026年9月起，每晚22时以后。']], height: 30 },
    ]),
    d.paragraph('特此公告。'),
    d.signatures([{ label: '申请人（签名）：' }, { label: '被申请人（签名）：' }, { label: '人民调解员（签名）：' }]),
    d.issued('姑苏区人民政府平江街道办事处', d.officialDate('2026-11-25'), 15.75, 441),
    d.note('附件：1. 网格清单　2. 示意图'),
    {
      kind: 'columns',
      count: 2,
      items: Array.from({ length: 23 }, (_, i) => [
        `${i + 1}. 居民代表${'甲乙丙丁戊己庚辛壬癸'[i % 10]}（${100 + i}室）`,
      ]),
    },
  ],
};
