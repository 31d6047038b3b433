// Pages that only a mail or a sent file leads to, in three languages.
"use strict";

const { test, before, after } = require("node:test");
const assert = require("node:assert/strict");
const { start } = require("./server");
const { person, findings, signIn, makeRoom, send, close } = require("./people");
const { leftDraft, invitedColleague, newPassword, stopLink, blockedAddress, sentList } = require("./mailed");

const LANGUAGES = ["en", "de", "fr"];

let server;
let password;
before(async () => {
  server = await start("demo", "--participants", "20");
  await makeRoom(server.addresses);
  password = await newPassword(await person(), server);
});
after(async () => {
  await close();
  await server.stop();
});

async function lookAt(who, address) {
  const answer = await who.page.goto(`${address}${address.includes("?") ? "&" : "?"}lang=${who.lang}`);
  assert.equal(answer.status(), 200, address);
  assert.deepEqual(await findings(who, { dark: true }), [], `${address} in ${who.lang}`);
}

for (const lang of LANGUAGES) {
  test(`a form that was left, in ${lang}`, async () => {
    const who = await person({ lang });
    const link = await leftDraft(who, server, `later-${lang}@example.org`);
    assert.deepEqual(await findings(who), [], "after leaving");
    const elsewhere = await person({ lang });
    await lookAt(elsewhere, link);
    await send(elsewhere);
    assert.equal(await elsewhere.page.locator("[name=name]").inputValue(), "Later Than Now");
  });

  test(`a registration that a colleague began, in ${lang}`, async () => {
    const participant = await person({ lang });
    await participant.page.goto(server.addresses.schedule);
    const link = await invitedColleague(participant, server, `colleague-${lang}@example.org`);
    const who = await person({ lang });
    await lookAt(who, link);
    await send(who);
    assert.equal(await who.page.locator("[name=name]").inputValue(), "Clara Colleague");
  });

  for (const series of ["reminders", "mailings"]) test(`${series} are stopped and wanted again, in ${lang}`, async () => {
    const who = await person({ lang });
    await lookAt(who, stopLink(server, series));
    for (let press = 0; press < 2; press += 1) {
      await send(who);
      assert.deepEqual(await findings(who), [], `pressed ${press + 1} times`);
    }
  });

  test(`a forgotten password, a sent list and an address that takes no mails, in ${lang}`, async () => {
    const who = await person({ lang });
    const office = server.addresses.round.replace(/\/rounds\/1$/, "");
    await lookAt(who, password);
    await signIn(who, server.addresses);
    await lookAt(who, await sentList(who, office));
    await who.page.goto(`${office}/participants`);
    const row = who.page.locator("tbody tr").nth(LANGUAGES.indexOf(lang));
    const participant = new URL(await row.locator("a").first().getAttribute("href"), office).href;
    const correct = blockedAddress(server, participant);
    await lookAt(who, participant);
    await lookAt(who, correct);
  });
}
