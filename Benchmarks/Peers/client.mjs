// Node's own HTTP client with a keep-alive agent: node client.mjs PORT CONCURRENCY REQUESTS. Prints what it took as JSON.
import http from "node:http";

const [port, concurrency, requests] = process.argv.slice(2).map(Number);
const agent = new http.Agent({ keepAlive: true, maxSockets: concurrency });
const body = JSON.stringify({ TableName: "shop", Key: { pk: { S: "SELLER#1" }, sk: { S: "OFFER#1" } } });
const headers = {
  "content-type": "application/x-amz-json-1.0",
  "content-length": Buffer.byteLength(body),
  "x-amz-target": "DynamoDB_20120810.GetItem",
};

function send() {
  return new Promise((resolve, reject) => {
    const request = http.request({ host: "127.0.0.1", port, agent, method: "POST", path: "/", headers }, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () => resolve(Buffer.concat(chunks)));
      response.on("error", reject);
    });
    request.on("error", reject);
    request.end(body);
  });
}

async function run(count) {
  let left = count;
  await Promise.all(Array.from({ length: concurrency }, async () => {
    while (left-- > 0) JSON.parse(await send());
  }));
}

await run(Math.min(1000, requests));
const cpu = process.cpuUsage();
const start = process.hrtime.bigint();
await run(requests);
const seconds = Number(process.hrtime.bigint() - start) / 1e9;
const used = process.cpuUsage(cpu);
console.log(JSON.stringify({ seconds, cpuSeconds: (used.user + used.system) / 1e6 }));
agent.destroy();
