/** Puts what is told into a letter, with the links of its reader. */
import { tellings } from '@hub/contracts';
import { Injectable } from '@nestjs/common';
import { Address } from '../../edge/address.js';
import type { Letter } from '../mail/letter.js';
import { UnsubscribingService } from '../mail/unsubscribing.service.js';
import { letterOf, type Reader, type Stop, type Written } from './letters.js';

@Injectable()
export class ComposingService {
  constructor(
    private readonly unsubscribing: UnsubscribingService,
    private readonly address: Address,
  ) {}

  async compose(reader: Reader, written: [Written, ...Written[]]): Promise<Letter> {
    const kinds = new Set(written.map(({ kind }) => kind));
    // What is critical always comes: nothing offers to stop it.
    const stopped = [...kinds].filter((kind) => !tellings[kind].critical);
    const stops = await Promise.all(
      stopped.map(async (kind): Promise<Stop> => {
        const token = await this.unsubscribing.tokenOf(reader.personId, kind);
        return {
          kind,
          post: this.address.of(`/api/unsubscriptions/${token}`),
          page: this.address.of(`/unsubscribe/${token}`),
        };
      }),
    );
    return letterOf(reader, written, { of: (path) => this.address.of(path), stops });
  }
}
