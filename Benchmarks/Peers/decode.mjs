// Node reads the page: node decode.mjs PAGE SHUFFLED ITEM. `JSON.parse` alone, and with the SDK's conversions.
import fs from "node:fs";
import { unmarshallItem } from "./items.mjs";
import { serve } from "./worker.mjs";

const [page, shuffled, item] = process.argv.slice(2).map((path) => fs.readFileSync(path));

await serve({
  parse: () => JSON.parse(page),
  unmarshall: () => JSON.parse(page).Items.map(unmarshallItem),
  "unmarshall, shuffled": () => JSON.parse(shuffled).Items.map(unmarshallItem),
  "unmarshall, item": () => unmarshallItem(JSON.parse(item).Item),
});
