import PgBoss from 'pg-boss';
import type { Job } from './http/manifest.ts';

export interface Jobs {
  send(name: string, data: object): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the jobs on PostgreSQL (pg-boss polls, it needs no LISTEN): each runs once, whichever process takes it. */
export async function startJobs(url: string, jobs: readonly Job[], onError: (error: Error) => void): Promise<Jobs> {
  const boss = new PgBoss({ connectionString: url, schema: 'jobs', max: 3 });
  boss.on('error', onError);
  await boss.start();
  for (const job of jobs) {
    await boss.createQueue(job.name);
    await boss.work(job.name, { pollingIntervalSeconds: 1 }, async ([{ data }]) => job.run(data));
    if (job.cron) await boss.schedule(job.name, job.cron, {}, { tz: 'Asia/Shanghai' });
  }
  return {
    send: async (name, data) => {
      await boss.send(name, data);
    },
    stop: () => boss.stop({ graceful: true, timeout: 20_000 }),
  };
}
