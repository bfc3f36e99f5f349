/** Who may import whom; docs/architecture.md draws the same. */
const feature = '^src/modules/([^/]+)/';

export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'contracts-import-zod-only',
      severity: 'error',
      from: { path: '^libs/contracts/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: ['^libs/contracts/', '^node_modules/zod'] },
    },
    {
      name: 'client-imports-contracts-only',
      comment: 'The client runs in browsers and in programs: no server, no Node.',
      severity: 'error',
      from: { path: '^libs/client/' },
      to: { path: '^(src|web|libs/(?!client|contracts))', dependencyTypesNot: [] },
    },
    {
      name: 'libs-know-no-feature',
      severity: 'error',
      from: { path: '^libs/(?!testing)' },
      to: { path: '^(src|web)/' },
    },
    {
      name: 'testing-is-for-tests',
      severity: 'error',
      from: { path: '^(src|web|libs/(?!testing))', pathNot: '\\.spec\\.ts$' },
      to: { path: '^libs/testing/' },
    },
    {
      name: 'features-meet-at-services',
      comment:
        'A feature shows others its services, modules, pure rules, jobs, SQL fragments meant for it, the actor and how a letter is written; its tables and queries are its own.',
      severity: 'error',
      from: { path: feature },
      to: {
        path: '^src/modules/',
        pathNot: [
          '^src/modules/$1/',
          '\\.(service|module|policy|jobs|fragments)\\.ts$',
          '/(actor|cookie|letter|words)\\.ts$',
        ],
      },
    },
    {
      name: 'edge-knows-no-feature',
      severity: 'error',
      from: { path: '^src/edge/' },
      to: { path: '^src/(modules|app)', pathNot: '/cookie\\.ts$' },
    },
    {
      name: 'migrations-stand-alone',
      severity: 'error',
      from: { path: '^src/migrations/' },
      to: { path: '^(src|libs)/' },
    },
    {
      name: 'web-sees-contracts-and-client',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(src|libs/(?!contracts|client))' },
    },
    {
      name: 'web-has-no-schemas-on-first-load',
      comment:
        'Types, paths, the error class, mentions, excerpts, roles and what they give, and what is markup are free of zod; schemas come with the form that needs them.',
      severity: 'error',
      from: { path: '^web/src/', pathNot: '\\.schema\\.ts$' },
      to: {
        path: '^libs/contracts/src/(?!(paths|failure|mentions|excerpt|roles|role-rights|visit-rules|telling|markup)\\.ts)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'web-features-meet-at-their-index',
      severity: 'error',
      from: { path: '^web/src/features/([^/]+)/' },
      to: { path: '^web/src/features/', pathNot: ['^web/src/features/$1/', '/index\\.tsx?$'] },
    },
    {
      name: 'web-messages-know-no-screen',
      comment:
        'What is said and what is loaded of it, then writing, then channels, then one conversation: each knows those before it.',
      severity: 'error',
      from: { path: '^web/src/features/messages/' },
      to: { path: '^web/src/features/(writing|channels|conversation)/' },
    },
    {
      name: 'web-writing-knows-no-place',
      severity: 'error',
      from: { path: '^web/src/features/writing/' },
      to: { path: '^web/src/features/(channels|conversation)/' },
    },
    {
      name: 'web-channels-know-no-conversation',
      severity: 'error',
      from: { path: '^web/src/features/channels/' },
      to: { path: '^web/src/features/conversation/' },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: ['\\.d\\.ts$', '(^|/)[^/]+\\.config\\.', '^src/start\\.mjs$', '^\\.', '^test/', '\\.spec\\.ts$'],
      },
      to: {},
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist', '\\.(css|json)$'] },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
