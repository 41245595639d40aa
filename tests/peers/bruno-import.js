// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
//
// Imports a Postman collection as Bruno's window does, with the packages that Bruno's command line brings: its own
// `bru import` knows OpenAPI and WSDL only.
// node bruno-import.js COLLECTION FOLDER bru|yml
const fs = require("fs");
const path = require("path");
const { postmanToBruno } = require("@usebruno/converters");
const { stringifyCollection, stringifyRequest } = require("@usebruno/filestore");

const [source, folder, format] = process.argv.slice(2);

async function write(items, place) {
  fs.mkdirSync(place);
  for (const [index, item] of items.entries()) {
    if (item.type === "folder")
      await write(item.items, path.join(place, item.name));
    else
      fs.writeFileSync(path.join(place, `${item.name}.${format}`),
        await stringifyRequest({ ...item, seq: index + 1 }, { format }));
  }
}

async function main() {
  const { collection, issues } = await postmanToBruno(JSON.parse(fs.readFileSync(source, "utf8")));
  if (issues.length > 0)
    throw new Error(JSON.stringify(issues));
  await write(collection.items, folder);
  const about = { version: "1", name: collection.name, type: "collection" };
  if (format === "bru")
    fs.writeFileSync(path.join(folder, "bruno.json"), JSON.stringify(about));
  else
    fs.writeFileSync(path.join(folder, "opencollection.yml"),
      await stringifyCollection(collection.root, { ...about, opencollection: "1.0.0" }, { format }));
}

main();
