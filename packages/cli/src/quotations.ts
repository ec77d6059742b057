import { RULES, verifyQuotations } from '@mtg/governance';
import { EXIT } from '@mtg/subgraph-kit';
import { Command } from 'commander';
import { readInput } from './input-file';

/** Compares each rule's sentence with the cited lines of the study, for holders of the study. */
export const quotationsCommand = (): Command =>
  new Command('verify-quotations')
    .description(
      '核对规则原文与研究报告的行号 · Check the sentence of each rule against the lines of the study that it cites',
    )
    .argument('<file>', '研究报告全文(Markdown) · the study, as Markdown')
    .action((file: string) => {
      const problems = verifyQuotations(readInput(file).toString('utf8'), RULES);
      for (const { rule, message } of problems)
        process.stderr.write(`${rule}: ${message.zh} · ${message.en}\n`);
      process.stdout.write(`规则 · rules: ${RULES.length}; 不符 · problems: ${problems.length}\n`);
      process.exitCode = problems.length > 0 ? EXIT.FAILURE : EXIT.OK;
    });
