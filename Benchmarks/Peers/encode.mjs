// Node writes the items of the page one after the other: node encode.mjs PAGE.
import fs from "node:fs";
import { marshallItem, unmarshallItem } from "./items.mjs";
import { serve } from "./worker.mjs";

const products = JSON.parse(fs.readFileSync(process.argv[2])).Items.map(unmarshallItem);
// As our records, which leave out what is absent.
for (const product of products) delete product.image;

await serve({
  marshall: (n) =>
    Buffer.from(JSON.stringify({ TableName: "catalogue", Item: marshallItem(products[n % products.length]) })),
});
