// The direction of imports, as server/src/README.md draws it. Checked by `npm run check:imports`.

/** What the text says, before anybody judges it. */
const FACTS = ['text', 'document', 'statement', 'alignment', 'progress'];

/** What each stage may import besides itself. */
const STAGES = {
  text: [],
  document: ['text'],
  statement: ['text'],
  alignment: ['text', 'document'],
  progress: ['text', 'document', 'statement'],
  rules: ['text', 'document', 'statement', 'alignment', 'progress'],
  teams: ['text'],
  rewrite: ['text', 'document', 'statement', 'alignment', 'progress', 'rules', 'teams'],
  explain: [...FACTS, 'rules', 'teams', 'rewrite'],
  service: [...FACTS, 'rules', 'teams', 'rewrite', 'explain'],
  config: [...FACTS, 'rules', 'explain', 'service'],
  exchange: [...FACTS, 'rules', 'teams', 'rewrite', 'explain', 'service'],
  lsp: [...FACTS, 'rules', 'teams', 'rewrite', 'explain', 'service', 'config', 'exchange'],
  cli: [...FACTS, 'rules', 'teams', 'rewrite', 'explain', 'service', 'config', 'exchange'],
};

/** Stages that run anywhere: in Node.js, in a Web Worker, in a browser page. */
const PURE = Object.keys(STAGES).filter((stage) => stage !== 'lsp' && stage !== 'cli');

const inStage = (stages) => `^server/src/(${stages.join('|')})/`;
/** Anything in a package; `vscode` has only types to be found. */
const fromPackage = (names) => `(^|node_modules/)(@types/)?(${names})(/|$)`;

const stageRules = Object.entries(STAGES).map(([stage, allowed]) => ({
  name: `${stage}-imports-only-what-is-above-it`,
  comment: `server/src/${stage}/ may import ${allowed.length > 0 ? allowed.join(', ') : 'no other stage'}.`,
  severity: 'error',
  from: { path: inStage([stage]) },
  to: { path: '^(server|client)/src/', pathNot: inStage([stage, ...allowed]) },
}));

module.exports = {
  forbidden: [
    ...stageRules,
    {
      name: 'no-cycles',
      comment: 'Modules that import each other cannot be understood, or tested, one by one.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'pure-stages-use-no-node-module',
      comment: 'They run in a Web Worker as well.',
      severity: 'error',
      from: { path: inStage(PURE) },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'pure-stages-know-no-editor',
      comment: 'Only lsp/ and client/ know editors and their protocol.',
      severity: 'error',
      from: { path: inStage(PURE) },
      to: { path: fromPackage('vscode|vscode-[^/]+|@vscode/[^/]+') },
    },
    {
      name: 'lsp-runs-in-a-worker',
      comment: 'The same features serve Node.js and the Web Worker; only an entrance chooses between them.',
      severity: 'error',
      from: { path: [inStage(['lsp']), '^server/src/main\\.worker\\.ts$'] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'only-main-node-uses-the-node-transport',
      severity: 'error',
      from: { path: '^server/src/', pathNot: '^server/src/main\\.node\\.ts$' },
      to: { path: fromPackage('vscode-languageserver(-protocol)?/(lib/)?node') },
    },
    {
      name: 'launcher-stands-alone',
      comment: 'It runs before the server, and so that the server is there sooner: it loads nothing of it.',
      severity: 'error',
      from: { path: ['^server/src/launcher/', '^server/src/main\\.launcher\\.ts$'] },
      to: { path: '^(server|client)/src/', pathNot: '^server/src/launcher/' },
    },
    {
      name: 'cli-knows-no-editor',
      severity: 'error',
      from: { path: [inStage(['cli']), '^server/src/main\\.cli\\.ts$'] },
      to: { path: ['^server/src/lsp/', fromPackage('vscode|vscode-language[^/]+|@vscode/[^/]+')] },
    },
    {
      name: 'only-main-cli-imports-cli',
      severity: 'error',
      from: { path: '^(server|client)/src/', pathNot: ['^server/src/cli/', '^server/src/main\\.cli\\.ts$'] },
      to: { path: '^server/src/cli/' },
    },
    {
      name: 'nothing-imports-an-entrance',
      severity: 'error',
      from: {},
      to: { path: ['^server/src/main\\.[^/]+\\.ts$', '^client/src/extension\\.[^/]+\\.ts$'] },
    },
    {
      name: 'only-the-client-imports-vscode',
      severity: 'error',
      from: { path: '^server/src/' },
      to: { path: fromPackage('vscode') },
    },
    {
      name: 'client-speaks-to-the-server-through-the-protocol',
      comment: 'It may share the names of commands and requests, which have a file of their own.',
      severity: 'error',
      from: { path: '^client/src/' },
      to: { path: '^server/src/', pathNot: '^server/src/(lsp/protocol\\.ts$|text/)' },
    },
    {
      name: 'web-client-uses-no-node-module',
      severity: 'error',
      from: { path: '^client/src/extension\\.web\\.ts$' },
      to: { reachable: true, path: '^client/src/.*\\.node\\.ts$' },
    },
    {
      name: 'everything-resolves',
      comment: 'A generated *.generated.json that is missing: run `npm run generate` first.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^vscode$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'browser', 'default', 'types'],
      extensions: ['.ts', '.js', '.json', '.d.ts'],
    },
  },
};
