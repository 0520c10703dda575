import { CATEGORIES, type Category } from '../../modules/matters/core/categories.ts';
import { wordsOf } from '../../modules/matters/core/words.ts';
import type { Dice } from './dice.ts';

/** Reports made of generated sentences: about 6,500 of them, most of them places, put together to texts of 40 to 400 characters. */
export interface Said {
  readonly text: string;
  readonly address: string;
  readonly words: readonly string[];
}

const cross = (...lists: readonly (readonly string[])[]): string[] =>
  lists.reduce<string[]>((all, list) => all.flatMap((head) => list.map((tail) => head + tail)), ['']);

/** 625 roads, so that an address is that of a few matters, as in a district of this size. */
const SIGNS = Array.from('东西南北中上下前后新古平长安桂柳梅竹松云石金玉红白');
const ENDS = Array.from('园塘河井院巷楼仓桥亭门街里坊港浜墩弄场湾渡祠塔庙湖');
export const ROADS = cross(SIGNS, ENDS);
export const NUMBERS = 280;
const SPOTS = ['路口', '小区南门', '菜场旁', '幼儿园门口', '公交站后面', '河边步道', '停车场入口', '老年活动室前'];
const TROUBLES: readonly ((word: string) => string)[] = [
  (word) => `我要反映${word}的问题，已经有一段时间没有人来处理。`,
  (word) => `这里的${word}情况越来越多，给周围住户带来不便。`,
  (word) => `请尽快来看一下${word}，老人和孩子经过都要绕行。`,
  (word) => `关于${word}，前后打过两次电话，到今天仍然没有结果。`,
];
const SINCE = [
  '上个月开始',
  '大约半年以前',
  '从春节以后',
  '这个星期以来',
  '自从下过大雨',
  '入夏以来',
  '开学之后',
  '最近几天',
];
const HOW = [
  '早晚各有一次',
  '几乎每天都是这样',
  '到了夜里更加明显',
  '周末尤其严重',
  '刮风下雨时最麻烦',
  '时好时坏没有规律',
];
const WHO = ['楼里的老人', '带孩子的家长', '沿街的店家', '骑车上班的人', '隔壁单元的住户', '来往的行人'];
const EFFECT = ['都觉得不安全', '只好从马路中间走', '晚上睡不好觉', '出门要绕一大圈', '说过许多回了', '担心再出意外'];
const WISHES = [
  '希望有关单位到现场核实，给一个明确的答复。',
  '请告诉我们由哪个部门负责，什么时候能够办好。',
  '如果一时办不了，也请说明原因和下一步的安排。',
  '建议在这里设置提示，并且定期检查。',
  '盼望早日解决，谢谢你们的辛苦工作。',
  '我可以配合上门查看，工作日下午都在家。',
  '大家愿意一起出力，请社区组织商量一次。',
  '处理之前请先和住户打个招呼，避免误会。',
];
/** Told by one report in about five thousand: what a rare word finds. */
export const RARE = '墙角的石狮子被人推倒了，底座也裂开了。';
const RARE_SHARE = 1 / 5000;

const PLACES = cross(ROADS, SPOTS).map((place) => `地点在${place}。`);
const WHEN = cross(SINCE, HOW).map((when) => `${when}。`);
const CONCERN = cross(WHO, EFFECT).map((concern) => `${concern}。`);
const OF_KIND = new Map(
  CATEGORIES.filter(({ parent }) => parent !== null).map((kind) => [
    kind.code,
    kind.words.flatMap((word) => TROUBLES.map((trouble) => trouble(word))),
  ]),
);
const DETAILS = [...WHEN, ...CONCERN, ...WISHES];
const LONGEST = 400;

/** Every sentence ends with a full stop, so that the search words of a text are those of its sentences. */
const known = new Map<string, readonly string[]>();
function wordsOfSentence(sentence: string): readonly string[] {
  const found = known.get(sentence) ?? wordsOf(sentence);
  known.set(sentence, found);
  return found;
}

export function sayAbout(kind: Category, dice: Dice): Said {
  const sentences = [dice.pick(OF_KIND.get(kind.code)!), dice.pick(PLACES), dice.pick(WHEN)];
  if (dice.next() < RARE_SHARE) sentences.push(RARE);
  // Most reports are short, a few are long.
  let left = Math.floor(dice.next() ** 3 * (LONGEST - 80));
  for (let next = dice.pick(DETAILS); left >= next.length; next = dice.pick(DETAILS)) {
    sentences.push(next);
    left -= next.length;
  }
  const address = `${dice.pick(ROADS)}路${1 + dice.below(NUMBERS)}号${1 + dice.below(24)}幢`;
  const words = new Set(sentences.flatMap(wordsOfSentence));
  for (const word of wordsOf(address)) words.add(word);
  return { text: sentences.join(''), address, words: [...words] };
}
