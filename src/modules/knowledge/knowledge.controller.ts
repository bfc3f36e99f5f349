import type { NoteBeginning, NoteList, NotePage, Parsed, Similar } from '@hub/contracts';
import { Controller } from '@nestjs/common';
import { Input, Me, Route } from '../../edge/route.js';
import type { Actor } from '../identity/actor.js';
import { KeepingService } from './keeping.service.js';
import { NotesService } from './notes.service.js';
import { SimilarService } from './similar.service.js';

@Controller()
export class KnowledgeController {
  constructor(
    private readonly notes: NotesService,
    private readonly keeping: KeepingService,
    private readonly similar: SimilarService,
  ) {}

  @Route('note.list')
  list(@Me() actor: Actor, @Input() input: Parsed<'note.list'>): Promise<NoteList> {
    return this.notes.list(actor, input);
  }

  @Route('note.read')
  page(@Me() actor: Actor, @Input() input: Parsed<'note.read'>): Promise<NotePage> {
    return this.notes.page(actor, input);
  }

  @Route('note.begin')
  begin(@Me() actor: Actor, @Input() input: Parsed<'note.begin'>): Promise<NoteBeginning> {
    return this.keeping.begin(actor, input);
  }

  @Route('note.publish')
  publish(@Me() actor: Actor, @Input() input: Parsed<'note.publish'>): Promise<{ number: number }> {
    return this.keeping.publish(actor, input);
  }

  @Route('note.revise')
  revise(@Me() actor: Actor, @Input() input: Parsed<'note.revise'>): Promise<void> {
    return this.keeping.revise(actor, input);
  }

  @Route('note.review')
  review(@Me() actor: Actor, @Input() input: Parsed<'note.review'>): Promise<void> {
    return this.keeping.review(actor, input);
  }

  @Route('note.withdraw')
  withdraw(@Me() actor: Actor, @Input() input: Parsed<'note.withdraw'>): Promise<void> {
    return this.keeping.withdraw(actor, input);
  }

  @Route('question.similar')
  find(@Me() actor: Actor, @Input() input: Parsed<'question.similar'>): Promise<Similar[]> {
    return this.similar.find(actor, input);
  }
}
