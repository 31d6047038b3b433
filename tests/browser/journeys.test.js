// The main journeys in a real browser, with and without JavaScript: an organiser sets an event up, people register, a
// match round is run and published, everyone finds their schedule.
"use strict";

const { test, after } = require("node:test");
const assert = require("node:assert/strict");
const { start, linkTo } = require("./server");
const { person, look, press, title, close } = require("./people");

after(close);

const PASSWORD = "quiet-lantern-harbour-91";
const DAY = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);

/** The first organiser: set-up link, a new event with all its lists, opened. */
async function setUpEvent(organiser, server) {
  const { page } = organiser;
  await page.goto(server.addresses.setup);
  await look(organiser, "set-up");
  await page.locator("[name=name]").fill("Olga Organiser");
  await page.locator("[name=email]").fill("olga@example.org");
  await page.locator("[name=password]").fill("short");
  await press(organiser, /./);
  assert.match(await page.title(), /^Error:/, "a short password is refused");
  await look(organiser, "set-up with an error");
  await page.locator("[name=password]").fill(PASSWORD);
  await press(organiser, /./);
  if (/login/.test(page.url())) {
    await page.locator("[name=email]").fill("olga@example.org");
    await page.locator("[name=password]").fill(PASSWORD);
    await page.locator("main form button").click();
    await page.waitForLoadState("load");
  }
  await page.goto(`${server.addresses.site}/organiser/events/new`);
  await look(organiser, "new event");
  await page.locator("[name=main_language][value=en]").check();
  await page.locator("[name=name_en]").fill("Cluster Day");
  await page.locator("[name=slug]").fill("cluster-day");
  await page.locator("[name=organiser_name]").fill("Cluster Office");
  await page.locator("[name=contact_email]").fill("office@example.org");
  await page.locator("[name=starts_on]").fill(DAY);
  await page.locator("[name=time_zone]").selectOption("Europe/Berlin");
  await page.locator("[name=venue][value=onsite]").check();
  await page.locator("[name=place]").fill("Berlin");
  await page.locator("[name=tables]").fill("6");
  await page.locator("main form button").first().click();
  await page.waitForLoadState("load");
  const base = `${server.addresses.site}/organiser/events/cluster-day`;
  for (const name of ["Science", "Business"]) {
    await page.goto(`${base}/types`);
    await page.locator("[name=label_en]").fill(name);
    await page.locator("main form").first().locator("button").click();
    await page.waitForLoadState("load");
  }
  await look(organiser, "participant types");
  await page.goto(`${base}/topics`);
  await page.locator("[name=topics]").fill("Energy\nHydrogen\nBatteries\nHealth\nSensors");
  await page.locator("main form button").click();
  await page.waitForLoadState("load");
  await look(organiser, "topics");
  await page.goto(`${base}/agenda/blocks/new`);
  await page.locator("[name=label_en]").fill("Morning");
  await page.locator("[name=date]").fill(DAY);
  await page.locator("[name=starts]").fill("10:00");
  await page.locator("[name=slot_minutes]").fill("20");
  await page.locator("[name=pause_minutes]").fill("5");
  await page.locator("[name=slot_count]").fill("6");
  await page.locator("main form button").first().click();
  await page.waitForLoadState("load");
  await page.goto(`${base}/agenda`);
  await look(organiser, "agenda");
  await page.goto(`${base}/state`);
  await page.locator("main form button").first().click();
  await page.waitForLoadState("load");
  await page.goto(base);
  await look(organiser, "overview");
  return base;
}

