import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { CommandLine } from "../support/command-line.js";
import { Gateway } from "../support/gateway.js";
import { FakeTelegram } from "../support/telegram.js";

const program = fileURLToPath(new URL("node_modules/openclaw/openclaw.mjs", import.meta.url));

describe("the official command line and a channel of the gateway", () => {
  let telegram;
  let gateway;
  let line;
  before(async () => {
    telegram = await FakeTelegram.start();
    const channels = { telegram: { botToken: FakeTelegram.token, apiRoot: telegram.url, streaming: { mode: "off" } } };
    gateway = await Gateway.start({ gateway: { mode: "local" }, channels });
    line = await CommandLine.for(gateway, program, { channels });
    await telegram.called("setMyCommands");
  });
  after(async () => {
    await line?.dispose();
    await gateway?.dispose();
    await telegram?.dispose();
  });

  it("sees how the channel is doing", async () => {
    const status = await line.json("channels", "status", "--probe");
    assert.deepEqual(status.channelOrder, ["telegram"]);
    const [account] = status.channelAccounts.telegram;
    assert.equal(account.accountId, "default");
    assert.equal(account.running, true);
    assert.equal(account.probe.ok, true);
    assert.equal(account.probe.bot.username, "claw_bot");
    assert.match(await line.run("channels", "status"), /Telegram default.*: enabled, configured, running, connected/u);
  });

  it("lets the gateway send a message", async () => {
    const sent = await line.json("message", "send", "--channel", "telegram", "--target", "1001", "--message", "from the official line");
    assert.equal((await telegram.called("sendMessage", ({ text }) => text === "from the official line")).chat_id, 1001);
    assert.ok(JSON.stringify(sent).includes('"101"'), `the message's id is told: ${JSON.stringify(sent)}`);
  });

  it("reacts, changes and removes", async () => {
    await line.run("message", "react", "--channel", "telegram", "--target", "1001", "--message-id", "101", "--emoji", "👍");
    await line.run("message", "edit", "--channel", "telegram", "--target", "1001", "--message-id", "101", "--message", "changed");
    await line.run("message", "delete", "--channel", "telegram", "--target", "1001", "--message-id", "101");
    await telegram.called("setMessageReaction");
    assert.equal((await telegram.called("editMessageText")).text, "changed");
    await telegram.called("deleteMessage");
  });
});
