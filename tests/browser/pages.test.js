// Every page that the links of the demo lead to, and every form when it is refused, in three languages.
"use strict";

const { test, before, after } = require("node:test");
const assert = require("node:assert/strict");
const { start } = require("./server");
const { person, findings, send, signIn, close } = require("./people");
const { crawl } = require("./crawl");
const checks = require("./checks");

const LANGUAGES = ["en", "de", "fr"];
const OFFICE = /^\/(organiser|outbox)/;

let server;
let pages;

/** Somebody of each sort: a visitor, the participant whose schedule the demo shows, its organiser. */
async function sorts(lang) {
  const [visitor, participant, organiser] = await Promise.all([person({ lang }), person({ lang }), person({ lang })]);
  // A personal link speaks the language of the registration; whoever reads chooses another.
  await participant.page.goto(server.addresses.schedule);
  await participant.page.goto(`${server.addresses.event}/my?lang=${lang}`);
  await signIn(organiser, server.addresses);
  return { visitor, participant, organiser };
}

before(async () => {
  server = await start("demo", "--participants", "60");
  const { site, event } = server.addresses;
  const { visitor, participant, organiser } = await sorts("en");
  const inside = (kind) => OFFICE.test(kind) && kind !== "/organiser/login";
  pages = {
    visitor: await crawl(visitor, [`${site}/`, event, `${site}/organiser/login`, `${site}/organiser/password`], `${site}/`, inside),
    participant: await crawl(participant, [`${event}/my`], `${event}/my`),
    organiser: await crawl(organiser, [`${site}/organiser`, `${site}/outbox`], `${site}/`, (kind) => !OFFICE.test(kind)),
  };
});

after(async () => {
  await close();
  await server.stop();
});

test("the links lead to the pages of everybody", () => {
  const known = Object.values(pages).flat().map((one) => one.kind);
  for (const part of ["/register/profile", "/accessibility", "/my/schedule", "/my/people/{}", "/rounds/{}", "/participants/{}", "/outbox/{}"]) {
    assert.ok(known.some((kind) => kind.endsWith(part)), `${part} is met on the way`);
  }
});

for (const lang of LANGUAGES) {
  test(`every page passes the checks in ${lang}, wide and narrow`, async () => {
    const people = await sorts(lang);
    const wrong = [];
    const walk = async (sort) => {
      for (const { kind, address } of pages[sort]) {
        const answer = await people[sort].page.goto(address);
        if (answer.status() !== 200) wrong.push(`${kind} answers ${answer.status()}`);
        const found = [...(await checks.validity(await answer.text())), ...(await findings(people[sort], { dark: lang === "de" }))];
        wrong.push(...found.map((told) => `${kind}: ${told}`));
        // WCAG 2.2, 3.2.6: help stands at the same place everywhere.
        const help = await people[sort].page.locator("footer li:last-child a").getAttribute("href");
        if (!/\/barrier$/.test(help)) wrong.push(`${kind}: the way to report a barrier is not at its place`);
        const bare = await people[sort].page.locator("main form[method=post]:not([novalidate]) :is([type=email], [type=number], [type=date], [type=time], [type=url])").count();
        if (bare > 0) wrong.push(`${kind}: the browser would check fields in its own words`);
        if (lang === "en") wrong.push(...(await checks.lengthened(people[sort].page, [1280, 320])).map((told) => `${kind}: ${told}`));
      }
    };
    await Promise.all([walk("visitor").then(() => walk("participant")), walk("organiser")]);
    assert.deepEqual(wrong, []);
  });
}

for (const lang of LANGUAGES) {
  test(`every form that is refused says why twice, in ${lang}`, async () => {
    const people = await sorts(lang);
    const wrong = [];
    let refused = 0;
    for (const [sort, list] of Object.entries(pages)) {
      const who = people[sort];
      for (const { kind, address } of list) {
        await who.page.goto(address);
        if (!(await sendEmpty(who)) || (await who.page.locator(".error-summary").count()) === 0) continue;
        refused += 1;
        const found = [...(await checks.errorSummary(who.page)), ...(await findings(who))];
        if (!/^(Error|Fehler|Erreur\s):/.test(await who.page.title())) found.push(`title ${await who.page.title()}`);
        wrong.push(...found.map((told) => `${kind}, refused: ${told}`));
      }
    }
    assert.deepEqual(wrong, []);
    assert.ok(refused >= 15, `only ${refused} forms were refused`);
  });
}

/** Sends the page's first form with every line in it empty; false if it has none. */
async function sendEmpty(who) {
  const form = who.page.locator("main form[method=post]").first();
  const lines = form.locator("input:is([type=text], [type=email], [type=password], [type=number], [type=date], [type=time]):visible, textarea:visible");
  if ((await form.count()) === 0 || (await lines.count()) === 0) return false;
  for (const line of await lines.all()) await line.fill("");
  await send(who);
  return true;
}
