import { TASKS } from './tasks.ts';
import { answerCall, type Call } from './wire.ts';

self.addEventListener('message', ({ data }: MessageEvent<Call>) => {
  void answerCall(TASKS, data, (reply) => self.postMessage(reply));
});
