// Every page of the program and what each weighs on its way. `./test --pictures` takes a picture of each, wide and narrow,
// for docs/pages.md; otherwise docs/pages.md must name every one of them.
"use strict";

const { test, before, after } = require("node:test");
const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const { start, linkTo } = require("./server");
const { person, signIn, makeRoom, send, close } = require("./people");
const { signUp } = require("./visitors");
const { invitedToTeam, leftDraft, invitedColleague, newAddress, newPassword, stopLink, blockedAddress, sentList, sentAgenda, invitedFromList } = require("./mailed");
const { crawl } = require("./crawl");

const DOCS = path.resolve(__dirname, "../../docs");
const SIZES = [
  { name: "wide", width: 1280, height: 1000, scale: 0.6 },
  { name: "narrow", width: 360, height: 760, scale: 0.75 },
];
/** Most bytes of one picture, and of a page on its way with everything it asks for. */
const MOST_OF_PICTURE = 60_000;
const MOST_OF_PAGE = { guest: 50_000, organiser: 120_000 };
const MOST_REQUESTS = 10;

/** Every page: its row in the table of routes, what it shows, who opens it, and under what other conditions. */
const PAGES = [
  ["/", "The events of an installation", "visitor"],
  ["/e/{slug}", "An event’s page", "visitor"],
  ["/e/{slug}", "The same in German", "visitor", { locale: "de-DE", as: "german" }],
  ["/e/{slug}/register/{step}", "Registering: who you are", "walk", { as: "profile" }],
  ["/e/{slug}/register/{step}", "Registering: what you offer and seek", "walk", { as: "topics" }],
  ["/e/{slug}/register/{step}", "Registering: when you are there", "walk", { as: "availability" }],
  ["/e/{slug}/register/check", "Registering: check your answers", "walk"],
  ["/e/{slug}/register/sent", "Registering: what happens next", "walk"],
  ["/e/{slug}/register/later", "Registering: going on later, by a mailed link", "later"],
  ["/draft/{token}", "A registration that a colleague began", "visitor"],
  ["/confirm/{token}", "Confirming the e-mail address", "visitor"],
  ["/e/{slug}/link", "Asking for a new personal link", "visitor"],
  ["/e/{slug}/privacy", "Data protection at an event", "visitor"],
  ["/e/{slug}/imprint", "The imprint of an event", "visitor"],
  ["/e/{slug}/accessibility", "The accessibility statement of an event", "visitor"],
  ["/e/{slug}/barrier", "Reporting a barrier", "visitor"],
  ["/accessibility", "The accessibility statement of an installation", "visitor"],
  ["/barrier", "Reporting a barrier there", "visitor"],
  ["/privacy", "Privacy: what is kept about whom, why and until when", "visitor"],
  ["/imprint", "The imprint", "visitor"],
  ["/unsubscribe/{token}", "Stopping reminders", "visitor"],
  ["/e/{slug}/my", "My event", "participant"],
  ["/e/{slug}/my/profile", "Changing who one is", "participant"],
  ["/e/{slug}/my/topics", "Changing what one offers and seeks", "participant"],
  ["/e/{slug}/my/availability", "Changing when one is there", "participant"],
  ["/address/{token}", "Confirming a new e-mail address", "visitor"],
  ["/e/{slug}/my/address", "Changing the e-mail address", "participant"],
  ["/e/{slug}/my/consent", "Changing what one agrees to", "participant"],
  ["/e/{slug}/my/people", "Whom one may meet", "participant"],
  ["/e/{slug}/my/people/{id}", "One of them, with the reasons", "participant"],
  ["/e/{slug}/my/people/{id}/messages", "What two people write each other", "participant"],
  ["/e/{slug}/my/wishes", "Wishes: mine, and whoever wished for me", "participant"],
  ["/e/{slug}/my/schedule", "A participant’s schedule", "participant"],
  ["/e/{slug}/my/schedule", "The same in the evening", "participant", { colorScheme: "dark", as: "dark" }],
  ["/e/{slug}/my/schedule", "The same in French", "participant", { query: "?lang=fr", as: "french" }],
  ["/e/{slug}/my/meetings/{id}", "One meeting: cancel it, or say that nobody came", "participant"],
  ["/e/{slug}/my/slots/{id}", "A free slot: whom to invite", "participant"],
  ["/e/{slug}/my/meetings/{id}/declined", "Whether a meeting is off that was declined in a calendar", "participant"],
  ["/e/{slug}/my/calendar", "How my meetings come into my calendar", "participant"],
  ["/e/{slug}/my/feed", "The calendar feed", "participant"],
  ["/e/{slug}/my/colleague", "Registering a colleague", "participant"],
  ["/e/{slug}/my/links", "Logging out and ending links", "participant"],
  ["/e/{slug}/my/data", "My data", "participant"],
  ["/e/{slug}/my/delete", "What deleting everything means", "participant"],
  ["/e/{slug}/my/cancel", "What cancelling means", "participant"],
  ["/e/{slug}/my/invitation", "Invited: whether one comes", "invited"],
  ["/organiser/setup/{token}", "The first account of an installation", "visitor"],
  ["/organiser/login", "Signing in as an organiser", "visitor"],
  ["/organiser/password", "A forgotten password", "visitor"],
  ["/organiser/password/{token}", "A new password", "visitor"],
  ["/organiser", "An organiser’s events", "organiser"],
  ["/organiser/account", "An organiser’s account", "organiser"],
  ["/organiser/factor", "The second factor", "organiser"],
  ["/organiser/logins", "Where an organiser is signed in", "organiser"],
  ["/organiser/prove", "Showing again who one is", "organiser"],
  ["/organiser/invitation/{token}", "Invited to a team", "visitor"],
  ["/organiser/accounts", "All accounts", "organiser"],
  ["/organiser/accounts/{account}", "One account", "organiser"],
  ["/organiser/accounts/{account}/delete", "What deleting an account means", "organiser"],
  ["/organiser/clock", "After the server’s clock has leapt", "organiser"],
  ["/organiser/events/new", "A new event", "organiser"],
  ["/organiser/events/{slug}", "An event at a glance", "organiser"],
  ["/organiser/events/{slug}/state", "Opening and closing the registration", "organiser"],
  ["/organiser/events/{slug}/settings", "Settings", "organiser"],
  ["/organiser/events/{slug}/move", "Moving the event", "organiser"],
  ["/organiser/events/{slug}/waiting-list", "How the waiting list moves up", "organiser"],
  ["/organiser/events/{slug}/pictures", "Logo and floor plan", "organiser"],
  ["/organiser/events/{slug}/consents", "What is asked beside the registration", "organiser"],
  ["/organiser/events/{slug}/calendars", "What calendars answer to invitations", "organiser"],
  ["/organiser/events/{slug}/legal", "What the law asks an event to say", "organiser"],
  ["/organiser/legal", "What the law asks the installation to say", "organiser"],
  ["/organiser/events/{slug}/accessibility", "What the accessibility statement says", "organiser"],
  ["/organiser/events/{slug}/team", "The team", "organiser"],
  ["/organiser/events/{slug}/deletion", "When personal data are deleted", "organiser"],
  ["/organiser/events/{slug}/acts", "What was done within a day, to be undone", "organiser"],
  ["/organiser/events/{slug}/log", "The journal: who did what", "organiser"],
  ["/organiser/events/{slug}/types", "Participant types and who may meet whom", "organiser"],
  ["/organiser/events/{slug}/types/{id}", "One type", "organiser"],
  ["/organiser/events/{slug}/types/{id}/remove", "What removing it means", "organiser"],
  ["/organiser/events/{slug}/questions", "The event’s own questions", "organiser"],
  ["/organiser/events/{slug}/questions/new", "A new question", "organiser"],
  ["/organiser/events/{slug}/questions/{id}", "One question", "organiser"],
  ["/organiser/events/{slug}/questions/{id}/remove", "What removing it means", "organiser"],
  ["/organiser/events/{slug}/topics", "Topics", "organiser"],
  ["/organiser/events/{slug}/topics/{id}", "One topic", "organiser"],
  ["/organiser/events/{slug}/topics/{id}/merge", "Putting two topics together", "organiser"],
  ["/organiser/events/{slug}/topics/{id}/remove", "What removing it means", "organiser"],
  ["/organiser/events/{slug}/agenda", "Agenda and meeting blocks", "organiser"],
  ["/organiser/events/{slug}/agenda/sessions/new", "A new session", "organiser"],
  ["/organiser/events/{slug}/agenda/sessions/{id}", "One session", "organiser"],
  ["/organiser/events/{slug}/agenda/sessions/{id}/people", "Who takes part in a session", "organiser"],
  ["/organiser/events/{slug}/agenda/sessions/{id}/remove", "What removing it means", "organiser"],
  ["/organiser/events/{slug}/agenda/blocks/new", "A new meeting block", "organiser"],
  ["/organiser/events/{slug}/agenda/blocks/{id}", "One meeting block", "organiser"],
  ["/organiser/events/{slug}/agenda/blocks/{id}/people", "Who is in a meeting block", "organiser"],
  ["/organiser/events/{slug}/agenda/blocks/{id}/remove", "What removing it means", "organiser"],
  ["/organiser/events/{slug}/tables", "Tables", "organiser"],
  ["/organiser/events/{slug}/tables/{number}", "One table", "organiser"],
  ["/organiser/events/{slug}/interpreters", "Interpreters", "organiser"],
  ["/organiser/events/{slug}/interpreters/new", "A new interpreter", "organiser"],
  ["/organiser/events/{slug}/interpreters/{id}", "An interpreter and their plan", "organiser"],
  ["/organiser/events/{slug}/interpreters/{id}/remove", "Removing an interpreter: what it means", "organiser"],
  ["/organiser/events/{slug}/participants/{id}/booth", "Somebody’s booth", "organiser"],
  ["/organiser/events/{slug}/participants", "Participants", "organiser"],
  ["/organiser/events/{slug}/participants/decide", "Deciding on many at once: what will happen", "organiser"],
  ["/organiser/events/{slug}/agenda/import", "An agenda from a file", "organiser"],
  ["/organiser/events/{slug}/agenda/import/{id}", "What the file would do", "organiser"],
  ["/organiser/events/{slug}/participants/new", "Adding a person by hand", "organiser"],
  ["/organiser/events/{slug}/participants/change", "Changing many at once: what would change", "organiser"],
  ["/organiser/events/{slug}/participants/{id}", "One participant", "organiser"],
  ["/organiser/events/{slug}/participants/{id}/delete", "Deleting somebody on their request", "organiser"],
  ["/organiser/events/{slug}/participants/{id}/address", "Correcting an address", "organiser"],
  ["/organiser/events/{slug}/participants/{id}/person", "Changing a participant’s profile", "organiser"],
  ["/organiser/events/{slug}/participants/{id}/interests", "Changing their offers and seeks", "organiser"],
  ["/organiser/events/{slug}/participants/{id}/attendance", "Changing when they are there", "organiser"],
  ["/organiser/events/{slug}/participants/{id}/merge", "Whether two are one person", "organiser"],
  ["/organiser/events/{slug}/organisations", "Spellings of one organisation", "organiser"],
  ["/organiser/events/{slug}/import", "Importing a list", "organiser"],
  ["/organiser/events/{slug}/import/{id}", "What the import would do", "organiser"],
  ["/organiser/events/{slug}/rounds", "Match rounds", "organiser"],
  ["/organiser/events/{slug}/rounds/compare", "Rounds side by side", "organiser"],
  ["/organiser/events/{slug}/rounds/new", "The rules of a match round", "organiser"],
  ["/organiser/events/{slug}/rounds/{number}", "A round with its figures and its board", "organiser"],
  ["/organiser/events/{slug}/rounds/{number}/discard", "What throwing a draft away means", "organiser"],
  ["/organiser/events/{slug}/rounds/{number}/what-if", "What one more table, slot or another minimum would give", "organiser"],
  ["/organiser/events/{slug}/rounds/{number}/add", "A further meeting in a draft", "organiser"],
  ["/organiser/events/{slug}/rounds/{number}/meeting", "One meeting of a round", "organiser"],
  ["/organiser/events/{slug}/rounds/{number}/publish", "Before publishing: what changes for whom", "organiser"],
  ["/organiser/events/{slug}/plan", "Whether the published plan still fits", "organiser"],
  ["/organiser/events/{slug}/plan/withdraw", "What taking the plan back means", "organiser"],
  ["/organiser/events/{slug}/door", "At the door", "organiser"],
  ["/organiser/events/{slug}/door/{id}", "Somebody at the door", "organiser"],
  ["/organiser/events/{slug}/door/new", "Somebody without a registration", "organiser"],
  ["/organiser/events/{slug}/absent", "Somebody did not come", "organiser"],
  ["/organiser/events/{slug}/pairs", "Pairs that must meet, and that must not", "organiser"],
  ["/organiser/events/{slug}/mailings", "Mailings", "organiser"],
  ["/organiser/events/{slug}/mailings/new", "Writing to participants", "organiser"],
  ["/organiser/events/{slug}/mailings/{id}", "A mailing before it goes", "organiser"],
  ["/organiser/events/{slug}/mailings/{id}/edit", "Changing it", "organiser"],
  ["/organiser/events/{slug}/mail-words", "Automatic mails", "organiser"],
  ["/organiser/events/{slug}/mail-words/{kind}", "Own words in one of them", "organiser"],
  ["/organiser/events/{slug}/nudges", "Reminders of what is not said", "organiser"],
  ["/organiser/events/{slug}/outbox", "The mails of an event", "organiser"],
  ["/organiser/events/{slug}/blocked", "Addresses that take no mail", "organiser"],
  ["/outbox", "The outbox", "organiser"],
  ["/outbox/{id}", "One mail", "organiser"],
];

