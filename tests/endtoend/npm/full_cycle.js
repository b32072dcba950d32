// A full cycle of npm's dicomweb-client against the station whose address, token and study are given: what it stored, found and
// fetched goes to standard output as JSON, digests in place of bytes. The test that started it judges.
"use strict";

const { createHash } = require("node:crypto");
const { readFileSync } = require("node:fs");
const { api } = require("dicomweb-client");

globalThis.XMLHttpRequest = require("xhr2"); // what a browser has and node has not

const [url, token, studyInstanceUID, seriesInstanceUID, sopInstanceUID, ...files] = process.argv.slice(2);
const client = new api.DICOMwebClient({ url, headers: { Authorization: `Bearer ${token}` }, verbose: false });
const series = { studyInstanceUID, seriesInstanceUID };
const instance = { ...series, sopInstanceUID };
const digest = (bytes) => createHash("sha256").update(Buffer.from(bytes)).digest("hex");
const read = (path) => Uint8Array.from(readFileSync(path)).buffer;
const json = (answer) => (typeof answer === "string" ? JSON.parse(answer) : answer);

async function main() {
  const seen = { stored: json(await client.storeInstances({ datasets: files.map(read) })) };
  seen.studies = await client.searchForStudies({ queryParams: { PatientName: "devi^*", includefield: "all" } });
  seen.series = await client.searchForSeries({ studyInstanceUID });
  seen.instances = await client.searchForInstances({ studyInstanceUID });
  seen.studyMetadata = await client.retrieveStudyMetadata({ studyInstanceUID });
  seen.seriesMetadata = await client.retrieveSeriesMetadata(series);
  seen.metadata = await client.retrieveInstanceMetadata(instance);
  seen.study = (await client.retrieveStudy({ studyInstanceUID })).map(digest);
  seen.wholeSeries = (await client.retrieveSeries(series)).map(digest);
  seen.instance = digest(await client.retrieveInstance(instance));
  seen.frames = (await client.retrieveInstanceFrames({ ...instance, frameNumbers: [1] })).map(digest);
  const { BulkDataURI } = seen.metadata[0]["7FE00010"];
  seen.bulk = (await client.retrieveBulkData({ BulkDataURI })).map(digest);
  seen.range = (await client.retrieveBulkData({ BulkDataURI, byteRange: [4, 7] })).map((part) => [...new Uint8Array(part)]);
  const png = [{ mediaType: "image/png" }];
  seen.rendered = kind(await client.retrieveInstanceRendered({ ...instance, mediaTypes: png }));
  seen.renderedFrame = kind(await client.retrieveInstanceFramesRendered({ ...instance, frameNumbers: [1], mediaTypes: png }));
  seen.thumbnail = kind(await client.retrieveInstanceThumbnail({ ...instance, mediaTypes: [{ mediaType: "image/jpeg" }] }));
  seen.removed = (await remove(`${url}/studies/${studyInstanceUID}?force=true`)).status;
  seen.left = await client.searchForStudies({});
  seen.gone = await client.retrieveStudyMetadata({ studyInstanceUID }).then(() => 200, (error) => error.status);
  process.stdout.write(JSON.stringify(seen));
}

const kind = (picture) => Buffer.from([picture].flat()[0]).subarray(0, 4).toString("latin1");
const remove = (where) => fetch(where, { method: "DELETE", headers: { Authorization: `Bearer ${token}` } });

main().catch((error) => {
  console.error(error.status || "", error.response || "", error);
  process.exit(1);
});
