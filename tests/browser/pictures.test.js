// A picture of every kind of page, wide and narrow, and what each weighs on its way. `PICTURES=docs` (`./test --pictures`)
// makes docs/pages.md and docs/pictures/pages anew; otherwise they go into a scratch folder, and docs/pages.md must name
// every one of them.
"use strict";

const { test, before, after } = require("node:test");
const assert = require("node:assert/strict");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { start } = require("./server");
const { person, signIn, makeRoom, close } = require("./people");
const { signUp } = require("./visitors");

const DOCS = path.resolve(__dirname, "../../docs");
const SIZES = [
  { name: "wide", width: 1280, height: 1000, scale: 0.6 },
  { name: "narrow", width: 360, height: 760, scale: 0.75 },
];
/** Most bytes of one picture, and of a page on its way with everything it asks for. */
const MOST_OF_PICTURE = 60_000;
const MOST_OF_PAGE = { visitor: 50_000, participant: 50_000, organiser: 120_000 };
const MOST_REQUESTS = 10;

/** Pages behind an address: name of the picture, what it shows, who opens it, address. */
const VIEWS = [
  ["home", "The events of an installation", "visitor", (a) => `${a.site}/`],
  ["event-de", "An event’s page, here in German", "visitor", (a) => `${a.event}?lang=de`],
  ["accessibility", "The accessibility statement", "visitor", (a) => `${a.event}/accessibility`],
  ["barrier", "Reporting a barrier", "visitor", (a) => `${a.event}/barrier`],
  ["link", "Asking for a new link", "visitor", (a) => `${a.event}/link`],
  ["my", "My event", "participant", (a) => `${a.event}/my`],
  ["people", "Whom one may meet, and wishes", "participant", (a) => `${a.event}/my/people`],
  ["schedule", "A participant’s schedule", "participant", (a) => `${a.event}/my/schedule`],
  ["schedule-dark", "The same in the evening", "participant", (a) => `${a.event}/my/schedule`, { colorScheme: "dark" }],
  ["schedule-fr", "The same in French", "participant", (a) => `${a.event}/my/schedule?lang=fr`],
  ["cancel", "What cancelling means", "participant", (a) => `${a.event}/my/cancel`],
  ["login", "Signing in as an organiser", "visitor", (a) => `${a.site}/organiser/login`],
  ["events", "An organiser’s events", "organiser", (a) => `${a.site}/organiser`],
  ["overview", "An event at a glance", "organiser", (a) => office(a, "")],
  ["settings", "Settings", "organiser", (a) => office(a, "/settings")],
  ["types", "Participant types and who may meet whom", "organiser", (a) => office(a, "/types")],
  ["topics", "Topics", "organiser", (a) => office(a, "/topics")],
  ["agenda", "Agenda and meeting blocks", "organiser", (a) => office(a, "/agenda")],
  ["participants", "Participants", "organiser", (a) => office(a, "/participants")],
  ["import", "Importing a list", "organiser", (a) => office(a, "/import")],
  ["new-round", "The rules of a match round", "organiser", (a) => office(a, "/rounds/new")],
  ["round", "A round with its figures and its board", "organiser", (a) => a.round],
  ["outbox", "The outbox", "organiser", (a) => a.outbox],
];

/** Pages on the way through the form. */
const STEPS = {
  event: ["event", "An event’s page"],
  "register/profile": ["register-profile", "Registering: who you are"],
  "register/topics": ["register-topics", "Registering: what you offer and seek"],
  "register/availability": ["register-availability", "Registering: when you are there"],
  "register/check": ["register-check", "Registering: check your answers"],
  "register/sent": ["register-sent", "Registering: what happens next"],
};

function office(addresses, part) {
  return addresses.round.replace(/\/rounds\/1$/, part);
}

let server;
let folder;
const taken = [];
before(async () => {
  server = await start("demo", "--participants", "120");
  await makeRoom(server.addresses);
  folder = process.env.PICTURES ? path.resolve(process.env.PICTURES) : fs.mkdtempSync(path.join(os.tmpdir(), "rendezvous-pictures-"));
  fs.rmSync(path.join(folder, "pictures/pages"), { recursive: true, force: true });
  fs.mkdirSync(path.join(folder, "pictures/pages"), { recursive: true });
});
after(async () => {
  await close();
  await server.stop();
  if (!process.env.PICTURES) fs.rmSync(folder, { recursive: true, force: true });
});