/** What is no page: files, parts of pages, addresses that lead on to a page, and what only a form before it opens (a code, a secret). */
const NO_PAGES = /^\/(healthz|readyz)$|^\/static\/|\/accent\.css$|\/pictures\/\{kind\}$|\.(ics|vcf|pdf|json|csv|txt)$|\/(html|source|letter)$|\/attachments\/|\/room$|^\/my\/\{token\}$|^\/organiser\/(login\/code|factor\/app)$|\/register$/;

const DRAWN = Boolean(process.env.PICTURES);

/** How the picture of a page is called. */
function pictureName([route, , , { as } = {}]) {
  const words = route.replace("/e/{slug}", "/event").replace("/organiser/events/{slug}", "/office").split(/[^a-z]+/).filter(Boolean);
  return [...words, as].filter(Boolean).join("-") || "home";
}

let server;
let empty;
let people;
let addresses;
const taken = [];
before(async () => {
  server = await start("demo", "--participants", "120");
  empty = await start("serve");
  await makeRoom(server.addresses);
  const [visitor, participant, organiser, walk, later, invited] = await Promise.all(Array.from({ length: 6 }, () => person()));
  people = { visitor, participant, organiser, walk, later, invited };
  await participant.page.goto(server.addresses.schedule);
  await signIn(organiser, server.addresses);
  if (!DRAWN) return;
  fs.rmSync(path.join(DOCS, "pictures/pages"), { recursive: true, force: true });
  fs.mkdirSync(path.join(DOCS, "pictures/pages"), { recursive: true });
});
after(async () => {
  await close();
  await Promise.all([server.stop(), empty.stop()]);
});

