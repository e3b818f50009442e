// The conversions of attribute values. They do what those of @aws-sdk/util-dynamodb do with its default options, check by check, and are written anew.

export function unmarshall(value) {
  for (const [type, content] of Object.entries(value)) {
    if (content === undefined) continue;
    switch (type) {
      case "S": return content;
      case "N": return number(content);
      case "BOOL": return Boolean(content);
      case "NULL": return null;
      case "SS": return new Set(content.map((text) => text));
      case "NS": return new Set(content.map(number));
      case "L": return content.map((element) => unmarshall(element));
      case "M": return unmarshallItem(content);
      case "B": return content;
      default: throw new Error(`no such type: ${type}`);
    }
  }
  throw new Error("no value");
}

export function unmarshallItem(item) {
  return Object.entries(item).reduce((result, [name, value]) => {
    result[name] = unmarshall(value);
    return result;
  }, {});
}

function number(text) {
  const value = Number(text);
  const isLarge = value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER;
  return isLarge && ![Infinity, -Infinity].includes(value) ? BigInt(text) : value;
}

const binaryTypes = [
  "ArrayBuffer", "Blob", "Buffer", "DataView", "File", "Int8Array", "Uint8Array", "Uint8ClampedArray", "Int16Array",
  "Uint16Array", "Int32Array", "Uint32Array", "Float32Array", "Float64Array", "BigInt64Array", "BigUint64Array",
];

export function marshall(value) {
  if (value === undefined) throw new Error("no value");
  if (value === null && typeof value === "object") return { NULL: true };
  if (Array.isArray(value)) return { L: value.filter((element) => element !== undefined).map(marshall) };
  const kind = value?.constructor?.name;
  if (kind === "Set") return set(value);
  if (kind === "Object") return { M: marshallItem(value) };
  if (binaryTypes.includes(kind)) return { B: value };
  if (typeof value === "boolean") return { BOOL: Boolean(value) };
  if (typeof value === "number") return numberValue(value);
  if (typeof value === "bigint") return { N: value.toString() };
  if (typeof value === "string") return { S: value.toString() };
  throw new Error("no type for the value");
}

export function marshallItem(item) {
  const result = {};
  for (const [name, value] of Object.entries(item)) {
    if (typeof value !== "function" && value !== undefined) result[name] = marshall(value);
  }
  return result;
}

function set(values) {
  const first = values.values().next().value;
  if (typeof first === "number") return { NS: Array.from(values).map((value) => numberValue(value).N) };
  if (typeof first === "string") return { SS: Array.from(values).map((value) => value.toString()) };
  throw new Error("no type for the set");
}

function numberValue(value) {
  if ([NaN, Infinity, -Infinity].includes(value)) throw new Error("no number of DynamoDB's");
  if (value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER) throw new Error("not exact");
  return { N: value.toString() };
}