/** One person registers, with an empty first attempt, and confirms by the mailed link. */
async function register(visitor, server, { name, email, organisation, country, offer, seek }) {
  const { page } = visitor;
  await page.goto(`${server.addresses.site}/e/cluster-day`);
  await look(visitor, "event page");
  await page.goto(`${server.addresses.site}/e/cluster-day/register`);
  await look(visitor, "who you are");
  await page.locator("[name=organisation]").fill(organisation);
  await press(visitor, "Continue");
  assert.match(await page.title(), /^Error:/);
  assert.equal(await page.locator("[name=organisation]").inputValue(), organisation, "what was typed stays");
  assert.ok((await page.locator(".error-summary a").count()) >= 3, "the summary names every field");
  await look(visitor, "who you are, with errors");
  await page.locator("[name=name]").fill(name);
  await page.locator("[name=email]").fill(email);
  await page.locator("[name=organisation_type]").selectOption("sme");
  await page.locator("[name=country]").selectOption(country);
  await page.locator("[name=participant_type]").first().check();
  await page.locator("[name=languages][value=en]").check();
  await press(visitor, "Continue");
  await look(visitor, "offers and seeks");
  const tick = (side, topic) =>
    page.locator("fieldset.topic", { hasText: topic }).locator(`input[type=checkbox][name^=${side}-]`).check();
  await tick("offer", offer);
  await tick("seek", seek);
  await press(visitor, "Continue");
  await look(visitor, "availability");
  await page.locator("[name=blocks]").first().check();
  await page.locator("[name=max_meetings]").fill("4");
  await press(visitor, "Continue");
  await look(visitor, "check answers");
  await page.locator("main form button").last().click();
  await page.waitForLoadState("load");
  await look(visitor, "sent");
  await page.goto(await linkTo(server, email, "/confirm/"));
  await look(visitor, "confirm");
  await page.locator("[name=listed]").check();
  await page.locator("[name=show][value=name]").check();
  await press(visitor, /Confirm/);
  await look(visitor, "My event");
  assert.match(await page.locator("main").innerText(), /Registered/);
}

/** The organiser runs a round, looks at it and publishes it. */
async function matchAndPublish(organiser, base) {
  const { page } = organiser;
  await page.goto(`${base}/rounds`);
  await look(organiser, "no rounds yet");
  await page.goto(`${base}/rounds/new`);
  await look(organiser, "new round");
  await page.locator("[name=effort][value=quick]").check();
  await press(organiser, "Run the round");
  for (let tries = 0; tries < 60 && (await page.locator(".progress").count()) > 0; tries += 1) {
    await page.waitForTimeout(1000);
    await page.goto(`${base}/rounds/1`);
  }
  await look(organiser, "draft");
  assert.match(await title(organiser), /Round 1/);
  await page.locator("main table a").last().click();
  await page.waitForLoadState("load");
  await look(organiser, "one meeting of the draft");
  await page.goto(`${base}/rounds/1/publish`);
  await look(organiser, "publish");
  await press(organiser, /^Publish/);
  assert.match(await page.locator("main").innerText(), /Published/);
  await look(organiser, "published round");
}

const PEOPLE = [
  { name: "Ada Ångström", email: "ada@example.org", organisation: "Analytical AB", country: "SE", offer: "Hydrogen", seek: "Sensors" },
  { name: "Björn Groß", email: "bjoern@example.org", organisation: "Sensorik Sachsen e. V.", country: "DE", offer: "Sensors", seek: "Hydrogen" },
  { name: "Chloé d’Été", email: "chloe@example.org", organisation: "Pôle Énergie", country: "FR", offer: "Batteries", seek: "Hydrogen" },
];

for (const [javaScript, width] of [[true, 1280], [false, 360]]) {
  test(`from an empty installation to a published schedule, ${javaScript ? "with" : "without"} JavaScript`, async () => {
    const server = await start("serve");
    try {
      const organiser = await person({ javaScript });
      const base = await setUpEvent(organiser, server);
      const visitors = [];
      for (const one of PEOPLE) {
        const visitor = await person({ javaScript, width });
        await register(visitor, server, one);
        visitors.push(visitor);
      }
      await visitors[0].page.goto(`${server.addresses.site}/e/cluster-day/my/people`);
      await look(visitors[0], "people");
      assert.match(await visitors[0].page.locator("main").innerText(), /Björn Groß/);
      await matchAndPublish(organiser, base);
      for (const [k, visitor] of visitors.entries()) {
        await visitor.page.goto(await linkTo(server, PEOPLE[k].email, "/my/"));
        await visitor.page.goto(`${server.addresses.site}/e/cluster-day/my/schedule`);
        await look(visitor, "schedule");
      }
      assert.match(await visitors[0].page.locator("main").innerText(), /Björn Groß/, "who offers what the other seeks meet");
      await visitors[0].page.goto(`${server.addresses.site}/e/cluster-day/my/cancel`);
      await look(visitors[0], "cancel");
      await visitors[0].page.locator("main form button").first().click();
      await visitors[0].page.waitForLoadState("load");
      await visitors[1].page.goto(`${server.addresses.site}/e/cluster-day/my/schedule`);
      assert.doesNotMatch(await visitors[1].page.locator("main").innerText(), /Ada Ångström/, "the partner's plan follows");
    } finally {
      assert.equal(await server.stop(), 0, "a graceful stop");
    }
  });
}

