/** The import directions: knowledge <- dialogs <- bot, and nothing imports the tests. */
module.exports = {
  forbidden: [
    {
      name: 'knowledge-stands-alone',
      comment: 'knowledge/ imports nothing of ours from outside of it',
      severity: 'error',
      from: { path: '^knowledge/' },
      to: { path: '^(bot|dialogs|test)/' },
    },
    {
      name: 'knowledge-knows-no-framework',
      comment: 'knowledge/ is free of any bot framework and of any network',
      severity: 'error',
      from: { path: '^knowledge/' },
      to: {
        path: 'node_modules/(botbuilder|botframework|restify|libsql|pg/)|^(node:)?(http|https|http2|net|tls|dgram)$',
      },
    },
    {
      name: 'dialogs-know-only-knowledge',
      severity: 'error',
      from: { path: '^dialogs/' },
      to: { path: '^(bot|test)/' },
    },
    {
      name: 'product-knows-no-tests',
      severity: 'error',
      from: { path: '^bot/' },
      to: { path: '^test/' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-dev-dependency-in-product',
      severity: 'error',
      from: {
        path: '^(bot|dialogs|knowledge)/',
        // The server and what browsers get are bundled when the bot is built, and the app package is made where it is built.
        pathNot: '^bot/(bundle|channels/(webChat/(browser/|buildAssets)|teams/appPackage/))',
      },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: '^(test|bot/main|bot/channels/webChat/browser/demo)' },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