/** Opens an address as this person, with nothing in the browser's memory, weighs it, and takes its pictures. */
async function take(who, sort, address, name, title, more = {}) {
  const fresh = await person({ storageState: await who.context.storageState(), ...more });
  const sizes = [];
  fresh.context.on("requestfinished", (request) => sizes.push(request.sizes()));
  await fresh.page.goto(address, { waitUntil: "networkidle" });
  const weighed = await Promise.all(sizes);
  const bytes = weighed.reduce((sum, one) => sum + one.responseBodySize + one.responseHeadersSize, 0);
  const session = await fresh.context.newCDPSession(fresh.page);
  const pictures = [];
  for (const { name: size, width, height, scale } of SIZES) {
    await fresh.page.setViewportSize({ width, height });
    const clip = { x: 0, y: 0, width, height, scale };
    const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality: 55, clip });
    const file = `pictures/pages/${name}-${size}.webp`;
    fs.writeFileSync(path.join(folder, file), Buffer.from(data, "base64"));
    pictures.push(file);
  }
  taken.push({ name, title, sort, pictures, bytes, requests: weighed.length, text: await fresh.page.locator("main").innerText() });
  await fresh.context.close();
}

test("pictures of the pages can be taken", async () => {
  const { addresses } = server;
  const [visitor, participant, organiser, newcomer] = await Promise.all(Array.from({ length: 4 }, () => person()));
  await participant.page.goto(addresses.schedule);
  await signIn(organiser, addresses);
  const seen = async (step) => take(newcomer, "visitor", newcomer.page.url(), ...STEPS[step]);
  await signUp(newcomer, addresses.event, "picture@example.org", { seen });
  const people = { visitor, participant, organiser };
  for (const [name, title, sort, address, more] of VIEWS) await take(people[sort], sort, address(addresses), name, title, more);
  assert.equal(taken.length, VIEWS.length + Object.keys(STEPS).length);
  for (const { name, text, pictures } of taken) {
    assert.ok(text.length > 40, `${name} shows something`);
    for (const file of pictures) {
      const { size } = fs.statSync(path.join(folder, file));
      assert.ok(size > 2_000 && size <= MOST_OF_PICTURE, `${file} has ${size} bytes`);
    }
  }
});

test("pages are light: few bytes, few requests", (t) => {
  for (const { name, bytes, requests } of taken) t.diagnostic(`${name}: ${(bytes / 1000).toFixed(1)} kB in ${requests} requests`);
  const heavy = taken.filter((one) => one.bytes > MOST_OF_PAGE[one.sort] || one.requests > MOST_REQUESTS);
  assert.deepEqual(heavy.map((one) => `${one.name}: ${one.bytes} bytes, ${one.requests} requests`), []);
});

test("docs/pages.md shows every one of them", () => {
  if (process.env.PICTURES) fs.writeFileSync(path.join(folder, "pages.md"), document());
  const told = fs.readFileSync(path.join(DOCS, "pages.md"), "utf8");
  const named = [...told.matchAll(/src="(pictures\/pages\/[^"]+)"/g)].map((match) => match[1]).sort();
  assert.deepEqual(named, taken.flatMap((one) => one.pictures).sort(), "run ./test --pictures");
  for (const file of named) assert.ok(fs.existsSync(path.join(DOCS, file)), `${file} is there`);
  const all = fs.readdirSync(path.join(DOCS, "pictures/pages"));
  assert.equal(all.length, named.length, "no picture without its place");
});

function document() {
  const row = ({ title, pictures, bytes, requests }) => {
    const [wide, narrow] = pictures.map((file, k) => `<img src="${file}" alt="${title}, ${SIZES[k].name}" width="${k ? 180 : 512}">`);
    return `| ${title}<br>${(bytes / 1000).toFixed(0)} kB, ${requests} requests | ${wide} | ${narrow} |`;
  };
  return `# What it looks like

Every page of the demo in a window 1280 and 360 pixels wide, as \`./test --pictures\` took them, with what a browser
that has never been there loads to show it (compressed, with headers and everything the page asks for). The tests hold
each of the pages for visitors and participants to ${MOST_OF_PAGE.visitor / 1000} kB and ${MOST_REQUESTS} requests, all of them to the server itself.

| Page | Wide | Narrow |
|---|---|---|
${taken.map(row).join("\n")}
`;
}
