import { type Text, text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import { ButtonLink, Page } from '#packages/web-kit/ui';
import styles from './portal.module.css';

const WORDS = {
  title: text('使用说明', 'How it works'),
  lead: text(
    '一件事从反映到办结会经过什么，谁能看到什么，您有哪些权利。',
    'What happens between a report and its closure, who sees what, and what you can do.',
  ),
  stage: text('阶段', 'Stage'),
  what: text('做什么', 'What happens'),
  term: text('时限', 'Term'),
  stages: text('办理阶段和时限', 'Stages and terms'),
  stagesNote: text(
    '工作时间按国家公布的工作日历（含调休）计算。暂停和延期必须公布原因。各类事项的办理时限在反映后显示。',
    'Working time follows the published working calendar with its shifted days. A pause or an extension needs a published reason. The term of each kind is shown once you have reported.',
  ),
  privacy: text('您的信息', 'Your data'),
  rights: text('您可以', 'What you can do'),
  elsewhere: text('不在这里办的', 'What does not belong here'),
  report: text('我要反映', 'Report something'),
};

const STAGES: readonly { name: Text; what: Text; term: Text }[] = [
  {
    name: text('登记', 'Received'),
    what: text('得到追踪码，落到唯一的网格', 'You get a code; it lands in exactly one grid'),
    term: text('马上', 'at once'),
  },
  {
    name: text('受理', 'Accepted'),
    what: text(
      '网格员或社区核对类别；不受理要说明原因和去处',
      'Grid worker or community check the kind; a refusal names its reason and another way',
    ),
    term: text('2 个工作小时', '2 working hours'),
  },
  {
    name: text('派单', 'Dispatched'),
    what: text('交给一个责任单位，首接负责', 'Given to exactly one unit: the first to receive it stays responsible'),
    term: text('2 个工作小时', '2 working hours'),
  },
  {
    name: text('办理', 'Handled'),
    what: text(
      '签收、办理、通报进展；退单也要先审核',
      'Taken on, handled, progress told; even a return is reviewed first',
    ),
    term: text('按类别', 'by its kind'),
  },
  {
    name: text('核实', 'Verified'),
    what: text('由承办人以外的人到现场或回访核实', 'By somebody other than the handler, on site or by asking you'),
    term: text('2 个工作日', '2 working days'),
  },
  {
    name: text('办结', 'Closed'),
    what: text('您分别评价是否解决、是否满意', 'You say whether it is solved, and whether you are satisfied'),
    term: text('1 个工作日', '1 working day'),
  },
];

const PRIVACY: readonly Text[] = [
  text(
    '您写的内容和照片默认不公开，只有办理人员能看到。公众看到类别、所在网格、进度和办理单位的公开答复。',
    'Your words and photos are not public: only those who handle the matter see them. The public sees kind, grid, progress and the published answers of the unit.',
  ),
  text(
    '只有您勾选同意，您写的文字才会公开；工作人员也可以另写一段不含个人信息的说明。',
    'Your words are published only if you tick the box; staff may publish a text of their own without personal data.',
  ),
  text(
    '联系方式加密保存。每次查看都要写明用途，并显示给您。',
    'Contact details are encrypted. Each look needs a purpose and is shown to you.',
  ),
  text(
    '照片会重新编码，其中的拍摄位置和设备信息会被清除。',
    'Photos are encoded anew; the place and device in them are removed.',
  ),
  text('不做人脸识别，不给人打分，不追踪任何人。', 'No face recognition, no scores of people, no tracking of anybody.'),
  text(
    '每一步都记入只能追加的账本，任何人都能核验有没有被改动过。',
    'Each step is appended to a ledger; anybody can verify that nothing was changed.',
  ),
];

const RIGHTS: readonly Text[] = [
  text(
    '不用注册就能反映；凭追踪码随时查看进度。',
    'Report without an account; see how it stands with the tracking code.',
  ),
  text('办结前撤回；办结后 30 天内要求重办。', 'Withdraw before it is closed; reopen within 30 days after.'),
  text(
    '和别人遇到同一件事时点“同诉”，不用重复填写。',
    'Join a matter of others with “Me too” instead of writing it again.',
  ),
  text('查看谁看过您的联系方式、为了什么。', 'See who looked at your contact details, and what for.'),
];

const ELSEWHERE: readonly Text[] = [
  text(
    '紧急情况：110 报警、119 火警、120 急救、122 交通事故。',
    'Emergencies: 110 police, 119 fire, 120 ambulance, 122 traffic accident.',
  ),
  text(
    '诉讼、仲裁、行政复议、信访等，走法定途径。',
    'Lawsuits, arbitration, administrative review and petitions go their legal way.',
  ),
  text(
    '不方便上网的，可拨打 12345 或到社区居委会当面说。',
    'Without the internet: call 12345, or speak to the residents’ committee in person.',
  ),
];

/** `/about` */
export default function About() {
  const words = useWords(WORDS);
  return (
    <Page title={words.title} lead={words.lead} width="middle">
      <h2 className={styles.title}>{words.stages}</h2>
      <Stages />
      <p className={styles.soft}>{words.stagesNote}</p>
      <Points title={words.rights} points={RIGHTS} />
      <Points title={words.privacy} points={PRIVACY} />
      <Points title={words.elsewhere} points={ELSEWHERE} />
      <p className={styles.section}>
        <ButtonLink to="/report" look="warm" large icon="pen">
          {words.report}
        </ButtonLink>
      </p>
    </Page>
  );
}

function Stages() {
  const words = useWords(WORDS);
  const say = useText();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{words.stage}</th>
          <th scope="col">{words.what}</th>
          <th scope="col">{words.term}</th>
        </tr>
      </thead>
      <tbody>
        {STAGES.map(({ name, what, term }) => (
          <tr key={name.zh}>
            <th scope="row">{say(name)}</th>
            <td>{say(what)}</td>
            <td>{say(term)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Points({ title, points }: { readonly title: string; readonly points: readonly Text[] }) {
  const say = useText();
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>{title}</h2>
      <ul className={styles.points}>
        {points.map((point) => (
          <li key={point.zh}>{say(point)}</li>
        ))}
      </ul>
    </section>
  );
}
