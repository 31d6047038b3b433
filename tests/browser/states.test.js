// Pages in states that the demo does not show: nothing in the event yet, its registration closed or over, nobody knows
// it; a participant who waits, awaits approval, was turned down, has cancelled, agreed to what has changed since or
// comes too late with a change; links that are used, replaced, expired or wrong.
"use strict";

const { test, before, after } = require("node:test");
const assert = require("node:assert/strict");
const { execFileSync } = require("node:child_process");
const path = require("node:path");
const { start, linkTo } = require("./server");
const { person, findings, signIn, send, close } = require("./people");
const { signUp, confirm, cancel } = require("./visitors");
const { errorSummary } = require("./checks");
const { crawl } = require("./crawl");

const LANGUAGES = ["en", "de", "fr"];

let server;
let site;
let organiser;
let readers;
before(async () => {
  server = await start("demo", "--participants", "20");
  site = server.addresses.site;
  organiser = await person();
  await signIn(organiser, server.addresses);
  readers = await Promise.all(LANGUAGES.map((lang) => person({ lang })));
});
after(async () => {
  await close();
  await server.stop();
});

/** Looks at an address in every language, with its status. */
async function lookAt(address, status, all = readers) {
  const wrong = [];
  for (const who of all) {
    const answer = await who.page.goto(address + (address.includes("?") ? "&" : "?") + `lang=${who.lang}`);
    if (answer.status() !== status) wrong.push(`${answer.status()} instead of ${status}`);
    wrong.push(...(await findings(who)));
  }
  assert.deepEqual(wrong, [], address);
}

/** A new event, a draft. */
async function draft(slug, day, more = {}) {
  const { page } = organiser;
  await page.goto(`${site}/organiser/events/new`);
  await page.locator("[name=main_language][value=en]").check();
  const fields = { name_en: `Event ${slug}`, slug, organiser_name: "Cluster Office", contact_email: "office@example.org", starts_on: day, place: "Berlin", tables: "6", ...more };
  await page.locator("[name=venue][value=onsite]").check();
  for (const [name, value] of Object.entries(fields)) await page.locator(`[name=${name}]`).fill(value);
  await send(organiser);
}

async function setState(slug, state) {
  await organiser.page.goto(`${site}/organiser/events/${slug}/state`);
  await organiser.page.locator(`form:has([name=state][value=${state}]) button`).click();
  await organiser.page.waitForLoadState("load");
}

const LATER = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);

test("an event without anything in it, of which nobody knows", async () => {
  await draft("empty", LATER);
  const base = `${site}/organiser/events/empty`;
  const found = await crawl(organiser, [base], base);
  assert.ok(found.length >= 12, `${found.length} pages`);
  const offices = await Promise.all(LANGUAGES.slice(1).map(async (lang) => {
    const who = await person({ lang });
    await signIn(who, server.addresses);
    return who;
  }));
  for (const { address } of found) await lookAt(address, 200, [organiser, ...offices]);
  await lookAt(`${site}/e/empty`, 404);
});

test("a registration that is open, then closed, then over", async () => {
  await setState("empty", "open");
  await lookAt(`${site}/e/empty`, 200);
  await setState("empty", "closed");
  await lookAt(`${site}/e/empty`, 200);
  await lookAt(`${site}/e/empty/register/profile`, 409);
  await draft("over", LATER);
  await setState("over", "open");
  await organiser.page.goto(`${site}/organiser/events/over/settings`);
  for (const field of ["starts_on", "ends_on"]) await organiser.page.locator(`[name=${field}]`).fill("2026-01-05");
  await send(organiser);
  // Days in the past are asked about first.
  await organiser.page.locator("button[name=sure]").click();
  await organiser.page.waitForLoadState("load");
  await lookAt(`${site}/e/over`, 200);
  await lookAt(`${site}/e/over/register/profile`, 409);
  await lookAt(`${site}/`, 200);
});

/** Somebody for each language who has confirmed their registration at an event. */
async function registered(event, name) {
  const all = await Promise.all(LANGUAGES.map((lang) => person({ lang })));
  for (const who of all) {
    who.email = `${name}-${who.lang}@example.org`;
    await signUp(who, event, who.email);
    await confirm(who, server, who.email);
  }
  return all;
}

/** Looks at every page of *My event* that the links there lead to, each person in their own language. */
async function lookAtMine(all, event, atLeast) {
  const found = await crawl(all[0], [`${event}/my`], `${event}/my`);
  assert.ok(found.length >= atLeast, `${found.length} pages: ${found.map((one) => one.kind).join(" ")}`);
  for (const { address } of found) await Promise.all(all.map((who) => lookAt(address, 200, [who])));
}

