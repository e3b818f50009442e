// A peer's side of the benchmarks: measures one round whenever it is asked to on its standard input.
import readline from "node:readline";

export const seconds = () => {
  const used = process.cpuUsage();
  return (used.user + used.system) / 1e6;
};

// Work that is repeated so often that a round takes as long as it should. What `once` returns is looked at, so that it is not optimized away.
class Repetition {
  constructor(once) {
    this.once = once;
    this.count = undefined;
    this.done = 0;
    this.kept = 0;
  }

  time(count) {
    const start = seconds();
    for (let i = 0; i < count; i++) this.kept += this.once(this.done++) === undefined ? 0 : 1;
    return seconds() - start;
  }

  // Seconds of processor time per operation.
  round(wanted) {
    if (this.count === undefined) {
      // The just-in-time compiler has its turn before anything counts.
      const warm = seconds();
      while (seconds() - warm < wanted) this.time(1);
      let count = 1;
      let taken = this.time(count);
      while (taken < wanted / 4) {
        count *= 2;
        taken = this.time(count);
      }
      this.count = Math.max(1, Math.floor((count * wanted) / taken));
    }
    return this.time(this.count) / this.count;
  }
}

// Measures what it is asked for, until the standard input ends. `work`: by name, what is to be done once, or something with a `round` of its own.
// `missing`: why a name is not among them.
export async function serve(work, missing = {}, versions = {}) {
  const repeated = (once) => (typeof once === "function" ? new Repetition(once) : once);
  const repetitions = Object.fromEntries(Object.entries(work).map(([name, once]) => [name, repeated(once)]));
  console.log(JSON.stringify({ missing, versions: { node: process.versions.node, ...versions } }));
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const question = JSON.parse(line);
    let answer;
    try {
      answer = { seconds: await repetitions[question.work].round(question.seconds) };
    } catch (error) {
      answer = { error: String(error) };
    }
    console.log(JSON.stringify(answer));
  }
}