/** A second round, which waits for its publication; gives the address of that page. */
async function newRound(organiser, office) {
  const { page } = organiser;
  await page.goto(`${office}/rounds/new`);
  await send(organiser);
  const address = `${page.url()}/publish`;
  for (let tries = 0; tries < 120; tries += 1) {
    await page.goto(address);
    if (page.url() === address && (await page.locator("main form[method=post] button").count()) > 0) return address;
    await page.waitForTimeout(500);
  }
  throw new Error("the round is never done");
}

/** A mailing that is written and does not go yet; gives the address of its page. */
async function newMailing(organiser, office) {
  const { page } = organiser;
  await page.goto(`${office}/mailings/new`);
  await page.locator("[name=subject_en]").fill("The programme of {event}");
  await page.locator("[name=text_en]").fill("Dear {name},\n\nthe programme is out: {my_event}");
  await page.locator("form:has([name=subject_en]) button").first().click();
  return page.url().replace(/\?.*$/, "");
}

/** Somebody who interprets; their page is linked from the list. */
async function newInterpreter(organiser, office) {
  const { page } = organiser;
  await page.goto(`${office}/interpreters/new`);
  await page.locator("[name=name]").fill("Irène Dolmetsch");
  await page.locator("[name=email]").fill("irene@example.org");
  for (const code of ["de", "fr"]) await page.locator(`[name=languages][value=${code}]`).check();
  await page.locator("form:has([name=languages]) button").first().click();
}

