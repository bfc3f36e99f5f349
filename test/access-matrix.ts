/**
 * Who gets what answer: a row for every route and command (and for each kind of thing it may be asked about), a column
 * for every role in the network asked about, then for any role in another network, for a removed member, and for nobody.
 *
 *   +  answered            -  NOT_FOUND, as if it did not exist
 *   o  answered, with nothing of the network asked about in it
 *   x  FORBIDDEN           !  UNAUTHENTICATED
 */
import { commandNames, type CommandName, type RouteName } from '@hub/contracts';

export type Target = 'network' | 'partnership' | 'thematic' | 'announcements' | 'room' | 'steering' | 'mentors' | 'guests';
export type Mark = '+' | '-' | 'o' | 'x' | '!';

/** `route`, `route@target`, or `route@target live` for the command of the same name on a socket. */
export type RowName = RouteName | `${RouteName}@${Target}` | `${CommandName}${'' | `@${Target}`} live`;

export const columns = 'admin coord advis exper mento partn manag team  polit senio civil commu guest outsi other remov nobod';

const rows: Partial<Record<RowName, string>> = {
  //                             admin coord advis exper mento partn manag team  polit senio civil commu guest outsi other remov nobod
  'session.read':              ' +     +     +     +     +     +     +     +     +     +     +     +     +     +     o     o     o',
  'session.end':               ' +     +     +     +     +     +     +     +     +     +     +     +     +     +     +     +     !',
  'entrance.ask':              ' o     o     o     o     o     o     o     o     o     o     o     o     o     o     o     o     o',
  'entrance.enter':            ' -     -     -     -     -     -     -     -     -     -     -     -     -     -     -     -     -',
  'invitation.open':           ' -     -     -     -     -     -     -     -     -     -     -     -     -     -     -     -     -',
  'invitation.accept':         ' -     -     -     -     -     -     -     -     -     -     -     -     -     -     -     -     -',
  'invitation.list@network':   ' +     +     x     x     x     +     x     x     x     x     x     x     x     -     -     -     !',
  'invitation.create@network': ' +     +     x     x     x     x     x     x     x     x     x     x     x     -     -     -     !',
  'invitation.create@partnership':' +     +     x     x     x     +     x     x     x     x     x     x     x     -     -     -     !',
  'invitation.revoke':         ' +     +     -     -     -     +     -     -     -     -     -     -     -     -     -     -     !',
  'invitation.resend':         ' +     +     -     -     -     +     -     -     -     -     -     -     -     -     -     -     !',
  'invitation.preview@network':' +     +     x     x     x     +     x     x     x     x     x     x     x     -     -     -     !',
  'invitation.createMany@network':' +     +     x     x     x     +     x     x     x     x     x     x     x     -     -     -     !',
  'job.listFailed':            ' o     x     x     x     x     x     x     x     x     x     x     x     x     x     x     x     !',
  'job.replay':                ' -     x     x     x     x     x     x     x     x     x     x     x     x     x     x     x     !',
  'address.listFailing@network':' +     +     x     x     x     x     x     x     x     x     x     x     x     -     -     -     !',
  'letter.failed':             ' +     x     x     x     x     x     x     x     x     x     x     x     x     x     x     x     !',
  'demonstration.mails':       ' -     -     -     -     -     -     -     -     -     -     -     -     -     -     -     -     -',
  'session.list':              ' o     o     o     o     o     o     o     o     o     o     o     o     o     o     o     o     !',
  'session.endOne':            ' -     -     -     -     -     -     -     -     -     -     -     -     -     -     -     -     !',
  'session.endOthers':         ' +     +     +     +     +     +     +     +     +     +     +     +     +     +     +     +     !',
  'person.sessions':           ' o     x     x     x     x     x     x     x     x     x     x     x     x     x     x     x     !',
  'person.endSession':         ' -     x     x     x     x     x     x     x     x     x     x     x     x     x     x     x     !',
  'person.endSessions':        ' +     x     x     x     x     x     x     x     x     x     x     x     x     x     x     x     !',
  'passkey.list':              ' o     o     o     o     o     o     o     o     o     o     o     o     o     o     o     o     !',
  'passkey.options':           ' o     o     o     o     o     o     o     o     o     o     o     o     o     o     o     o     !',
  'passkey.register':          ' x     x     x     x     x     x     x     x     x     x     x     x     x     x     x     x     !',
  'passkey.rename':            ' -     -     -     -     -     -     -     -     -     -     -     -     -     -     -     -     !',
  'passkey.remove':            ' -     -     -     -     -     -     -     -     -     -     -     -     -     -     -     -     !',
  'passkey.challenge':         ' o     o     o     o     o     o     o     o     o     o     o     o     o     o     o     o     o',
  'passkey.enter':             ' !     !     !     !     !     !     !     !     !     !     !     !     !     !     !     !     !',
  'passkey.confirm':           ' x     x     x     x     x     x     x     x     x     x     x     x     x     x     x     x     !',
  'token.list':                ' o     o     o     o     o     o     o     o     o     o     o     o     o     o     o     o     !',
  'token.create':              ' o     o     o     o     o     o     o     o     o     o     o     o     o     o     o     o     !',
  'token.revoke':              ' -     -     -     -     -     -     -     -     -     -     -     -     -     -     -     -     !',
  'identity.provider':         ' o     o     o     o     o     o     o     o     o     o     o     o     o     o     o     o     o',
  'identity.list':             ' o     o     o     o     o     o     o     o     o     o     o     o     o     o     o     o     !',
  'identity.enter':            ' -     -     -     -     -     -     -     -     -     -     -     -     -     -     -     -     -',
  'identity.link':             ' -     -     -     -     -     -     -     -     -     -     -     -     -     -     -     -     !',
  'identity.remove':           ' -     -     -     -     -     -     -     -     -     -     -     -     -     -     -     -     !',
  'demonstration.people':      ' -     -     -     -     -     -     -     -     -     -     -     -     -     -     -     -     -',
  'demonstration.enter':       ' -     -     -     -     -     -     -     -     -     -     -     -     -     -     -     -     -',
  'profile.read':              ' o     +     +     +     +     +     +     +     +     +     +     +     +     +     o     o     !',
  'profile.change':            ' o     +     +     +     +     +     +     +     +     +     +     +     +     +     o     o     !',
  'controller.read':           ' o     o     o     o     o     o     o     o     o     o     o     o     o     o     o     o     o',
  'privacy.export':            ' +     +     +     +     +     +     +     +     +     +     +     +     +     +     o     +     !',
  'erasure.read':              ' o     o     o     o     o     o     o     o     o     o     o     o     o     o     o     o     !',
  'erasure.request':           ' o     o     o     o     o     o     o     o     o     o     o     o     o     o     o     o     !',
  'erasure.withdraw':          ' o     o     o     o     o     o     o     o     o     o     o     o     o     o     o     o     !',
  'erasure.list':              ' o     x     x     x     x     x     x     x     x     x     x     x     x     x     x     x     !',
  'erasure.refuse':            ' +     -     -     -     -     -     -     -     -     -     -     -     -     -     -     -     !',
  'erasure.carryOut':          ' o     -     -     -     -     -     -     -     -     -     -     -     -     -     -     -     !',
  'request.count':             ' o     x     x     x     x     x     x     x     x     x     x     x     x     x     x     x     !',
  'fault.report':              ' +     +     +     +     +     +     +     +     +     +     +     +     +     +     +     +     +',
  'fault.list':                ' o     x     x     x     x     x     x     x     x     x     x     x     x     x     x     x     !',
  'fault.settle':              ' +     -     -     -     -     -     -     -     -     -     -     -     -     -     -     -     !',
  'network.list':              ' +     +     +     +     +     +     +     +     +     +     +     +     +     o     o     o     !',
  'network.read@network':      ' +     +     +     +     +     +     +     +     +     +     +     +     +     -     -     -     !',
  'network.directory@network': ' +     +     +     +     +     +     +     +     +     +     +     +     -     -     -     -     !',
  'partnership.read@partnership':' +     +     +     +     +     +     +     +     +     +     +     +     -     -     -     -     !',
  'network.create':           ' +     x     x     x     x     x     x     x     x     x     x     x     x     x     x     x     !',
  'network.change@network':   ' +     +     x     x     x     x     x     x     x     x     x     x     x     -     -     -     !',
  'network.close@network':    ' +     x     x     x     x     x     x     x     x     x     x     x     x     -     -     -     !',
  'theme.list':               ' +     x     x     x     x     x     x     x     x     x     x     x     x     x     x     x     !',
  'theme.add':                ' +     x     x     x     x     x     x     x     x     x     x     x     x     x     x     x     !',
  'theme.rename':             ' +     x     x     x     x     x     x     x     x     x     x     x     x     x     x     x     !',
  'partnership.create@network':' +     +     x     x     x     x     x     x     x     x     x     x     x     -     -     -     !',
  'partnership.change@partnership':' +     +     x     x     x     x     x     x     x     x     x     x     -     -     -     -     !',
  'partnership.status@partnership':' +     +     x     x     x     x     x     x     x     x     x     x     -     -     -     -     !',
  'party.join@partnership':   ' +     +     x     x     x     x     x     x     x     x     x     x     -     -     -     -     !',
  'party.leave@partnership':  ' +     +     x     x     x     x     x     x     x     x     x     x     -     -     -     -     !',
  'government.list':          ' +     x     x     x     x     x     x     x     x     x     x     x     x     x     x     x     !',
  'government.list@network':  ' +     +     x     x     x     x     x     x     x     x     x     x     x     -     -     -     !',
  'government.add':           ' +     x     x     x     x     x     x     x     x     x     x     x     x     x     x     x     !',
  'government.add@network':   ' +     +     x     x     x     x     x     x     x     x     x     x     x     -     -     -     !',
  'seat.list@partnership':    ' +     +     x     x     x     +     x     x     x     x     x     x     -     -     -     -     !',
  'seat.add@partnership':     ' +     +     x     x     x     +     x     x     x     x     x     x     -     -     -     -     !',
  'seat.fill@partnership':    ' +     +     x     x     x     +     x     x     x     x     x     x     -     -     -     -     !',
  'seat.vacate@partnership':  ' +     +     x     x     x     +     x     x     x     x     x     x     -     -     -     -     !',
  'seat.handover@partnership':' +     +     x     x     x     +     x     x     x     x     x     x     -     -     -     -     !',
  'seat.end@partnership':     ' +     +     x     x     x     +     x     x     x     x     x     x     -     -     -     -     !',
  'timeline.read':             ' +     +     +     +     +     +     +     +     +     +     +     +     +     o     o     o     !',
  'timeline.read@network':     ' +     +     +     +     +     +     +     +     +     +     +     +     +     -     -     -     !',
  'plan.layOut@network':       ' +     +     x     x     x     x     x     x     x     x     x     x     x     -     -     -     !',
  'plan.add@network':          ' +     +     x     x     x     x     x     x     x     x     x     x     x     -     -     -     !',
  'milestone.read@network':    ' +     +     +     +     +     +     +     +     +     +     +     +     +     -     -     -     !',
  'milestone.read@partnership':' +     +     +     +     +     +     +     +     +     +     +     +     -     -     -     -     !',
  'milestone.change@network':  ' +     +     x     x     x     x     x     x     x     x     x     x     x     -     -     -     !',
  'milestone.change@partnership':' +     +     x     x     x     +     +     x     x     x     x     x     -     -     -     -     !',
  'milestone.undo@network':    ' +     +     x     x     x     x     x     x     x     x     x     x     x     -     -     -     !',
  'milestone.undo@partnership':' +     +     x     x     x     +     +     x     x     x     x     x     -     -     -     -     !',
  'milestone.discuss@partnership':' +     +     +     +     +     +     +     +     +     +     +     +     -     -     -     -     !',
  'evidence.add@partnership':  ' +     +     x     x     x     +     +     x     x     x     x     x     -     -     -     -     !',
  'evidence.remove@partnership':' +     +     x     x     x     +     +     x     x     x     x     x     -     -     -     -     !',
  'evidence.restore@partnership':' +     +     x     x     x     +     +     x     x     x     x     x     -     -     -     -     !',
  'mark.list@network':         ' +     +     +     +     +     +     +     +     +     +     +     +     +     o     o     o     !',
  'mark.list@partnership':     ' +     +     +     +     +     +     +     +     +     +     +     +     o     o     o     o     !',
  'channel.read@announcements':' +     +     +     +     +     +     +     +     +     +     +     +     -     -     -     -     !',
  'channel.read@thematic':     ' -     +     +     +     +     +     +     +     +     +     +     +     -     -     -     -     !',
  'channel.read@room':         ' -     -     -     -     -     +     +     +     +     +     +     -     -     -     -     -     !',
  'channel.read@steering':     ' -     -     -     -     -     -     -     -     +     +     -     -     -     -     -     -     !',
  'channel.read@mentors':      ' -     +     -     -     +     +     +     -     -     -     -     -     -     -     -     -     !',
  'channel.read@guests':       ' -     +     +     +     -     -     -     -     -     -     -     +     +     -     -     -     !',
  'message.send@announcements':' x     +     x     x     x     x     x     x     x     x     x     +     -     -     -     -     !',
  // Notes are read by whoever works in any network; a note of ours is kept by those who keep it here.
  'note.list':                 ' +     +     +     +     +     +     +     +     +     +     +     +     -     -     +     -     !',
  'note.read':                 ' +     +     +     +     +     +     +     +     +     +     +     +     -     -     +     -     !',
  'note.begin':                ' +     +     +     x     x     x     x     x     x     x     x     x     -     -     -     -     !',
  'note.publish':              ' o     o     o     x     x     x     x     x     x     x     x     x     -     -     -     -     !',
  'note.revise':               ' +     +     +     x     x     x     x     x     x     x     x     x     -     -     x     -     !',
  'note.review':               ' +     +     +     x     x     x     x     x     x     x     x     x     -     -     x     -     !',
  'note.withdraw':             ' +     +     +     x     x     x     x     x     x     x     x     x     -     -     x     -     !',
  'question.similar':          ' +     +     +     +     +     +     +     +     +     +     +     +     o     o     +     o     !',
  'visit.read':                ' +     +     +     +     +     +     +     +     +     +     +     +     -     -     -     -     !',
  'visit.plan@partnership':    ' +     +     x     x     x     +     +     x     x     x     x     x     -     -     -     -     !',
  'visit.change':              ' +     +     x     x     x     +     +     x     x     x     x     x     -     -     -     -     !',
  'visit.undo':                ' +     +     x     x     x     +     +     x     x     x     x     x     -     -     -     -     !',
  'timeline.log@partnership': ' +     +     +     +     +     +     +     +     +     +     +     +     -     -     -     -     !',
  'band.list':               ' +     +     +     +     +     +     +     +     +     +     +     +     +     o     o     o     !',
  'band.add':                ' +     +     x     x     x     x     x     x     x     x     x     x     x     x     x     x     !',
  'band.remove':             ' +     +     x     x     x     x     x     x     x     x     x     x     x     -     -     -     !',
  'band.restore':            ' +     +     x     x     x     x     x     x     x     x     x     x     x     -     -     -     !',
  'timeline.next':            ' +     +     +     +     +     +     +     +     +     +     +     +     +     o     o     o     !',
  'feed.list':               ' o     o     o     o     o     o     o     o     o     o     o     o     o     o     o     o     !',
  'feed.make':               ' o     o     o     o     o     o     o     o     o     o     o     o     o     o     o     o     !',
  'feed.make@network':       ' +     +     +     +     +     +     +     +     +     +     +     +     +     -     -     -     !',
  'feed.make@partnership':   ' +     +     +     +     +     +     +     +     +     +     +     +     -     -     -     -     !',
  'feed.revoke':             ' -     -     -     -     -     -     -     -     -     -     -     -     -     -     -     -     !',
  'broadcast.list@network':  ' +     +     +     +     +     +     +     +     +     +     +     +     o     -     -     -     !',
  'broadcast.read':          ' +     +     +     +     +     +     +     +     +     +     +     +     -     -     -     -     !',
  'broadcast.audience@network':' +     +     x     x     x     x     x     x     x     x     x     x     x     -     -     -     !',
  'broadcast.draft@network': ' +     +     x     x     x     x     x     x     x     x     x     x     x     -     -     -     !',
  'broadcast.change':        ' +     +     -     -     -     -     -     -     -     -     -     -     -     -     -     -     !',
  'broadcast.discard':       ' +     +     -     -     -     -     -     -     -     -     -     -     -     -     -     -     !',
  'broadcast.test':          ' +     +     -     -     -     -     -     -     -     -     -     -     -     -     -     -     !',
  'broadcast.send':          ' +     +     -     -     -     -     -     -     -     -     -     -     -     -     -     -     !',
  'broadcast.unschedule':    ' +     +     -     -     -     -     -     -     -     -     -     -     -     -     -     -     !',
  'broadcast.correct':       ' +     +     x     x     x     x     x     x     x     x     x     x     -     -     -     -     !',
  'broadcast.acknowledge':   ' x     +     +     +     +     +     +     +     +     +     +     +     -     -     -     -     !',
  'broadcast.discuss':       ' +     +     +     +     +     +     +     +     +     +     +     +     -     -     -     -     !',
  'broadcast.reach':         ' +     +     x     x     x     x     x     x     x     x     x     x     -     -     -     -     !',
  'reach.board@network':     ' +     +     x     x     x     x     x     x     x     x     x     x     x     -     -     -     !',
  'acknowledgement.read':    ' -     -     -     -     -     -     -     -     -     -     -     -     -     -     -     -     -',
  'acknowledgement.give':    ' -     -     -     -     -     -     -     -     -     -     -     -     -     -     -     -     -',
  'channel.list@network':      ' +     +     +     +     +     +     +     +     +     +     +     +     +     -     -     -     !',
  'channel.create@network':    ' x     +     x     x     x     x     x     x     x     x     x     x     -     -     -     -     !',
  'channel.create@partnership':' x     +     x     x     x     +     +     x     x     x     x     x     -     -     -     -     !',
  'direct.open@network':       ' -     +     +     +     +     +     +     +     +     +     +     +     -     -     -     -     !',
  'report.list@network':       ' x     +     x     x     x     x     x     x     x     x     x     x     x     -     -     -     !',
  'report.settle':             ' -     +     x     x     x     x     x     x     x     x     x     x     x     -     -     -     !',
  'person.list':               ' +     +     o     o     o     +     o     o     o     o     o     o     o     o     o     o     !',
  'person.read':               ' +     +     x     x     x     +     x     x     x     x     x     x     -     -     -     -     !',
  'person.change':             ' +     x     x     x     x     x     x     x     x     x     x     x     -     -     -     -     !',
  'person.disable':            ' +     x     x     x     x     x     x     x     x     x     x     x     -     -     -     -     !',
  'person.enable':             ' +     x     x     x     x     x     x     x     x     x     x     x     -     -     -     -     !',
  'role.grant@network':        ' +     +     x     x     x     x     x     x     x     x     x     x     -     -     -     -     !',
  'role.grant@partnership':    ' +     +     x     x     x     +     x     x     x     x     x     x     -     -     -     -     !',
  'role.change':               ' +     +     x     x     x     x     x     x     x     x     x     x     -     -     -     -     !',
  'role.end':                  ' +     +     x     x     x     x     x     x     x     x     x     x     -     -     -     -     !',
  'audit.list':                ' +     +     o     o     o     o     o     o     o     o     o     o     o     o     o     o     !',
  'audit.export':              ' +     +     o     o     o     o     o     o     o     o     o     o     o     o     o     o     !',
  'unread.list':               ' +     +     +     +     +     +     +     +     +     +     +     +     +     o     o     o     !',
  'notification.list':         ' o     +     +     +     +     +     +     +     +     +     +     +     +     o     o     o     !',
  'notification.read':         ' o     o     o     o     o     o     o     o     o     o     o     o     o     o     o     o     !',
  'notification.read live':    ' o     o     o     o     o     o     o     o     o     o     o     o     o     o     o     o     !',
  'unsubscription.read':       ' -     -     -     -     -     -     -     -     -     -     -     -     -     -     -     -     -',
  'unsubscription.give':       ' -     -     -     -     -     -     -     -     -     -     -     -     -     -     -     -     -',
  'notification.done':         ' o     o     o     o     o     o     o     o     o     o     o     o     o     o     o     o     !',
  'notification.later':        ' o     o     o     o     o     o     o     o     o     o     o     o     o     o     o     o     !',
  'preference.read':           ' +     +     +     +     +     +     +     +     +     +     +     +     +     +     o     o     !',
  'preference.change':         ' +     +     +     +     +     +     +     +     +     +     +     +     +     +     o     o     !',
  'preference.preview':        ' o     o     o     o     o     o     o     o     o     o     o     o     o     o     o     o     !',
  'preference.network@network':' o     o     o     o     o     o     o     o     o     o     o     o     o     -     -     -     !',
  'preference.setNetwork@network':' +     +     x     x     x     x     x     x     x     x     x     x     x     -     -     -     !',
  'question.list@network':    ' +     +     +     +     +     +     +     +     +     +     +     +     -     -     -     -     !',
  'question.inbox':           ' o     +     +     +     o     o     o     o     o     o     o     o     o     o     o     o     !',
  'question.read@network':    ' +     +     +     +     +     +     +     +     +     +     +     +     -     -     -     -     !',
  'question.read@partnership':' -     +     +     -     -     +     +     +     +     +     +     -     -     -     -     -     !',
  'question.origins@thematic':' o     +     +     +     +     +     +     +     +     +     +     +     o     o     o     o     !',
  'question.form@network':    ' +     +     +     +     +     +     +     +     +     +     +     +     -     -     -     -     !',
  'question.expect@network':  ' o     o     o     o     o     o     o     o     o     o     o     o     -     -     -     -     !',
  'question.queue@network':   ' +     +     x     x     x     x     x     x     x     x     x     x     x     -     -     -     !',
  'question.rules@network':   ' +     +     +     +     x     x     x     x     x     x     x     x     x     -     -     -     !',
  'question.setRules@network':' +     +     x     x     x     x     x     x     x     x     x     x     x     -     -     -     !',
  'tag.add@network':          ' +     +     x     x     x     x     x     x     x     x     x     x     x     -     -     -     !',
  'question.ask@network':     ' x     +     +     +     +     x     x     x     x     x     x     +     -     -     -     -     !',
  'question.ask@partnership': ' x     x     x     x     x     +     +     +     +     +     +     x     -     -     -     -     !',
  'question.change@network':  ' +     +     x     x     x     x     x     x     x     x     x     x     -     -     -     -     !',
  'question.change@partnership':' -     x     x     -     -     +     +     x     x     x     x     -     -     -     -     -     !',
  'question.assign@network':  ' +     +     x     x     x     x     x     x     x     x     x     x     -     -     -     -     !',
  'question.take@network':    ' x     +     +     +     x     x     x     x     x     x     x     x     -     -     -     -     !',
  'question.decline@network': ' x     x     x     x     x     x     x     x     x     x     x     x     -     -     -     -     !',
  'question.remark@network':  ' +     +     +     +     +     +     +     +     +     +     +     +     -     -     -     -     !',
  'question.remark@partnership':' -     +     +     -     -     +     +     +     +     +     +     -     -     -     -     -     !',
  'question.close@network':   ' +     +     x     x     x     x     x     x     x     x     x     x     -     -     -     -     !',
  'question.close@partnership':' -     +     x     -     -     +     +     x     x     x     x     -     -     -     -     -     !',
  'question.reopen@network':  ' +     +     x     x     x     x     x     x     x     x     x     x     -     -     -     -     !',
  'question.share@network':   ' x     x     x     x     x     +     +     +     +     +     +     x     -     -     -     -     !',
  'answer.post@network':      ' +     +     +     +     +     +     +     +     +     +     +     +     -     -     -     -     !',
  'answer.post@partnership':  ' -     +     +     -     -     +     +     +     +     +     +     -     -     -     -     -     !',
  'answer.edit@network':      ' x     x     x     x     x     x     x     x     x     x     x     x     -     -     -     -     !',
  'answer.accept@partnership':' -     x     x     -     -     +     +     x     x     x     x     -     -     -     -     -     !',
  'answer.endorse@network':   ' x     +     +     +     x     x     x     x     x     x     x     x     -     -     -     -     !',
  'away.list':                ' o     o     o     o     o     o     o     o     o     o     o     o     o     o     o     o     !',
  'away.add':                 ' +     +     +     +     +     +     +     +     +     +     +     +     +     +     +     +     !',
  'away.remove':              ' -     -     -     -     -     -     -     -     -     -     -     -     -     -     -     -     !',
  'sync.resume@thematic':      ' o     +     +     +     +     +     +     +     +     +     +     +     o     o     o     o     !',
  'sync.resume@thematic live': ' o     +     +     +     +     +     +     +     +     +     +     +     o     o     o     o     !',
};

