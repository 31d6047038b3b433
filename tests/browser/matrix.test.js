// The journey of a participant in every combination of JavaScript on and off, three languages, phone and desktop: sign
// up, confirm, change an answer, wish, see the schedule of a round that was run in between, cancel.
"use strict";

const { test, before, after } = require("node:test");
const assert = require("node:assert/strict");
const { start } = require("./server");
const { person, signIn, makeRoom, send, close } = require("./people");
const { signUp, confirm, goTo, edit, wish, cancel } = require("./visitors");
const checks = require("./checks");

const COMBINATIONS = [true, false].flatMap((javaScript) =>
  ["de", "en", "fr"].flatMap((lang) => [360, 1280].map((width) => ({ javaScript, lang, width }))),
);

let server;
let base;
before(async () => {
  server = await start("demo", "--participants", "24");
  base = server.addresses.round.replace(/\/rounds\/1$/, "");
  await makeRoom(server.addresses);
});
after(async () => {
  await close();
  await server.stop();
});

const travellers = [];

for (const { javaScript, lang, width } of COMBINATIONS) {
  const name = `${lang}, ${width} px, ${javaScript ? "with" : "without"} JavaScript`;
  test(`sign up, confirm, edit and wish: ${name}`, async () => {
    const who = await person({ javaScript, lang, width });
    const email = `${lang}-${width}-${javaScript ? "js" : "plain"}@example.org`;
    const seen = async (page) => {
      assert.equal(await who.page.locator("html").getAttribute("lang"), lang, page);
      assert.deepEqual(await checks.tooWide(who.page), [], page);
    };
    const { event } = server.addresses;
    await signUp(who, event, email, { name: `Zoë ${lang}-${width}`, seen });
    await confirm(who, server, email, { seen });
    await edit(who, event, { seen });
    assert.match(await who.page.locator("main").innerText(), /Évora/);
    const wished = await wish(who, event, { seen });
    await goTo(who, event, "people");
    assert.ok(await who.page.locator(".person.mine", { hasText: wished }).count(), `the wish for ${wished} is noted`);
    assert.deepEqual([...who.foreign, ...who.faults], [], name);
    travellers.push({ who, name, seen });
  });
}

test("a round brings them meetings", async () => {
  const organiser = await person();
  await signIn(organiser, server.addresses);
  await organiser.page.goto(`${base}/rounds/new`);
  await organiser.page.locator("[name=effort][value=quick]").check();
  await send(organiser);
  const number = new URL(organiser.page.url()).pathname;
  while ((await organiser.page.locator(".progress").count()) > 0) {
    await organiser.page.waitForTimeout(500);
    await organiser.page.goto(server.addresses.site + number);
  }
  await organiser.page.goto(`${server.addresses.site}${number}/publish`);
  await send(organiser);
  assert.equal(await organiser.page.locator("main .notice.success").count(), 1);
});

test("everyone sees their schedule, and cancels", async () => {
  const { event } = server.addresses;
  let meetings = 0;
  assert.equal(travellers.length, COMBINATIONS.length);
  for (const { who, name, seen } of travellers) {
    await goTo(who, event, "schedule");
    await seen("my/schedule");
    meetings += await who.page.locator(".agenda li.mine").count();
    await cancel(who, event, { seen });
    assert.equal(await who.page.locator("a[href$='/my/cancel']").count(), 0, `${name}: cancelled`);
    assert.deepEqual([...who.foreign, ...who.faults], [], name);
  }
  assert.ok(meetings >= COMBINATIONS.length, `${meetings} meetings`);
});