/** Addresses of pages of every kind: what links lead to, and what only mails, files and forms do. */
async function findPages() {
  const { site, event, round } = server.addresses;
  const { visitor, participant, organiser } = people;
  const office = round.replace(/\/rounds\/1$/, "");
  await leftDraft(people.later, server, "later@example.org");
  await signUp(await person(), event, "confirm@example.org");
  await newInterpreter(organiser, office);
  const publish = await newRound(organiser, office);
  const others = [
    publish,
    publish.replace(/publish$/, "discard"),
    publish.replace(/publish$/, "add"),
    publish.replace(/publish$/, "what-if"),
    await linkTo(server, "confirm@example.org", "/confirm/"),
    await invitedColleague(participant, server, "colleague@example.org"),
    await newAddress(participant, server, "another@example.org"),
    await newPassword(await person(), server),
    stopLink(server, "reminders"),
    empty.addresses.setup,
    await sentList(organiser, office),
    await sentAgenda(organiser, office),
    await invitedFromList(people.invited, organiser, server, office),
    await newMailing(organiser, office),
    `${office}/rounds/compare?r=1&r=2`,
    `${office}/participants/decide?everybody=1&decision=reject`,
    `${office}/participants/change?everybody=1&what=tag-give&value=Speaker`,
    `${event}/register/later`,
    `${site}/organiser/password`,
    // Without a leap of the clock no link leads there; addresses are listed below the mails of an event.
    `${site}/organiser/clock`,
    `${site}/organiser/prove`,
    await invitedToTeam(organiser, server, office),
    `${office}/deletion`,
    `${office}/blocked`,
  ];
  const backOffice = /^\/(organiser|outbox)/;
  const linked = [
    ...(await crawl(organiser, [round, `${site}/organiser`, `${site}/outbox`], `${site}/`, (kind) => !backOffice.test(kind))),
    ...(await crawl(participant, [`${event}/my`], `${event}/my`)),
    ...(await crawl(visitor, [`${site}/`, event, `${site}/organiser/login`], `${site}/`, (kind) => backOffice.test(kind) && !kind.endsWith("/login"))),
  ];
  const somebody = linked.find((one) => one.kind.endsWith("/participants/{}"));
  return [...others, blockedAddress(server, somebody.address), ...linked.map((one) => one.address)];
}

