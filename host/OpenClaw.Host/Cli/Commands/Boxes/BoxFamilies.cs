using System.CommandLine;
using System.Text.Json;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Boxes;

/// <summary><c>openclaw inbox</c> and <c>openclaw outbox</c>.</summary>
internal static class BoxFamilies
{
    public static Command Inbox(CliEnvironment environment) => CliFamily.Of(
        environment,
        "inbox",
        "Messages from chats that wait for their turn, and those that could not be handled",
        new BoxListCommand(
            "List messages that wait or failed, the newest first",
            MethodNames.InboxList,
            "waiting, held, turned, dropped or failed",
            ["Id", "State", "From", "Received", "Why", "Text"],
            Received),
        new BoxDecideCommand("inbox", "retry", "Have a failed message handled again", MethodNames.InboxRetry, "is handled again"),
        new BoxDecideCommand("inbox", "drop", "Give up a failed message", MethodNames.InboxDrop, "is dropped"));

    public static Command Outbox(CliEnvironment environment) => CliFamily.Of(
        environment,
        "outbox",
        "Messages on their way to chats, and those that did not get there",
        new BoxListCommand(
            "List messages that wait or are dead, the newest first",
            MethodNames.OutboxList,
            "queued, attempting, sent, failed, expired, unknown or dropped",
            ["Id", "State", "To", "Parts", "Tries", "Created", "Why", "Text"],
            Sent),
        new BoxDecideCommand("outbox", "retry", "Send a message again that failed, expired or is unknown", MethodNames.OutboxRetry, "is sent again"),
        new BoxDecideCommand("outbox", "drop", "Give up a message that waits or is dead", MethodNames.OutboxDrop, "is dropped"));

    private static string[] Received(JsonElement item, TimeProvider time) =>
    [
        item.TextAt("id") ?? "-", item.TextAt("state") ?? "-",
        $"{item.TextAt("channel")}/{item.TextAt("accountId")} {item.TextAt("chatId")}{(item.TextAt("senderName") is { } name ? $" ({name})" : "")}",
        HumanText.Age(time, item.NumberAt("receivedAtMs")),
        item.TextAt("reason") ?? "-", item.TextAt("preview") ?? "-",
    ];

    private static string[] Sent(JsonElement item, TimeProvider time) =>
    [
        item.TextAt("id") ?? "-", item.TextAt("state") ?? "-",
        $"{item.TextAt("channel")}/{item.TextAt("accountId")} {item.TextAt("to")}",
        $"{item.NumberAt("partsSent") ?? 0}/{item.NumberAt("parts") ?? 0}", item.TextAt("attempts") ?? "0",
        HumanText.Age(time, item.NumberAt("createdAtMs")),
        item.TextAt("reason") ?? item.TextAt("code") ?? "-", item.TextAt("preview") ?? "-",
    ];
}
