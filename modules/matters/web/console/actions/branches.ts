import { type Text, text } from '#packages/kernel';
import type { RefusalBranch } from '../../../core/state.ts';

export type Branch = RefusalBranch;

interface BranchWords {
  readonly label: Text;
  /** The other way that is open to the person: the beginning of the reason, to be completed. */
  readonly way: Text;
}

/** The six branches by which a matter is not taken here, each with the way that is open instead (facts 2.1). */
export const BRANCHES: Record<Branch, BranchWords> = {
  emergency: {
    label: text('紧急情况', 'An emergency'),
    way: text(
      '这是紧急情况，请立即拨打 110（治安）、119（火警）、120（急救）或 122（交通事故）。',
      'This is an emergency: call 110 (police), 119 (fire), 120 (ambulance) or 122 (traffic accident) at once.',
    ),
  },
  legal_way: {
    label: text('应走法定途径', 'A legal way is laid down'),
    way: text(
      '此事应通过诉讼、仲裁、行政复议、信访等法定途径解决，可到区公共法律服务中心咨询。',
      'The law lays down another way (court, arbitration, review, petition): the public legal service centre advises.',
    ),
  },
  repeated: {
    label: text('重复且无新情况', 'Repeated, nothing new'),
    way: text(
      '同一事项已在办理，可凭原追踪码查看进展；有新情况请补充说明。',
      'The same matter is being handled: follow it by its code, and tell what is new if there is something.',
    ),
  },
  secret: {
    label: text('涉密或涉他人隐私', 'Secret, or the privacy of others'),
    way: text(
      '内容涉及国家秘密、商业秘密或他人隐私，不能在此受理，请向主管部门当面反映。',
      'It concerns secrets or the privacy of others: bring it to the competent office in person.',
    ),
  },
  out_of_scope: {
    label: text('不属政府服务范围', 'Not for the administration'),
    way: text(
      '此事不属于政府服务范围，可通过市场或社会服务解决：',
      'It is not for the administration; a market or social service can help: ',
    ),
  },
  unlawful: {
    label: text('违法或违背公序良俗', 'Unlawful, or against good morals'),
    way: text('诉求与法律法规或公序良俗不符，不能受理，理由是：', 'It is against the law or good morals, because: '),
  },
};
