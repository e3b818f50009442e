// Node's own HTTP client with a keep-alive agent: node client.mjs PORT. The names of the work are how many requests are under way at once.
import http from "node:http";
import { seconds, serve } from "./worker.mjs";

const port = Number(process.argv[2]);
const body = JSON.stringify({ TableName: "shop", Key: { pk: { S: "SELLER#1" }, sk: { S: "OFFER#1" } } });
const headers = {
  "content-type": "application/x-amz-json-1.0",
  "content-length": Buffer.byteLength(body),
  "x-amz-target": "DynamoDB_20120810.GetItem",
};

class Load {
  constructor(concurrency) {
    this.concurrency = concurrency;
    this.agent = new http.Agent({ keepAlive: true, maxSockets: concurrency });
  }

  send() {
    return new Promise((resolve, reject) => {
      const options = { host: "127.0.0.1", port, agent: this.agent, method: "POST", path: "/", headers };
      const request = http.request(options, (response) => {
        const chunks = [];
        response.on("data", (chunk) => chunks.push(chunk));
        response.on("end", () => resolve(Buffer.concat(chunks)));
        response.on("error", reject);
      });
      request.on("error", reject);
      request.end(body);
    });
  }

  async time(count) {
    const start = seconds();
    let left = count;
    await Promise.all(Array.from({ length: this.concurrency }, async () => {
      while (left-- > 0) JSON.parse(await this.send());
    }));
    return seconds() - start;
  }

  // Seconds of processor time per request.
  async round(wanted) {
    if (this.count === undefined) {
      await this.time(1000);
      this.count = Math.max(1, Math.floor((1000 * wanted) / (await this.time(1000))));
    }
    return (await this.time(this.count)) / this.count;
  }
}

await serve(Object.fromEntries([1, 8, 32].map((concurrency) => [concurrency, new Load(concurrency)])));
