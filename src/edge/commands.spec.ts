import { Failure, commandNames } from '@hub/contracts';
import { Controller, Module, type Type } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { describe, expect, it } from '@jest/globals';
import { answeredNames, Commands } from './commands.js';
import { Log } from './log.js';
import { Input, Me, Route } from './route.js';
import { Troubles } from './troubles.js';

const topicId = '01a20e59-b854-70a2-bb82-e61622991be3';

/** Answers every command but the last with what it was given. */
@Controller()
class Most {}
for (const name of answeredNames.slice(0, -1)) answer(Most, name);

@Controller()
class Last {}
answer(Last, commandNames.at(-1) ?? 'sync.backfill');

@Controller()
class Again {}
answer(Again, 'typing.set');

@Controller()
class Unasked {
  @Route(commandNames.at(-1) ?? 'sync.backfill')
  answer(@Input() input: unknown): unknown {
    return input;
  }
}

function answer(controller: Type, name: (typeof answeredNames)[number]): void {
  const prototype = controller.prototype as Record<string, unknown>;
  prototype[name] = (actor: { personId: string }, input: object) => {
    if (actor.personId === 'nobody') throw new Failure('NOT_FOUND', 'There is nothing here.');
    if (actor.personId === 'broken') throw new Error('a secret');
    return { ...input, undeclared: actor.personId };
  };
  Me()(prototype, name, 0);
  Input()(prototype, name, 1);
  Route(name)(prototype, name, Object.getOwnPropertyDescriptor(prototype, name) ?? {});
}

async function commands(...controllers: Type[]): Promise<Commands> {
  @Module({
    imports: [DiscoveryModule],
    controllers,
    providers: [Commands, Troubles, { provide: Log, useValue: new Log('silent') }],
  })
  class Whole {}
  const app = await NestFactory.createApplicationContext(Whole, { logger: false, abortOnError: false });
  return app.get(Commands);
}

describe('the hub does not start', () => {
  it('when nothing answers a command', () =>
    expect(commands(Most)).rejects.toThrow(`Nothing answers ${commandNames.at(-1)}`));

  it('when two methods answer one', () =>
    expect(commands(Most, Last, Again)).rejects.toThrow('Two methods answer typing.set'));

  it('when one takes something else than the asker and the input', () =>
    expect(commands(Most, Unasked)).rejects.toThrow(`Whatever answers ${commandNames.at(-1)} takes @Me() and then`));
});

describe('a command', () => {
  const asked = async (payload: unknown, personId = 'amara') =>
    (await commands(Most, Last)).answer('typing.set', payload, { personId });

  it('is answered by the method of its route, with what its contract declares', async () => {
    expect(await asked({ topicId, typing: true })).toEqual({ ok: true, data: {} });
  });

  it('is refused with every wrong field named', async () => {
    expect(await asked({ topicId: 'one' })).toMatchObject({
      ok: false,
      error: {
        code: 'INVALID',
        fields: [
          { path: 'topicId', problem: 'malformed' },
          { path: 'typing', problem: 'required' },
        ],
      },
    });
  });

  it('is refused as its method refuses, and a fault shows nothing of itself', async () => {
    expect(await asked({ topicId, typing: true }, 'nobody')).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    const fault = await asked({ topicId, typing: true }, 'broken');
    expect(fault).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
    expect(JSON.stringify(fault)).not.toContain('secret');
  });
});
