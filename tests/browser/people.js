// A person at a browser, and what must hold on every page that they meet.
"use strict";

const assert = require("node:assert/strict");
const { chromium } = require("playwright-core");
const checks = require("./checks");

const LOCALES = { en: "en-GB", de: "de-DE", fr: "fr-FR" };
const NARROW = 320;

let browser;

/** The one headless Chromium of the run; it talks to nobody but our server. */
async function open() {
  browser ??= await chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  return browser;
}

/** A browser that has lost a part of itself may never say that it is closed: after a while nobody waits for it. */
async function close() {
  if (!browser) return;
  let patience;
  await Promise.race([browser.close(), new Promise((resolve) => { patience = setTimeout(resolve, 15_000); })]);
  clearTimeout(patience);
}

/**
 * A new person: `{ javaScript, width, lang }`, and whatever else Playwright knows of a browser (`colorScheme` ...).
 * Foreign requests and faults of scripts or of the policy are written down; `look` ends the test for them.
 */
async function person({ javaScript = true, width = 1280, lang = "en", ...more } = {}) {
  const context = await (await open()).newContext({
    javaScriptEnabled: javaScript,
    viewport: { width, height: 900 },
    locale: LOCALES[lang],
    // A colour that is still on its way from light to dark is no finding.
    reducedMotion: "reduce",
    ...more,
  });
  const foreign = [];
  context.on("request", (request) => {
    if (!/^(http:\/\/127\.0\.0\.1:|data:|about:)/.test(request.url())) foreign.push(request.url());
  });
  const faults = [];
  context.on("weberror", (fault) => faults.push(fault.error().message));
  context.on("console", (message) => {
    // The browser reports an answer such as 404 or 422 as an error; those pages are meant.
    if (message.type() === "error" && !/Failed to load resource.*status of 4/.test(message.text())) faults.push(message.text());
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  return { page, context, foreign, faults, javaScript, width, lang };
}

/**
 * What does not hold of a page, at the person's width and narrow: something is wider than the window, asks others, breaks
 * the policy, is in another language, or is a finding of axe-core or HTML_CodeSniffer. `dark` looks at the colours of the
 * dark scheme too.
 */
async function findings(who, { dark = false } = {}) {
  const { page } = who;
  const found = [...who.foreign.splice(0).map((url) => `request to ${url}`), ...who.faults.splice(0)];
  if (!who.javaScript) return found;
  const size = page.viewportSize();
  if ((await page.locator("html").getAttribute("lang")) !== who.lang) found.push(`not in ${who.lang}`);
  found.push(...(await checks.tooWide(page)), ...(await checks.axe(page)), ...(await checks.sniff(page)));
  if (size.width > NARROW) {
    await page.setViewportSize({ ...size, width: NARROW });
    found.push(...(await checks.tooWide(page)), ...(await checks.axe(page, checks.OF_WIDTH)));
  }
  if (dark) {
    await page.emulateMedia({ colorScheme: "dark" });
    found.push(...(await checks.axe(page, ["color-contrast"])).map((one) => `dark: ${one}`));
    await page.emulateMedia({ colorScheme: "light" });
  }
  await page.setViewportSize(size);
  return found;
}

/** Ends the test if something does not hold of the page that the person sees. */
async function look(who, name) {
  assert.deepEqual(await findings(who), [], `${name} (${who.lang}, ${who.width} px)`);
}

/** Presses a button by its name and waits for the next page. */
async function press(who, name) {
  await Promise.all([who.page.waitForLoadState("load"), who.page.getByRole("button", { name }).first().click()]);
  await who.page.waitForLoadState("load");
}

/** Presses the button of the page's form: the first one of those in its main part. */
async function send(who) {
  await who.page.locator("main form[method=post] button").first().click();
  await who.page.waitForLoadState("load");
}

/** Logs the organiser of the demo in. */
async function signIn(who, addresses) {
  await who.page.goto(addresses.organiser);
  await who.page.locator("[name=email]").fill(addresses["organiser-email"]);
  await who.page.locator("[name=password]").fill(addresses["organiser-password"]);
  await send(who);
}

/** The organiser of the demo, whose event is full, makes room for more. */
async function makeRoom(addresses) {
  const organiser = await person();
  await signIn(organiser, addresses);
  await organiser.page.goto(addresses.round.replace(/\/rounds\/1$/, "/settings"));
  await organiser.page.locator("[name=capacity]").fill("1000");
  await send(organiser);
  await organiser.context.close();
}

async function title(who) {
  return (await who.page.locator("h1").first().innerText()).trim();
}

module.exports = { person, findings, look, press, send, signIn, makeRoom, title, close };
