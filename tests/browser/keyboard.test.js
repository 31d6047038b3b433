// A whole registration with the keyboard alone, at an ordinary size, with text twice as large, and in forced colours:
// Tab, Shift+Tab, arrows, Space, Enter and letters. Where the focus is must be seen at every step.
"use strict";

const { test, before, after } = require("node:test");
const assert = require("node:assert/strict");
const { start, linkTo } = require("./server");
const { person, makeRoom, close } = require("./people");
const checks = require("./checks");

let server;
before(async () => {
  server = await start("demo", "--participants", "20");
  await makeRoom(server.addresses);
});
after(async () => {
  await close();
  await server.stop();
});

/** What is wrong with how the focused element is shown: off the window, covered by something, or without a ring. */
async function unseenFocus(page) {
  return page.evaluate(() => {
    const one = document.activeElement;
    if (!one || one === document.body) return [];
    const named = one.outerHTML.slice(0, 120);
    const found = [];
    // The first of its boxes: a link that goes on in the next line has two, and between them stands what is before it.
    const box = one.getClientRects()[0] ?? one.getBoundingClientRect();
    const [x, y] = [box.left + Math.min(box.width, innerWidth) / 2, box.top + Math.min(box.height, 40) / 2];
    if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) found.push(`focus out of the window at ${Math.round(x)},${Math.round(y)}: ${named}`);
    else {
      const top = document.elementFromPoint(x, y);
      if (!(top && (one.contains(top) || top.contains(one)))) found.push(`focus covered by ${top?.outerHTML.slice(0, 80)}: ${named}`);
    }
    const style = getComputedStyle(one);
    if (one.matches(":focus-visible") && (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2)) found.push(`no ring: ${named}`);
    return found;
  });
}

/** Presses a key and looks where the focus went. */
async function key(who, name) {
  await who.page.keyboard.press(name);
  assert.deepEqual(await unseenFocus(who.page), [], `${who.page.url()} after ${name}`);
}

/** Tabs on until what this selector finds has the focus, as somebody who reads the page from its head does. */
async function tabTo(who, selector) {
  for (let presses = 0; presses < 200; presses += 1) {
    if (await who.page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
    await key(who, "Tab");
  }
  assert.fail(`${who.page.url()}: Tab never comes to ${selector}`);
}

/** Presses Enter on what the selector finds, and waits for the page behind it. */
async function enter(who, selector) {
  await tabTo(who, selector);
  await Promise.all([who.page.waitForNavigation(), who.page.keyboard.press("Enter")]);
  assert.deepEqual(await checks.tooWide(who.page), [], who.page.url());
}

async function type(who, name, text) {
  await tabTo(who, `[name=${name}]`);
  await who.page.keyboard.type(text);
}

async function tick(who, selector) {
  await tabTo(who, selector);
  await who.page.keyboard.press("Space");
  assert.ok(await who.page.evaluate(() => document.activeElement.checked), `${selector} is ticked`);
}

/** From the event page to a cancelled registration. */
async function register(who, email) {
  const { page } = who;
  await page.goto(server.addresses.event);
  await key(who, "Tab");
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("href")), "#main", "the first stop leads past the head");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "main");
  await enter(who, "main a[href$='/register']");
  await enter(who, "main form button");
  assert.ok(await page.evaluate(() => document.activeElement.matches(".error-summary")), "the summary has the focus");
  await key(who, "Tab");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.name), "name", "its entry leads to the field");
  assert.deepEqual(await unseenFocus(page), []);
  await page.keyboard.type("Klára Tastatur");
  await type(who, "email", email);
  await type(who, "organisation", "Keyboard Works");
  await type(who, "organisation_type", "s");
  await type(who, "country", "Swe");
  await tick(who, "[name=participant_type]");
  await tick(who, "[name=languages][value=en]");
  await enter(who, "main form button");
  await tick(who, "[name^=offer-]");
  await tabTo(who, "[name^=offer_text-]");
  await page.keyboard.type("Without a mouse");
  await tick(who, "[name^=seek-]:not(:checked)");
  await enter(who, "main form button");
  await type(who, "max_meetings", "3");
  await enter(who, "main form button");
  await enter(who, "main form button");
  await page.goto(await linkTo(server, email, "/confirm/"));
  await tick(who, "[name=listed]");
  await enter(who, "main form button");
  await page.goto(`${server.addresses.event}/my`);
  await enter(who, "main a[href$='/my/profile']");
  await tabTo(who, "[name=city]");
  await page.keyboard.type("Malmö");
  await enter(who, "main form button");
  assert.match(await page.locator("main").innerText(), /Malmö|saved/i);
  await page.goto(`${server.addresses.event}/my`);
  await enter(who, "a[href$='/my/people']");
  await enter(who, ".person .person-name a");
  await type(who, "message", "I know your work");
  await enter(who, "main button[value=wish]");
  await page.goto(`${server.addresses.event}/my`);
  await enter(who, "a[href$='/my/schedule']");
  await page.goto(`${server.addresses.event}/my`);
  await enter(who, "a[href$='/my/cancel']");
  await enter(who, "main form button");
  assert.match(await page.locator("main").innerText(), /cancelled/i);
}

test("a whole registration with the keyboard alone, the focus always in sight", async () => {
  await register(await person({ reducedMotion: "no-preference" }), "keys@example.org");
});

test("the same in forced colours on a phone", async () => {
  await register(await person({ width: 360, forcedColors: "active", colorScheme: "dark" }), "forced@example.org");
});

test("the same with text twice as large", async () => {
  const who = await person({ width: 1280 });
  await who.context.addInitScript(() => document.addEventListener("DOMContentLoaded", () => {
    document.documentElement.style.fontSize = "200%";
  }));
  await register(who, "large@example.org");
});

test("nothing moves for those who want no motion", async () => {
  const moving = (who) => who.page.evaluate(() => [...document.querySelectorAll("*")].filter((one) => {
    const style = getComputedStyle(one);
    return style.animationName !== "none" || parseFloat(style.transitionDuration) > 0 || style.scrollBehavior === "smooth";
  }).length);
  const [calm, lively] = [await person({ reducedMotion: "reduce" }), await person({ reducedMotion: "no-preference" })];
  for (const who of [calm, lively]) await who.page.goto(server.addresses.event);
  assert.equal(await moving(calm), 0);
  assert.ok((await moving(lively)) > 0, "there is something that this can find");
});

test("forced colours keep what marks a state: rings, borders and ticks", async () => {
  const who = await person({ forcedColors: "active" });
  await who.page.goto(`${server.addresses.event}/register/profile`);
  const bare = await who.page.evaluate(() =>
    [...document.querySelectorAll("main input:not([type=hidden]), main select, main .button")]
      .filter((one) => !one.closest("[aria-hidden]"))
      .filter((one) => {
        const style = getComputedStyle(one);
        return !["checkbox", "radio"].includes(one.type) && (style.borderStyle === "none" || style.borderColor === style.backgroundColor);
      })
      .map((one) => one.outerHTML.slice(0, 100)));
  assert.deepEqual(bare, []);
});
