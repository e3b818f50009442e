// ElectroDB for the same requests: node electrodb.mjs FOLDER PAGE. `electrodb` is in the folder's node_modules; the page has 100 items.
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { unmarshallItem } from "./items.mjs";
import { serve } from "./worker.mjs";

const require = createRequire(path.join(process.argv[2], "index.js"));
const { Entity, Service } = require("electrodb");
const { version } = JSON.parse(fs.readFileSync(path.join(process.argv[2], "node_modules/electrodb/package.json")));
const items = JSON.parse(fs.readFileSync(process.argv[3])).Items.map(unmarshallItem);

const text = { type: "string", required: true };
const attributes = {
  shop: text, number: text, customer: text, status: { type: ["open", "paid", "sent"], required: true }, placedAt: text,
  total: { type: "number", required: true }, pieces: { type: "number", required: true }, note: { type: "string" },
};
const table = "till";
const byCustomer = (composite) => ({
  collection: "account", index: "gsi1", pk: { field: "gsi1pk", composite: ["customer"] }, sk: { field: "gsi1sk", composite },
});
const primary = { pk: { field: "pk", composite: ["shop"] }, sk: { field: "sk", composite: ["number"] } };
const purchases = new Entity({
  model: { entity: "SharedPurchase", version: "1", service: "sharedTill" },
  attributes,
  indexes: {
    purchase: primary,
    byCustomer: byCustomer(["placedAt"]),
    byStatus: {
      index: "gsi2", pk: { field: "gsi2pk", composite: ["shop"] }, sk: { field: "gsi2sk", composite: ["status", "placedAt"] },
    },
  },
}, { table });
const refunds = new Entity({
  model: { entity: "SharedRefund", version: "1", service: "sharedTill" },
  attributes: { shop: text, number: text, customer: text },
  indexes: { refund: primary, byCustomer: byCustomer(["number"]) },
}, { table });
const service = new Service({ purchases, refunds });

const shop = "bookshop-berlin";
const customer = "customer-0042";
const from = "2026-01-01T00:00:00.000Z";
const to = "2026-06-30T23:59:59.999Z";
const placedAt = "2026-03-14T15:09:26.535Z";
const note = "Leave it with the neighbour, please.";
const numbers = Array.from({ length: 128 }, (_, i) => `order-${10000 + i}`);
const key = (n) => ({ shop, number: numbers[n & 127] });
const draft = (n) => ({ ...key(n), customer, status: "open", placedAt, total: n, pieces: 3, note });
const hundred = Array.from({ length: 100 }, (_, n) => key(n));

await serve({
  get: (n) => purchases.get(key(n)).params(),
  query: (n) => purchases.query.byStatus({ shop, status: "open" }).between({ placedAt: from }, { placedAt: to })
    .where((a, { gt, lt }) => `${gt(a.total, n)} AND ${lt(a.pieces, 10)}`).params(),
  partition: (n) => purchases.query.byCustomer({ customer: numbers[n & 127] }).params(),
  update: (n) => purchases.update(key(n)).set({ note, total: n }).add({ pieces: 1 }).params(),
  patch: (n) => purchases.patch(key(n)).set({ status: "paid", placedAt }).params(),
  put: (n) => purchases.put(draft(n)).params(),
  upsert: (n) => purchases.upsert(draft(n)).params(),
  collection: (n) => service.collections.account({ customer: numbers[n & 127] }).params(),
  batch: () => purchases.get(hundred).params(),
  item: () => purchases.parse({ Item: items[0] }),
  page: () => purchases.parse({ Items: items }),
}, {}, { electrodb: version });
