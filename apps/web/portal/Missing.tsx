import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import { ButtonLink, Page, Row } from '#packages/web-kit/ui';

const WORDS = {
  title: text('没有找到这一页', 'There is no such page'),
  lead: text(
    '地址可能写错了，或者页面已经搬家。您要找的多半在这里：',
    'The address may be mistyped, or the page has moved. What you are looking for is probably here:',
  ),
  home: text('首页', 'Home'),
  track: text('查询进度', 'Track a report'),
  report: text('我要反映', 'Report'),
};

export default function Missing() {
  const words = useWords(WORDS);
  return (
    <Page title={words.title} lead={words.lead} width="narrow">
      <Row>
        <ButtonLink to="/" look="primary">
          {words.home}
        </ButtonLink>
        <ButtonLink to="/track">{words.track}</ButtonLink>
        <ButtonLink to="/report">{words.report}</ButtonLink>
      </Row>
    </Page>
  );
}
