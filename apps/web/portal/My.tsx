import { isStaff, MyAccount, MyLooks, useMe } from '#modules/access/web/portal/index';
import { KeptList, MyMatters } from '#modules/matters/web/portal/index';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import { ButtonLink, Card, Loaded, Page, Row, Stack } from '#packages/web-kit/ui';
import styles from './portal.module.css';

const WORDS = {
  title: text('我的', 'My'),
  guest: text(
    '您没有登录。不登录也能反映、查询；这台设备上的反映列在下面。',
    'You are not signed in. You can report and track all the same; reports made on this device are below.',
  ),
  signIn: text('登录', 'Sign in'),
  open: text('开通账号', 'Open an account'),
  matters: text('我反映的事', 'What I reported'),
  looks: text('谁看过我的信息', 'Who looked at my data'),
  looksLead: text(
    '每次查看您的联系方式，都要写明用途并记录在这里。',
    'Each look at your contact details needs a purpose and is recorded here.',
  ),
};

/** `/my`: who I am here, what I reported, who looked at my data. */
export default function My() {
  const words = useWords(WORDS);
  const query = useMe();
  return (
    <Page title={words.title}>
      <Loaded query={query}>
        {(me) =>
          me.person ? (
            <Stack gap={5}>
              <Card>
                <MyAccount me={{ ...me, person: me.person }} />
              </Card>
              <div className={isStaff(me) ? undefined : styles.columns}>
                <section aria-labelledby="my-matters">
                  <h2 id="my-matters" className={styles.title}>
                    {words.matters}
                  </h2>
                  <MyMatters />
                </section>
                <section aria-labelledby="my-looks" className={styles.section}>
                  <h2 id="my-looks" className={styles.title}>
                    {words.looks}
                  </h2>
                  <Card>
                    <p className={styles.soft}>{words.looksLead}</p>
                    <MyLooks />
                  </Card>
                </section>
              </div>
            </Stack>
          ) : (
            <Card>
              <Stack>
                <p>{words.guest}</p>
                <Row>
                  <ButtonLink to="/sign-in" look="primary">
                    {words.signIn}
                  </ButtonLink>
                  <ButtonLink to="/account">{words.open}</ButtonLink>
                </Row>
              </Stack>
            </Card>
          )
        }
      </Loaded>
      <KeptList />
    </Page>
  );
}
