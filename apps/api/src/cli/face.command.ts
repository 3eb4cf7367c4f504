import { type Command, Option } from 'commander';
import type { CliState } from './cli-state.js';
import { compareFiles, type FileComparison } from './compare-files.js';
import { EXIT } from './exit-codes.js';
import { addBench } from './face-bench.command.js';
import { addCalibrate } from './face-calibrate.command.js';
import { addDetect } from './face-detect.command.js';
import { addEvaluate } from './face-evaluate.command.js';
import { addEngineOptions, type EngineFlags, engineOptionsOf } from './measurement.js';
import { printJson } from './output.js';

interface CompareFlags extends EngineFlags {
  readonly json?: boolean;
  readonly pad: 'refuse' | 'flag' | 'off';
}

export function addFaceCommands(program: Command, state: CliState): void {
  const face = program.command('face').description('The face engine, without a server or a database.');
  addEngineOptions(face.command('compare'))
    .description(
      'Do two photos show one person? Exit code 0: yes; 1: no, or one has no usable face; 2: could not tell.',
    )
    .argument('<reference>', 'photo: JPEG, PNG or WebP')
    .argument('<probe>', 'the photo to compare with it')
    .addOption(
      new Option('--pad <policy>', 'what to do with a photo that looks like a picture of a picture')
        .choices(['refuse', 'flag', 'off'])
        .default('flag'),
    )
    .option('--json', 'print the whole answer as JSON')
    .action(async (reference: string, probe: string, flags: CompareFlags) => {
      const pad = flags.pad.toUpperCase() as 'REFUSE' | 'FLAG' | 'OFF';
      const answer = await compareFiles({ reference, probe, engine: engineOptionsOf(flags), pad });
      if (flags.json) printJson(state.terminal, answer);
      else for (const line of describe(answer)) state.terminal.out(line);
      state.exitCode = answer.outcome === 'MATCH' ? EXIT.done : EXIT.no;
    });
  addEvaluate(face, state);
  addCalibrate(face, state);
  addBench(face, state);
  addDetect(face, state);
}

function describe(answer: FileComparison): readonly string[] {
  const total = `${answer.milliseconds.total} ms (the start of the engine not counted: ${answer.milliseconds.engineStart} ms)`;
  if (answer.similarity === null) {
    return [`${answer.outcome} in the ${answer.failedImage?.toLowerCase() ?? 'photos'}`, total];
  }
  const sign = answer.outcome === 'MATCH' ? '>=' : '<';
  return [
    answer.outcome === 'MATCH' ? 'MATCH: the photos show one person.' : 'NON_MATCH: the photos show two people.',
    `similarity ${answer.similarity.toFixed(4)} ${sign} threshold ${answer.threshold} (${answer.model}, false match rate aimed at ${answer.targetFmr})`,
    total,
  ];
}
