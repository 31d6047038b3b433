// Every kind of mail in three languages as a mail program shows its HTML: samples that the program's own tests wrote into
// the folder MAIL_SAMPLES.
"use strict";

const { test, after } = require("node:test");
const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const { person, close } = require("./people");
const checks = require("./checks");

after(close);

const folder = process.env.MAIL_SAMPLES;
const names = folder && fs.existsSync(folder) ? fs.readdirSync(folder).filter((name) => name.endsWith(".html")).sort() : [];

test("every kind of mail is there in three languages", { skip: !folder && "MAIL_SAMPLES is not set" }, () => {
  assert.ok(names.length >= 45, `${names.length} samples`);
  for (const lang of ["de", "en", "fr"]) assert.equal(names.filter((name) => name.endsWith(`.${lang}.html`)).length, names.length / 3, lang);
});

test("the HTML of mails: narrow, dark, and without its styles", { skip: !folder && "MAIL_SAMPLES is not set" }, async () => {
  const who = await person({ width: 320 });
  const { page } = who;
  const wrong = [];
  for (const name of names) {
    await page.setContent(fs.readFileSync(path.join(folder, name), "utf8"));
    const found = [...(await checks.tooWide(page)), ...(await checks.axe(page)), ...(await checks.sniff(page))];
    if ((await page.locator("html").getAttribute("lang")) !== name.split(".")[1]) found.push("not in its language");
    await page.emulateMedia({ colorScheme: "dark" });
    found.push(...(await checks.axe(page, ["color-contrast"])).map((one) => `dark: ${one}`));
    await page.emulateMedia({ colorScheme: "light" });
    found.push(...(await checks.withoutStyles(page)));
    wrong.push(...found.map((told) => `${name}: ${told}`));
  }
  assert.deepEqual([...wrong, ...who.foreign], []);
});