/** The address of a page of this row; where nothing leads there, it is looked for below the page above it. */
function addressOf(route) {
  const pattern = new RegExp(`^${route.replace(/\{\w+\}/g, "[^/]+")}$`);
  const all = addresses.filter((address) => pattern.test(new URL(address).pathname));
  const found = all.find((address) => !address.includes("?")) ?? all[0];
  if (found) return found;
  const [, above, last] = /^(.*)(\/[\w-]+)$/.exec(route) ?? [];
  assert.ok(above, `no page of ${route} is found`);
  return addressOf(above) + last;
}

/** Opens an address as this person, with nothing in the browser's memory, weighs it, and takes its pictures. */
async function take(who, row, address) {
  const [route, title, sort, { as, query = "", ...more } = {}] = row;
  const fresh = await person({ storageState: await who.context.storageState(), ...more });
  const sizes = [];
  const weigh = (request) => sizes.push(request.sizes());
  fresh.context.on("requestfinished", weigh);
  const answer = await fresh.page.goto(address + query);
  assert.equal(answer.status(), 200, `${route} at ${address}`);
  // What comes later (an icon) is no part of the page, and would be weighed when the window is closed.
  fresh.context.off("requestfinished", weigh);
  const weighed = await Promise.all(sizes);
  const bytes = weighed.reduce((sum, one) => sum + one.responseBodySize + one.responseHeadersSize, 0);
  const pictures = SIZES.map(({ name }) => `pictures/pages/${pictureName(row)}-${name}.webp`);
  if (DRAWN) await draw(fresh, pictures);
  taken.push({ row, route, title, sort, pictures, bytes, requests: weighed.length, text: await fresh.page.locator("main").innerText() });
  await fresh.context.close();
}

