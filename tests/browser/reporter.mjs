// One line a test, the reasons of a failure below it, and the count at the end.

const ANSI = /\u001b\[[0-9;]*m/g;

export default class Reporter {
  #passed = 0;
  #failed = 0;

  onTestEnd(test, result) {
    const passed = result.status === 'passed';
    if (passed) this.#passed += 1;
    else this.#failed += 1;
    const name = `${test.location.file.split('/').at(-1).replace('.spec.mjs', '')}: ${test.title}`;
    console.log(`${passed ? 'ok    ' : 'FAILED'} ${(result.duration / 1000).toFixed(1).padStart(6)} s  ${name}`);
    if (!passed) for (const error of result.errors) console.log(indent(error.message ?? String(error.value)));
    if (result.status === 'skipped') console.log('    skipped: no test may be');
  }

  /** What a test says of itself: figures. */
  onStdOut(text) {
    process.stdout.write(text);
  }

  onError(error) {
    this.#failed += 1;
    console.log(`FAILED           ${indent(error.message ?? String(error.value)).trim()}`);
  }

  onEnd() {
    console.log(`${this.#passed} passed, ${this.#failed} failed`);
    if (this.#failed > 0 || this.#passed === 0) return { status: 'failed' };
    return undefined;
  }

  printsToStdio() {
    return true;
  }
}

function indent(message) {
  const lines = message.replace(ANSI, '').replace(/^Error: /, '').trimEnd().split('\n');
  return lines.map((line) => `    ${line}`).join('\n');
}
