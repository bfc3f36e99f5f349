import { Module } from '@nestjs/common';
import { NetworkAccessService } from './network-access.service.js';

@Module({ providers: [NetworkAccessService], exports: [NetworkAccessService] })
export class NetworkAccessModule {}