async function draw(who, files) {
  const session = await who.context.newCDPSession(who.page);
  for (const [at, { width, height, scale }] of SIZES.entries()) {
    await who.page.setViewportSize({ width, height });
    const clip = { x: 0, y: 0, width, height, scale };
    const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality: 50, clip });
    fs.writeFileSync(path.join(DOCS, files[at]), Buffer.from(data, "base64"));
  }
}

test("every page of the program is met", async () => {
  const walked = PAGES.filter(([, , sort]) => sort === "walk");
  const seen = async (step) => {
    const row = walked.find(([route, , , { as } = {}]) => step === `register/${as}` || route.endsWith(`/${step}`));
    if (row) await take(people.walk, row, people.walk.page.url());
  };
  await signUp(people.walk, server.addresses.event, "picture@example.org", { seen });
  addresses = await findPages();
  for (const row of PAGES.filter((row) => !walked.includes(row))) await take(people[row[2]], row, addressOf(row[0]));
  taken.sort((one, other) => PAGES.indexOf(one.row) - PAGES.indexOf(other.row));
  assert.equal(taken.length, PAGES.length);
  for (const { route, text } of taken) assert.ok(text.length > 40, `${route} shows something`);
});

test("none is forgotten", () => {
  const folder = path.resolve(__dirname, "../../src/web/routes");
  const table = fs.readdirSync(folder).map((file) => fs.readFileSync(path.join(folder, file), "utf8")).join("\n");
  const routes = [...table.matchAll(/\bget\(\s*"([^"]+)"/g)].map((match) => match[1]);
  assert.ok(routes.length > 90, `${routes.length} rows in the table of routes`);
  const pages = new Set(PAGES.map(([route]) => route));
  assert.deepEqual(routes.filter((route) => !pages.has(route) && !NO_PAGES.test(route)), []);
  assert.deepEqual([...pages].filter((route) => !routes.includes(route)), []);
});

test("pages are light: few bytes, few requests", (t) => {
  for (const { row, bytes, requests } of taken) t.diagnostic(`${pictureName(row)}: ${(bytes / 1000).toFixed(1)} kB in ${requests} requests`);
  const most = ({ sort }) => (sort === "organiser" ? MOST_OF_PAGE.organiser : MOST_OF_PAGE.guest);
  const heavy = taken.filter((one) => one.bytes > most(one) || one.requests > MOST_REQUESTS);
  assert.deepEqual(heavy.map((one) => `${one.route}: ${one.bytes} bytes, ${one.requests} requests`), []);
});

test("docs/pages.md shows every one of them", () => {
  if (DRAWN) fs.writeFileSync(path.join(DOCS, "pages.md"), document());
  const told = fs.readFileSync(path.join(DOCS, "pages.md"), "utf8");
  const named = [...told.matchAll(/src="(pictures\/pages\/[^"]+)"/g)].map((match) => match[1]).sort();
  assert.deepEqual(named, taken.flatMap((one) => one.pictures).sort(), "run ./test --pictures");
  for (const file of named) {
    const { size } = fs.statSync(path.join(DOCS, file));
    assert.ok(size > 1_500 && size <= MOST_OF_PICTURE, `${file} has ${size} bytes`);
  }
  const all = fs.readdirSync(path.join(DOCS, "pictures/pages"));
  assert.equal(all.length, named.length, "no picture without its place");
});

function document() {
  const row = ({ title, pictures, bytes, requests }) => {
    const [wide, narrow] = pictures.map((file, k) => `<img src="${file}" alt="${title}, ${SIZES[k].name}" width="${k ? 180 : 512}">`);
    return `| ${title}<br>${(bytes / 1000).toFixed(0)} kB, ${requests} requests | ${wide} | ${narrow} |`;
  };
  return `# What it looks like

Every page in a window 1280 and 360 pixels wide, as \`./test --pictures\` took them, with what a browser that has never
been there loads to show it (compressed, with headers and everything the page asks for). The tests hold each of the
pages for visitors and participants to ${MOST_OF_PAGE.guest / 1000} kB and ${MOST_REQUESTS} requests, all of them to the server itself, and compare this
list with the program's own table of addresses.

| Page | Wide | Narrow |
|---|---|---|
${taken.map(row).join("\n")}
`;
}
