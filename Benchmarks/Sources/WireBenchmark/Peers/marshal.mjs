// Reads a page of items from standard input, and measures what Node makes of it: JSON alone, and with the SDK's conversions of attribute values,
// which are written here as @aws-sdk/util-dynamodb documents them. Prints MB and thousands of requests per CPU second as JSON.
import fs from "node:fs";

const text = fs.readFileSync(0);

function unmarshall(value) {
  const [type] = Object.keys(value);
  switch (type) {
    case "S": case "BOOL": return value[type];
    case "N": return Number(value.N);
    case "NULL": return null;
    case "SS": return new Set(value.SS);
    case "NS": return new Set(value.NS.map(Number));
    case "L": return value.L.map(unmarshall);
    case "M": return unmarshallItem(value.M);
    default: return Buffer.from(value.B, "base64");
  }
}

function unmarshallItem(item) {
  const result = {};
  for (const name of Object.keys(item)) result[name] = unmarshall(item[name]);
  return result;
}

function marshall(value) {
  if (value === null) return { NULL: true };
  if (typeof value === "string") return { S: value };
  if (typeof value === "number") return { N: String(value) };
  if (typeof value === "boolean") return { BOOL: value };
  if (value instanceof Set) return { SS: [...value] };
  if (Array.isArray(value)) return { L: value.map(marshall) };
  return { M: marshallItem(value) };
}

function marshallItem(item) {
  const result = {};
  for (const name of Object.keys(item)) result[name] = marshall(item[name]);
  return result;
}

function perSecond(times, work) {
  work();
  const start = process.cpuUsage();
  for (let i = 0; i < times; i++) work();
  const used = process.cpuUsage(start);
  return (times * 1e6) / (used.user + used.system);
}

const megabytes = text.length / 1e6;
const products = JSON.parse(text).Items.map(unmarshallItem);
console.log(JSON.stringify({
  "decode: Node, JSON.parse": megabytes * perSecond(30, () => JSON.parse(text)),
  "decode: Node, JSON.parse and unmarshall": megabytes * perSecond(20, () => JSON.parse(text).Items.map(unmarshallItem)),
  "encode: Node, marshall and JSON.stringify": perSecond(10, () => {
    for (const product of products) Buffer.from(JSON.stringify({ TableName: "shop", Item: marshallItem(product) }));
  }) * products.length / 1000,
}));
