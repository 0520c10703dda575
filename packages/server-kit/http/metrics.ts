import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Database } from '../database.ts';

export interface Metrics {
  observe(route: string, method: string, status: number, seconds: number): void;
  text(): Promise<string>;
}

/** Prometheus metrics of this process: requests by route pattern (never by address), the database pool, Node's own. */
export function createMetrics(database: Database): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'gongzhi_http_request_seconds',
    help: 'Time to answer, by route',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  });
  const pool = { total: 'totalCount', idle: 'idleCount', waiting: 'waitingCount' } as const;
  for (const [name, key] of Object.entries(pool)) {
    new Gauge({
      name: `gongzhi_database_connections_${name}`,
      help: `Database connections: ${name}`,
      registers: [registry],
      collect() {
        this.set(database.pool[key]);
      },
    });
  }
  return {
    observe: (route, method, status, seconds) => requests.observe({ route, method, status }, seconds),
    text: () => registry.metrics(),
  };
}
