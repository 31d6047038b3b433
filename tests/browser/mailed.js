// How people come to the pages that only a mail leads to.
"use strict";

const { execFileSync } = require("node:child_process");
const crypto = require("node:crypto");
const path = require("node:path");
const { linkTo } = require("./server");
const { send } = require("./people");

/** Changes the database of a running server; `statement` may hold `?` for the values. */
function change(server, statement, ...values) {
  const program = "import sqlite3, sys; db = sqlite3.connect(sys.argv[1], timeout=30); db.execute(sys.argv[2], sys.argv[3:]); db.commit()";
  execFileSync("python3", ["-c", program, path.join(server.data, "rendezvous.sqlite"), statement, ...values]);
}

/** Begins to register, leaves, and gives the mailed link to what was typed. */
async function leftDraft(who, server, email) {
  const { page } = who;
  await page.goto(`${server.addresses.event}/register/profile`);
  await page.locator("[name=name]").fill("Later Than Now");
  await page.locator("button[name=later]").click();
  await page.waitForURL(/\/register\/later/);
  await page.locator("[name=email]").fill(email);
  await send(who);
  return linkTo(server, email, "/draft/");
}

/** A participant begins the registration of a colleague; gives the link that the colleague is mailed. */
async function invitedColleague(participant, server, email) {
  const { page } = participant;
  await page.goto(`${server.addresses.event}/my/colleague`);
  await page.locator("[name=name]").fill("Clara Colleague");
  await page.locator("[name=email]").fill(email);
  await send(participant);
  return linkTo(server, email, "/draft/");
}

/** A participant wants another address; gives the link that is mailed there. */
async function newAddress(participant, server, email) {
  const { page } = participant;
  await page.goto(`${server.addresses.event}/my/address`);
  await page.locator("[name=email]").fill(email);
  await send(participant);
  return linkTo(server, email, "/address/");
}

/** Asks for a new password as the demo's organiser and gives the mailed link. */
async function newPassword(who, server) {
  const email = server.addresses["organiser-email"];
  await who.page.goto(`${server.addresses.site}/organiser/password`);
  await who.page.locator("[name=email]").fill(email);
  await send(who);
  return linkTo(server, email, "/organiser/password/");
}

/** The organiser invites somebody to the team; gives the mailed link. */
async function invitedToTeam(organiser, server, office) {
  const { page } = organiser;
  const email = "team@example.org";
  await page.goto(`${office}/team`);
  await page.locator("[name=name]").fill("Tina Team");
  await page.locator("[name=email]").fill(email);
  await page.locator("[name=role][value=organiser][type=radio]").check();
  await page.locator("form:has([name=email]) button").click();
  return linkTo(server, email, "/organiser/invitation/");
}

/** The link by which mails of a series are stopped; none is due in the demo, so it is put there as one would have been. */
function stopLink(server, series) {
  const token = crypto.randomBytes(16).toString("hex");
  const hash = crypto.createHash("sha256").update(token).digest("base64url");
  const columns = "token_hash, participant_id, created_at, series";
  change(server, `INSERT INTO unsubscribe_links (${columns}) SELECT ?, id, created_at, ? FROM participants LIMIT 1`, hash, series);
  return `${server.addresses.site}/unsubscribe/${token}`;
}

/** Lets the address of the participant on this page of the back office take no mails, and gives the page to correct it. */
function blockedAddress(server, page) {
  const id = page.split("/").at(-1);
  change(server, "INSERT INTO blocked_addresses SELECT lower(email), '550 5.1.1 no such user', created_at FROM participants WHERE id = ?", id);
  return `${page}/address`;
}

/** Sends a list of participants and gives the address of the page that says what its import would do. */
async function sentList(organiser, office) {
  const { page } = organiser;
  await page.goto(`${office}/import`);
  const list = "name,email,organisation,country,topics\nAda,ada@list.example,Engines,GB,Photonics\nBob,no address,Bolts,DE,\n";
  await page.locator("[type=file]").setInputFiles({ name: "list.csv", mimeType: "text/csv", buffer: Buffer.from(list) });
  await send(organiser);
  return page.url();
}

/** An organiser hands in an agenda; gives the address of the page that says what it would do. */
async function sentAgenda(organiser, office) {
  const { page } = organiser;
  await page.goto(`${office}/agenda/import`);
  const list = "Start,End,Title,Room\n2027-02-09 20:00,2027-02-09 21:00,Dinner,Foyer\ntomorrow,,Party,\n";
  await page.locator("[type=file]").setInputFiles({ name: "agenda.csv", mimeType: "text/csv", buffer: Buffer.from(list) });
  await send(organiser);
  return page.url();
}

/** An organiser invites somebody of a list, who opens the page of the mail; gives its address. */
async function invitedFromList(invited, organiser, server, office) {
  const { page } = organiser;
  await page.goto(`${office}/import`);
  const list = "name,email,organisation,country,topics\nIda Invited,ida@list.example,Engines,GB,Photonics\n";
  await page.locator("[type=file]").setInputFiles({ name: "invited.csv", mimeType: "text/csv", buffer: Buffer.from(list) });
  await send(organiser);
  await page.locator("[name=coming][value=asked]").check();
  await page.locator("button[value=all]").click();
  await page.waitForURL(/invited=1/);
  await invited.page.goto(await linkTo(server, "ida@list.example", "/my/"));
  return invited.page.url();
}

module.exports = { invitedToTeam, leftDraft, invitedColleague, newAddress, newPassword, stopLink, blockedAddress, sentList, sentAgenda, invitedFromList };
