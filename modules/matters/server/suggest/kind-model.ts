import { gzipSync } from 'node:zlib';
import type { Clock } from '#packages/kernel';
import { type Database, digest, FileAnswer } from '#packages/server-kit';
import { merged } from '../../core/suggest/experience.ts';
import type { Model } from '../../core/suggest/model.ts';
import { type PackedModel, pack, unpack } from '../../core/suggest/pack.ts';
import { BASE_MODEL, BASE_SOURCE } from './base-model.ts';
import { findLearned } from './queries.ts';

/** A model in use, with what is sent of it. */
export interface KindModel {
  readonly model: Model;
  readonly etag: string;
  /** JSON, compressed: phones load it once. */
  readonly sent: Buffer;
}

export interface KindModels {
  /** The model of the district: as carried, with what was learned from its own decisions. */
  current(): Promise<KindModel>;
  forget(): void;
}

const sourceOf = (learned: PackedModel) =>
  `${BASE_SOURCE}; ${learned.texts} matters of this district, closed in kinds that its staff decided`;

function kindModelOf(learned: PackedModel | undefined): KindModel {
  const { sharpness } = BASE_MODEL;
  const experience = learned ? merged(BASE_MODEL.experience, unpack(learned).experience) : BASE_MODEL.experience;
  const packed = JSON.stringify(pack({ experience, sharpness }, learned ? sourceOf(learned) : BASE_SOURCE));
  return {
    model: { experience, sharpness },
    etag: `"${digest('sha256', packed).slice(0, 20)}"`,
    sent: gzipSync(packed),
  };
}

/** It changes once a night: other processes see that within ten minutes. */
const REMEMBERED = 600_000;

export function kindModels(database: Database, district: string, clock: Clock): KindModels {
  let known: { readonly at: number; readonly model: Promise<KindModel> } | undefined;
  return {
    current: () => {
      const now = clock().getTime();
      if (!known || now - known.at > REMEMBERED)
        known = { at: now, model: findLearned(database, district).then(kindModelOf) };
      return known.model;
    },
    forget: () => {
      known = undefined;
    },
  };
}

export const presentModel = ({ sent, etag }: KindModel): FileAnswer =>
  new FileAnswer(sent, 'application/json; charset=utf-8', {
    'content-encoding': 'gzip',
    'cache-control': 'public, max-age=3600',
    etag,
  });