const channelTargets = ['announcements', 'thematic', 'room', 'steering', 'mentors', 'guests'] as const;
type ChannelTarget = (typeof channelTargets)[number];

/** What is answered to whoever may read the channel. */
const reading: RouteName[] = [
  'topic.read',
  'message.list',
  'message.history',
  'message.report',
  'message.send',
  'reaction.set',
  'pin.list',
  'mention.reach',
  'presence.read',
  'channel.join',
  'channel.mute',
  'preference.channel',
  'topic.move',
  'typing.set',
  'read.move',
  'sync.backfill',
];
/** What needs the right to write as well. */
const writing: RouteName[] = ['message.send', 'message.pin', 'topic.rename', 'topic.resolve'];
const managing: RouteName[] = ['channel.change', 'channel.archive', 'member.add', 'member.remove'];
const everyChannel: RouteName[] = [...new Set([...reading, ...writing, ...managing])];
const authoring: RouteName[] = ['message.edit', 'message.remove', 'channel.leave'];

const names = columns.split(/\s+/);
const readers = (target: ChannelTarget) => rows[`channel.read@${target}`] ?? '';

/** The row of those who may read the channel, FORBIDDEN to all of them but these columns. */
function only(target: ChannelTarget, ...allowed: string[]): string {
  const marks = readers(target).trim().split(/\s+/);
  return marks.map((mark, n) => (mark === '+' && !allowed.includes(names[n] ?? '') ? 'x' : mark)).join(' ');
}

