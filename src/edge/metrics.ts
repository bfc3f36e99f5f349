/** Figures for Prometheus: the process, requests by route and status, sockets that were cut. Labels never hold ids or addresses. */
import { Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'hub_http_request_seconds',
    help: 'Time to answer an HTTP request, seconds',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2],
    registers: [this.registry],
  });

  readonly cuts = new Counter({
    name: 'hub_sockets_cut_total',
    help: 'Sockets closed by the hub, by reason',
    labelNames: ['reason'],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  readonly onRequests = (request: Request, response: Response, next: NextFunction): void => {
    const stop = this.requests.startTimer();
    response.on('finish', () => {
      const route = (request.route as { path?: string } | undefined)?.path ?? 'static';
      stop({ method: request.method, route, status: response.statusCode });
    });
    next();
  };
}
