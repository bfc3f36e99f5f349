/**
 * One handler for every way: the controller method that answers a route over HTTP answers the command of that name on a
 * socket too, and what comes with a page, with the same contract. Commands do not pass through Nest's pipeline, which costs more than many of them.
 */
import { commandNames, routes, type Contract, type Reply } from '@hub/contracts';
import { Answerer } from '@hub/realtime';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { checkScope } from './programs.js';
import { parsed, routeOf, takesActorAndInput } from './route.js';
import { Troubles } from './troubles.js';

/** What is answered this way: the commands, and what comes with a page before it asks. */
export const answeredNames = ['topic.read', 'message.list', ...commandNames] as const;
type Name = (typeof answeredNames)[number];

/** Methods of commands take whoever asks and the parsed input, in this order. */
type Handler = (actor: object, input: unknown) => unknown;

@Injectable()
export class Commands extends Answerer implements OnModuleInit {
  private readonly handlers = new Map<string, Handler>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly troubles: Troubles,
  ) {
    super();
  }

  /** A command that nothing answers, that two methods answer, or one that takes something else, stops the start. */
  onModuleInit(): void {
    for (const { instance, metatype } of this.discovery.getControllers()) {
      const methods = instance as Record<string, Handler>;
      for (const method of this.scanner.getAllMethodNames(Object.getPrototypeOf(instance))) {
        const handler = methods[method];
        const name = handler && routeOf(handler);
        if (!handler || name === undefined || !(answeredNames as readonly string[]).includes(name)) continue;
        if (this.handlers.has(name)) throw new Error(`Two methods answer ${name}`);
        if (!metatype || !takesActorAndInput(metatype, method))
          throw new Error(`Whatever answers ${name} takes @Me() and then @Input()`);
        const { secondFactor, recent }: Contract = routes[name as Name];
        if (secondFactor || recent) throw new Error(`A session alone proves too little for ${name}`);
        this.handlers.set(name, handler.bind(instance));
      }
    }
    const unanswered = answeredNames.filter((name) => !this.handlers.has(name));
    if (unanswered.length > 0) throw new Error(`Nothing answers ${unanswered.join(', ')}`);
  }

  async answer(name: Name, payload: unknown, actor: object): Promise<Reply<unknown>> {
    try {
      checkScope(actor, name);
      const { input, output } = routes[name];
      const answer = await this.handlers.get(name)?.(actor, parsed(input, payload));
      return { ok: true, data: output.parse(answer ?? {}) };
    } catch (error) {
      return { ok: false, error: this.troubles.toBody(error) };
    }
  }
}