function marksOf(route: RouteName, target: ChannelTarget): string {
  if (writing.includes(route) && target === 'announcements') return rows['message.send@announcements'] ?? '';
  if (managing.includes(route)) return only(target, 'admin', 'coord', ...(target === 'room' ? ['partn', 'manag'] : []));
  switch (route) {
    case 'message.edit':
      return only(target);
    case 'message.remove':
      return only(target, 'coord');
    case 'channel.leave':
      return target === 'thematic' ? readers(target) : only(target);
    default:
      return readers(target);
  }
}

const isCommand = (route: RouteName): route is CommandName => (commandNames as readonly RouteName[]).includes(route);

/** Rows of one's own, and a command like its route. */
function both(route: RouteName, target: ChannelTarget): [string, string][] {
  const row: [string, string] = [`${route}@${target}`, marksOf(route, target)];
  return isCommand(route) ? [row, [`${row[0]} live`, row[1]]] : [row];
}

export const matrix: Partial<Record<RowName, string>> = {
  ...Object.fromEntries([...everyChannel, ...authoring].flatMap((route) => channelTargets.flatMap((target) => both(route, target)))),
  ...rows,
  'channel.create@network live': rows['channel.create@network'],
  'direct.open@network live': rows['direct.open@network'],
};

/** Of rows that ask whether somebody works anywhere: guests of another network do not. */
export const guestsElsewhere: Partial<Record<RowName, Mark>> = {
  'note.list': '-',
  'note.read': '-',
  'note.revise': '-',
  'note.review': '-',
  'note.withdraw': '-',
  'question.similar': 'o',
};
