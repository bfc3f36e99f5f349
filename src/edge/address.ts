/** Where people reach this hub, for the links in what it sends. */
import { Injectable } from '@nestjs/common';
import { Config } from '../config.js';

@Injectable()
export class Address {
  private here: string;

  constructor(config: Config) {
    this.here = config.publicUrl ?? `http://localhost:${config.port}`;
    this.isPublic = config.publicUrl !== undefined;
  }

  private readonly isPublic: boolean;

  /** A hub that serves this machine alone may have been given its port by the system. */
  listensAt(port: number): void {
    if (!this.isPublic) this.here = `http://localhost:${port}`;
  }

  /** The whole address of a page, e.g. of `/settings`. */
  of(path: string): string {
    return `${this.here}${path}`;
  }
}
