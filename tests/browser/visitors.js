// What people do on the pages of an event, in whatever language: only names of fields and addresses are used.
"use strict";

const { linkTo } = require("./server");
const { send } = require("./people");

const nothing = async () => {};

/** Fills the form in from the event page on and sends it; `seen` is told of each page. `event` is the event's address. */
async function signUp(who, event, email, { name = "Zoë Zufall", seen = nothing } = {}) {
  const { page } = who;
  await page.goto(event);
  await seen("event");
  await page.locator("main a[href$='/register']").click();
  await page.waitForLoadState("load");
  await seen("register/profile");
  await page.locator("[name=name]").fill(name);
  await page.locator("[name=email]").fill(email);
  await page.locator("[name=organisation]").fill("Zufall & Söhne");
  await page.locator("[name=organisation_type]").selectOption("sme");
  await page.locator("[name=country]").selectOption("PT");
  if ((await page.locator("[name=participant_type]").count()) > 0) await page.locator("[name=participant_type]").first().check();
  await page.locator("[name=languages][value=en]").check();
  await send(who);
  if (/topics$/.test(page.url())) {
    await seen("register/topics");
    await page.locator("[name^=offer-]").nth(1).check();
    await page.locator("[name^=seek-]").nth(2).check();
    await send(who);
  }
  if (/availability$/.test(page.url())) {
    await seen("register/availability");
    await send(who);
  }
  await seen("register/check");
  await send(who);
  await seen("register/sent");
}

/** Opens the mailed link and presses its button; gives the link. */
async function confirm(who, server, email, { seen = nothing } = {}) {
  const link = await linkTo(server, email, "/confirm/");
  await who.page.goto(link);
  await seen("confirm");
  await who.page.locator("[name=listed]").check();
  for (const one of await who.page.locator("[name=agree]").all()) await one.check();
  await send(who);
  await seen("my");
  return link;
}

/** Goes to a page of *My event* by the links there. */
async function goTo(who, event, part) {
  await who.page.goto(`${event}/my`);
  await who.page.locator(`a[href$='/my/${part}']`).first().click();
  await who.page.waitForLoadState("load");
}

/** Changes the city in the profile. */
async function edit(who, event, { seen = nothing } = {}) {
  await goTo(who, event, "profile");
  await seen("my/profile");
  await who.page.locator("[name=city]").fill("Évora");
  await send(who);
}

/** Wishes to meet somebody; gives the name. */
async function wish(who, event, { seen = nothing } = {}) {
  await goTo(who, event, "people");
  await seen("my/people");
  const person = who.page.locator("form button[value=wish], form:has([name=kind][value=wish]) button").first();
  const name = (await who.page.locator("li.person", { has: person }).first().locator(".person-name").innerText()).trim();
  await person.click();
  await who.page.waitForLoadState("load");
  return name;
}

async function cancel(who, event, { seen = nothing } = {}) {
  await goTo(who, event, "cancel");
  await seen("my/cancel");
  await send(who);
}

module.exports = { signUp, confirm, goTo, edit, wish, cancel };
