import type { bankZh } from './consoleBank.zh.ts';

export const bankEn = {
  'menu.banks': 'Banks',
  'bank.lead':
    'Papers draw from banks of your own unit and of those above and below; a published bank never changes',
  'bank.new': 'Import a bank',
  'bank.newLead': 'One question a row; checked first, then published; with one fault nothing is',
  'bank.empty': 'No banks yet. Import questions from an Excel sheet',
  'bank.emptyReader': 'No banks yet',
  'bank.title': 'Name of the bank',
  'bank.unit': 'Kept by',
  'bank.unitLead':
    'Contests of units above and below may draw from it; keys are for this unit and those above only',
  'bank.count': 'Questions',
  'bank.publishedAt': 'Published',
  'bank.published': 'The bank is published',
  'bank.template': 'Template',
  'bank.templateLead':
    'The template has notes and examples. Sheets of other programs with similar headings are understood too',
  'bank.templateName': 'bank template',
  'bank.clean': '{name}: checked, questions: {n}',
  'bank.cleanLead': 'Please look whether kinds and answers were understood, then publish',
  'bank.previewLead': 'The first {n} questions',
  'bank.publish': 'Publish {n}',
  'bank.under': '{unit} · code {code} · questions: {n} · published {at}',
  'bank.no': 'No.',
  'bank.type': 'Kind',
  'bank.stem': 'Question',
  'bank.options': 'Options',
  'bank.key': 'Key',
  'bank.explanation': 'Explanation',
  'bank.chapter': 'Chapter',
  'bank.difficulty': 'Difficulty',
  'bank.true': 'true',
  'bank.false': 'false',
} satisfies Record<keyof typeof bankZh, string>;
