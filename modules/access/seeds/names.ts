import { createHash } from 'node:crypto';

/** Frequent surnames, and characters of given names: combined by chance, so that nobody in particular is meant. */
const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文';
const GIVEN =
  '安柏斌波博彩灿晨诚春纯聪丹德东芳菲枫刚光国桂海涵航豪昊和恒宏红华欢辉慧佳嘉坚健江杰洁金锦京景静娟军俊凯康可兰乐磊丽莉良林玲凌龙璐梅美萌敏明娜楠宁萍琪倩强勤青清庆秋泉蓉瑞珊山胜诗舒爽思松涛婷彤伟文雯武希夏祥翔晓欣新兴秀旭雪雅燕阳瑶怡艺英盈永勇宇玉媛源悦云泽哲珍正志智忠竹卓子';

const pick = (letters: string, byte: number): string => [...letters][byte % [...letters].length];

/** The made-up name of the person with this key: the same key, the same name. */
export function nameFor(key: string): string {
  const [surname, first, second, two] = createHash('sha256').update(`gongzhi demo ${key}`).digest();
  const given = pick(GIVEN, first) + (two % 4 === 0 ? '' : pick(GIVEN, second));
  return pick(SURNAMES, surname) + given;
}
