// Starts the real program in a folder of its own, reads the addresses that it prints, and reads its mails.
"use strict";

const { spawn } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");

/** Starts a command; resolves to { addresses, data, stop } once it says "ready". */
function start(...args) {
  const data = fs.mkdtempSync(path.join(os.tmpdir(), "rendezvous-browser-"));
  const port = 20000 + Math.floor(Math.random() * 20000);
  const env = { ...process.env, RUST_LOG: "warn", MAILS_WAIT: "0", SIGN_INS_PER_MINUTE: "600", MAILS_PER_MINUTE: "6000", MAILS_BURST: "6000", CONNECTIONS_PER_NETWORK: "6000" };
  delete env.DATABASE_URL;
  const program = spawn(path.resolve(process.env.RENDEZVOUS), [...args, "--listen", `127.0.0.1:${port}`, "--data", data], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise((resolve) => program.once("exit", resolve));
  const stop = async () => {
    program.kill("SIGTERM");
    const code = await ended;
    fs.rmSync(data, { recursive: true, force: true });
    return code;
  };
  return new Promise((resolve, reject) => {
    const addresses = {};
    let text = "";
    program.once("exit", (code) => reject(new Error(`the program ended with ${code}`)));
    program.stdout.on("data", (chunk) => {
      text += chunk;
      const lines = text.split("\n");
      text = lines.pop();
      for (const line of lines) {
        if (line === "ready") resolve({ addresses, data, stop });
        const [, name, value] = /^([a-z-]+): (.*)$/.exec(line) || [];
        if (name) addresses[name] = value;
      }
    });
  });
}

/** The plain text of a mail's first base64 or quoted-printable text part. */
function textOf(eml) {
  const [, encoding, body] = /Content-Type: text\/plain[\s\S]*?Content-Transfer-Encoding: (\S+)[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/i.exec(eml);
  if (encoding.toLowerCase() === "base64") return Buffer.from(body, "base64").toString("utf8");
  const bytes = body.replace(/=\r\n/g, "").replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

/** Waits for a mail to an address whose text has a link with this beginning of its path, and gives the link. */
async function linkTo(server, address, pathStart) {
  const folder = path.join(server.data, "mail");
  for (let tries = 0; tries < 200; tries += 1) {
    const names = fs.existsSync(folder) ? fs.readdirSync(folder).filter((name) => name.endsWith(".eml")).sort().reverse() : [];
    for (const name of names) {
      const eml = fs.readFileSync(path.join(folder, name), "utf8");
      if (!new RegExp(`^To:.*${address.replace(/[.+]/g, "\\$&")}`, "im").test(eml)) continue;
      const link = textOf(eml).match(new RegExp(`https?://\\S+${pathStart}\\S+`));
      if (link) return link[0];
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no mail to ${address} with a link to ${pathStart}`);
}

module.exports = { start, linkTo };
