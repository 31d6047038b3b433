// A person at a browser, and what must hold on every page that they meet.
"use strict";

const assert = require("node:assert/strict");
const fs = require("node:fs");
const { chromium } = require("playwright-core");

const AXE = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

let browser;

/** The one headless Chromium of the run; it talks to nobody but our server. */
async function open() {
  browser ??= await chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  return browser;
}

async function close() {
  if (browser) await browser.close();
}

/** A new person: `{ javaScript, width, lang }`. Foreign requests and script faults end the test. */
async function person({ javaScript = true, width = 1280, lang = "en" } = {}) {
  const context = await (await open()).newContext({
    javaScriptEnabled: javaScript,
    viewport: { width, height: 900 },
    locale: { en: "en-GB", de: "de-DE", fr: "fr-FR" }[lang],
  });
  const page = await context.newPage();
  const foreign = [];
  page.on("request", (request) => {
    if (!request.url().startsWith("http://127.0.0.1:") && !request.url().startsWith("data:")) foreign.push(request.url());
  });
  const faults = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => message.type() === "error" && /Content Security Policy/.test(message.text()) && faults.push(message.text()));
  return { page, context, foreign, faults, javaScript, width };
}

/** What must hold on every page: nothing wider than the window, no foreign request, no accessibility finding. */
async function look(who, name) {
  const { page } = who;
  assert.deepEqual(who.foreign, [], `${name}: requests to others`);
  assert.deepEqual(who.faults, [], `${name}: faults of scripts or policy`);
  if (!who.javaScript) return;
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(tooWide <= 0, `${name}: ${tooWide} px too wide at ${who.width} px`);
  await page.evaluate(AXE);
  const found = await page.evaluate(async () => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const { violations } = await window.axe.run(document, { runOnly: tags });
    return violations.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`);
  });
  assert.deepEqual(found, [], `${name}: accessibility`);
}

/** Presses a button by its name and waits for the next page. */
async function press(who, name) {
  await Promise.all([who.page.waitForLoadState("load"), who.page.getByRole("button", { name }).first().click()]);
  await who.page.waitForLoadState("load");
}

async function title(who) {
  return (await who.page.locator("h1").first().innerText()).trim();
}

module.exports = { person, look, press, title, close };