test("somebody who awaits approval, is turned down, waits for a seat, cancels", async () => {
  await draft("asked", LATER);
  await organiser.page.goto(`${site}/organiser/events/asked/settings`);
  await organiser.page.locator("[name=approval]").check();
  await organiser.page.locator("[name=capacity]").fill("1");
  await send(organiser);
  await organiser.page.goto(`${site}/organiser/events/asked/consents`);
  for (const purpose of ["photos", "newsletter", "partners"]) await organiser.page.locator(`[name=ask_${purpose}]`).check();
  await send(organiser);
  await setState("asked", "open");
  const event = `${site}/e/asked`;
  const list = `${site}/organiser/events/asked/participants`;
  const decide = async (search, decision) => {
    await organiser.page.goto(`${list}?search=${search}`);
    await organiser.page.locator("#everybody").check();
    await organiser.page.locator(`button[name=decision][value=${decision}]`).click();
    await send(organiser);
  };
  const pending = await registered(event, "pending");
  await lookAtMine(pending, event, 8);
  await decide("pending", "reject");
  await lookAtMine(pending, event, 3);
  const first = await person();
  await signUp(first, event, "first@example.org");
  await confirm(first, server, "first@example.org");
  await decide("first", "approve");
  const waiting = await registered(event, "second");
  await decide("second", "approve");
  await lookAtMine(waiting, event, 8);
  for (const who of waiting) await cancel(who, event);
  await lookAtMine(waiting, event, 3);
});

test("somebody who saves a change after the last day for changes", async () => {
  const event = `${site}/e/asked`;
  const late = await registered(event, "late");
  for (const who of late) await who.page.goto(`${event}/my/profile`);
  await organiser.page.goto(`${site}/organiser/events/asked/settings`);
  await organiser.page.locator("[name=changes_until]").fill("2026-01-05");
  await send(organiser);
  for (const who of late) {
    await who.page.locator("[name=city]").fill("Évora");
    await send(who);
    assert.equal(await who.page.locator("[name=city]").inputValue(), "Évora");
    assert.deepEqual([...(await errorSummary(who.page)), ...(await findings(who))], [], who.lang);
  }
});

test("somebody who agreed to a text that has changed since, and an organiser who asks without one", async () => {
  const consents = `${site}/organiser/events/asked/consents`;
  const all = await registered(`${site}/e/asked`, "agreed");
  await organiser.page.goto(consents);
  await organiser.page.locator("[name=photos_en]").fill("Pictures may be taken.");
  await send(organiser);
  for (const who of all) {
    await lookAt(`${site}/e/asked/my/consent`, 200, [who]);
    assert.equal(await who.page.locator("[name=agree-photos][value=keep]").isChecked(), true);
  }
  await lookAt(consents, 200, [organiser]);
  await organiser.page.locator("[name=photos_en]").fill("");
  await send(organiser);
  assert.deepEqual([...(await errorSummary(organiser.page)), ...(await findings(organiser))], []);
});

test("somebody who waits, and cancels; links that have been used, replaced, or were never there", async () => {
  const { event } = server.addresses;
  const waiting = await Promise.all(LANGUAGES.map((lang) => person({ lang })));
  for (const who of waiting) {
    const email = `waiting-${who.lang}@example.org`;
    await signUp(who, event, email);
    const used = await confirm(who, server, email);
    await lookAt(`${event}/my`, 200, [who]);
    await lookAt(`${event}/my/people`, 200, [who]);
    await cancel(who, event);
    await lookAt(`${event}/my`, 200, [who]);
    // Here it leads on to *My event*, and nowhere else.
    await lookAt(used, 200, [who]);
    await lookAt(used, 410);
  }
  for (const address of ["/nowhere", "/e/nowhere", `/confirm/${"A".repeat(43)}`, `/my/${"A".repeat(43)}`]) await lookAt(site + address, 404);
  await lookAt(`${event}/my`, 403);
});

test("a link that has expired", async () => {
  const { event } = server.addresses;
  const who = readers[0];
  await signUp(who, event, "late@example.org");
  const link = await linkTo(server, "late@example.org", "/confirm/");
  const change = "import sqlite3, sys; db = sqlite3.connect(sys.argv[1]); db.execute(\"UPDATE links SET expires_at = '2020-01-01 00:00:00'\"); db.commit()";
  execFileSync("python3", ["-c", change, path.join(server.data, "rendezvous.sqlite")]);
  await lookAt(link, 410);
});

test("a form that comes without its token keeps what was typed", async () => {
  const who = readers[0];
  await who.page.goto(`${server.addresses.event}/link`);
  await who.page.locator("[name=email]").fill("late@example.org");
  await who.context.clearCookies();
  await send(who);
  assert.deepEqual(await findings(who), []);
  assert.equal(await who.page.locator("main form [name=email]").inputValue(), "late@example.org");
});
