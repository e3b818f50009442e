// The least that any library in JavaScript has to do for the same requests: the parameters of the SDK's DocumentClient, written by hand with
// template strings, and JSON.stringify. No validation, no marshalling of values, no generic code. Answers are parsed by JSON.parse, and the
// attributes picked from it by hand: node requests.mjs PAGE, which has 100 items.
import fs from "node:fs";
import { serve } from "./worker.mjs";

const page = fs.readFileSync(process.argv[2], "utf8");
const item = JSON.stringify({ Item: JSON.parse(page).Items[0] });

const TableName = "till";
const shop = "bookshop-berlin";
const customer = "customer-0042";
const from = "2026-01-01T00:00:00.000Z";
const to = "2026-06-30T23:59:59.999Z";
const placedAt = "2026-03-14T15:09:26.535Z";
const note = "Leave it with the neighbour, please.";
const numbers = Array.from({ length: 128 }, (_, i) => `order-${10000 + i}`);

const key = (number) => ({
  pk: `$sharedtill#shop_${shop}`.toLowerCase(),
  sk: `$sharedpurchase_1#number_${number}`.toLowerCase(),
});
const identifiers = { "#__edb_e__": "__edb_e__", "#__edb_v__": "__edb_v__" };

const work = {
  get: (n) => JSON.stringify({ TableName, Key: key(numbers[n & 127]) }),
  query: (n) => JSON.stringify({
    TableName,
    IndexName: "gsi2",
    KeyConditionExpression: "#gsi2pk = :v0 AND #gsi2sk BETWEEN :v1 AND :v2",
    FilterExpression: "#total > :v3 AND #pieces < :v4",
    ExpressionAttributeNames: { "#gsi2pk": "gsi2pk", "#gsi2sk": "gsi2sk", "#total": "total", "#pieces": "pieces" },
    ExpressionAttributeValues: {
      ":v0": `$sharedtill#shop_${shop}`.toLowerCase(),
      ":v1": `$sharedpurchase_1#status_${"open"}#placedat_${from}`.toLowerCase(),
      ":v2": `$sharedpurchase_1#status_${"open"}#placedat_${to}`.toLowerCase(),
      ":v3": n,
      ":v4": 10,
    },
  }),
  partition: (n) => JSON.stringify({
    TableName,
    IndexName: "gsi1",
    KeyConditionExpression: "#gsi1pk = :v0 AND begins_with(#gsi1sk, :v1)",
    ExpressionAttributeNames: { "#gsi1pk": "gsi1pk", "#gsi1sk": "gsi1sk" },
    ExpressionAttributeValues: {
      ":v0": `$sharedtill#customer_${numbers[n & 127]}`.toLowerCase(),
      ":v1": "$account#sharedpurchase_1#placedat_",
    },
  }),
  update: (n) => JSON.stringify({
    TableName,
    Key: key(numbers[n & 127]),
    UpdateExpression:
      "SET #note = :v0, #total = :v1, #shop = :v3, #number = :v4, #__edb_e__ = :v5, #__edb_v__ = :v6 ADD #pieces :v2",
    ExpressionAttributeNames: {
      "#note": "note", "#total": "total", "#shop": "shop", "#number": "number", "#pieces": "pieces", ...identifiers,
    },
    ExpressionAttributeValues: {
      ":v0": note, ":v1": n, ":v2": 1, ":v3": shop, ":v4": numbers[n & 127], ":v5": "SharedPurchase", ":v6": "1",
    },
  }),
  patch: (n) => JSON.stringify({
    TableName,
    Key: key(numbers[n & 127]),
    UpdateExpression:
      "SET #status = :v0, #placedAt = :v1, #gsi1sk = :v2, #gsi2sk = :v3, #shop = :v4, #number = :v5, #__edb_e__ = :v6, #__edb_v__ = :v7",
    ConditionExpression: "attribute_exists(#pk) AND attribute_exists(#sk)",
    ExpressionAttributeNames: {
      "#status": "status", "#placedAt": "placedAt", "#gsi1sk": "gsi1sk", "#gsi2sk": "gsi2sk", "#shop": "shop",
      "#number": "number", "#pk": "pk", "#sk": "sk", ...identifiers,
    },
    ExpressionAttributeValues: {
      ":v0": "paid",
      ":v1": placedAt,
      ":v2": `$account#sharedpurchase_1#placedat_${placedAt}`.toLowerCase(),
      ":v3": `$sharedpurchase_1#status_${"paid"}#placedat_${placedAt}`.toLowerCase(),
      ":v4": shop, ":v5": numbers[n & 127], ":v6": "SharedPurchase", ":v7": "1",
    },
  }),
  put: (n) => JSON.stringify({ TableName, Item: { ...key(numbers[n & 127]), ...record(n) } }),
  upsert: (n) => {
    const attributes = record(n);
    const names = {};
    const values = {};
    const sets = [];
    for (const name of Object.keys(attributes)) {
      names[`#${name}`] = name;
      values[`:${name}`] = attributes[name];
      sets.push(`#${name} = :${name}`);
    }
    return JSON.stringify({
      TableName,
      Key: key(numbers[n & 127]),
      UpdateExpression: `SET ${sets.join(", ")}`,
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: values,
    });
  },
  collection: (n) => JSON.stringify({
    TableName,
    IndexName: "gsi1",
    KeyConditionExpression: "#gsi1pk = :v0 AND begins_with(#gsi1sk, :v1)",
    FilterExpression:
      "#__edb_e__ = :v2 AND #__edb_v__ = :v3 OR #__edb_e__ = :v4 AND #__edb_v__ = :v5",
    ExpressionAttributeNames: { "#gsi1pk": "gsi1pk", "#gsi1sk": "gsi1sk", ...identifiers },
    ExpressionAttributeValues: {
      ":v0": `$sharedtill#customer_${numbers[n & 127]}`.toLowerCase(),
      ":v1": "$account",
      ":v2": "SharedPurchase", ":v3": "1", ":v4": "SharedRefund", ":v5": "1",
    },
  }),
  batch: () => {
    const Keys = [];
    for (let i = 0; i < 100; i++) Keys.push(key(numbers[i]));
    return JSON.stringify({ RequestItems: { [TableName]: { Keys } } });
  },
  item: () => pick(JSON.parse(item).Item),
  page: () => JSON.parse(page).Items.map(pick),
};

function record(n) {
  return {
    shop, number: numbers[n & 127], customer, status: "open", placedAt, total: n, pieces: 3, note,
    gsi1pk: `$sharedtill#customer_${customer}`.toLowerCase(),
    gsi1sk: `$account#sharedpurchase_1#placedat_${placedAt}`.toLowerCase(),
    gsi2pk: `$sharedtill#shop_${shop}`.toLowerCase(),
    gsi2sk: `$sharedpurchase_1#status_${"open"}#placedat_${placedAt}`.toLowerCase(),
    __edb_e__: "SharedPurchase", __edb_v__: "1",
  };
}

function pick(item) {
  return {
    shop: item.shop.S, number: item.number.S, customer: item.customer.S, status: item.status.S,
    placedAt: item.placedAt.S, total: Number(item.total.N), pieces: Number(item.pieces.N), note: item.note?.S,
  };
}

await serve(work);
