/** Jest for everything but the browser journeys. `test/run.mjs` starts it with a Postgres of its own. */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/{src,libs,web,test}/**/*.spec.ts', '<rootDir>/test/*.e2e.ts'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: {
    '\\.module\\.css$': '<rootDir>/test/class-names.mjs',
    '^@hub/(contracts|client)/(.*)$': '<rootDir>/libs/$1/src/$2.ts',
    '^@hub/(.*)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true, decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
        },
        module: { type: 'es6' },
      },
    ],
  },
  testSequencer: '<rootDir>/test/sequence.mjs',
  // Only ends what hangs: what promises a time says so where it is measured.
  testTimeout: 120_000,
  maxWorkers: 2,
};
