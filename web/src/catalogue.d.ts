declare module 'virtual:catalogue/en' {
  import type { CompiledMessage } from '@lingui/message-utils/compileMessage';
  export const messages: Record<string, CompiledMessage>;
}
declare module 'virtual:catalogue/sv' {
  import type { CompiledMessage } from '@lingui/message-utils/compileMessage';
  export const messages: Record<string, CompiledMessage>;
}
