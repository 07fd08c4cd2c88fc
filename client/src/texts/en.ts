/** What the client says, in English. `vi.ts` has to say the same things. Rules speak through the server. */
export const en = {
  languageName: 'English',

  startFailed: (reason: string) => `okrlint could not start: ${reason}. The output has the details.`,
  showOutput: 'Show Output',
  restarted: 'okrlint has restarted.',
  stopped: {
    message:
      'okrlint ended unexpectedly several times within three minutes and is not started again by itself. Your documents are as you left them.',
    restart: 'Restart okrlint',
    title: 'okrlint has stopped',
    detail: 'it ended unexpectedly several times',
  },

  status: {
    busy: 'okrlint is reading…',
    none: 'No key results yet',
    measurable: (good: number, all: number) => `${good} of ${all} key results measurable`,
    detail: (profile: string, milliseconds: number) => `profile ${profile}, checked in ${milliseconds} ms`,
    off: 'okrlint is switched off here',
    problems: 'Problems',
    open: 'Open Problems',
    settings: 'Settings',
  },

  newDocument: {
    language: 'Language of the new document',
    team: 'Team that the OKRs are for',
    folder: 'Folder for the new document',
    failed: (reason: string) => `The document could not be made: ${reason}`,
  },
  setLanguage: {
    title: 'Language of messages, explanations and rewrites',
    auto: 'Automatic',
    autoDetail: 'Each sentence is answered in its own language',
    current: 'in use',
  },
  rules: {
    title: 'Rule to read about',
    here: 'found at the cursor',
  },
  finding: {
    none: 'okrlint has nothing against this document.',
    noDocument: 'Open an OKR document first.',
  },
  codeLens: {
    on: 'The line above each objective is shown.',
    off: 'The line above each objective is hidden.',
  },
  workspace: {
    checking: 'okrlint is checking the workspace…',
    noDocuments: 'There are no OKR documents in the workspace.',
    clean: (files: number) => `${count(files, 'OKR document')} checked: nothing to mend.`,
    found: (problems: number, files: number) =>
      `${count(problems, 'finding')} in ${count(files, 'OKR document')}.`,
    showProblems: 'Show Problems',
  },
  model: {
    action: 'Rewrite with the editor’s language model…',
    noModel:
      'No language model is available. Install and sign in to one (for example GitHub Copilot); the rewrites in the quick-fix menu need none.',
    noSentence: 'Put the cursor on a key result or objective first.',
    asking: (model: string) => `Asking ${model} for other wordings…`,
    refused: (reason: string) => `The language model gave no answer: ${reason}`,
    nothing: 'The language model proposed nothing that okrlint would accept.',
    pick: 'Wording to look at (nothing changes yet)',
    clean: 'okrlint has nothing against it',
    compare: 'Your sentence ↔ proposal',
    ask: 'Use this wording?',
    accept: 'Use It',
    moved: 'The document has changed meanwhile; nothing was replaced.',
    prompt: (sentence: string, objective: string | undefined) =>
      [
        'You rewrite one key result of an OKR plan so that it names a measurable outcome instead of work.',
        'Answer with three different wordings, one per line, without numbering, labels or comments, in English.',
        'Keep the subject of the sentence. Never invent a number: use only numbers of the sentence itself, and write ‹baseline› and ‹target› where a number is missing.',
        ...(objective ? [`The objective above it: ${objective}`] : []),
        `The key result: ${sentence}`,
      ].join('\n'),
  },
};

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

export type Texts = typeof en;
