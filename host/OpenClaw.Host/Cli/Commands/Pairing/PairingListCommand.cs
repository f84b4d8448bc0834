using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Pairing;

/// <summary><c>pairing list</c>.</summary>
internal sealed class PairingListCommand() : PairingCommand("list", "List strangers who wait to be let in, with their codes")
{
    private readonly Argument<string?> _channel = new("channel") { Description = "The channel", Arity = ArgumentArity.ZeroOrOne };

    protected override void Configure(Command command)
    {
        command.Arguments.Add(_channel);
        base.Configure(command);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var channel = Channel(invocation, invocation.Get(_channel));
        await using var client = await ConnectAsync(invocation, cancellationToken, MethodNames.ChannelsPairingList);
        var list = await ListAsync(client, channel, Account(invocation), cancellationToken);
        var channels = ChannelsOf(list);
        var entries = list.ItemsAt("requests").Select(Entry).ToList();
        if (invocation.Json)
        {
            var named = channel ?? (channels is [var only] ? only : null);
            invocation.Console.WriteJson(new PairingList(named, entries), CliJsonContext.Default.PairingList);
            return ExitCodes.Success;
        }

        if (entries.Count == 0)
        {
            invocation.Console.Output.WriteLine(channels.Count == 0 ? NoChannel : $"No pending {string.Join(", ", channels)} pairing requests.");
            return ExitCodes.Success;
        }

        invocation.Console.WriteTable(new(
            ["Code", "Channel", "Account", "Sender", "Name", "Asked"],
            [.. entries.Select(entry => Row(entry, invocation.Time))]));
        return ExitCodes.Success;
    }

    private static PairingListEntry Entry(JsonElement request)
    {
        var meta = new Dictionary<string, string>(StringComparer.Ordinal) { ["accountId"] = request.TextAt("accountId") ?? "" };
        foreach (var fact in request.At("metadata") is { ValueKind: JsonValueKind.Object } facts ? facts.EnumerateObject() : default)
        {
            meta[fact.Name] = fact.Value.ToString();
        }

        return new PairingListEntry
        {
            Id = request.TextAt("senderId") ?? "",
            Channel = request.TextAt("channel") ?? "",
            Code = request.TextAt("code"),
            CreatedAt = request.TextAt("createdAt"),
            LastSeenAt = request.TextAt("lastSeenAt"),
            Meta = meta,
        };
    }

    private static string[] Row(PairingListEntry entry, TimeProvider time) =>
    [
        entry.Code ?? "-", entry.Channel, entry.Meta["accountId"], entry.Id,
        entry.Meta.GetValueOrDefault("name") ?? entry.Meta.GetValueOrDefault("username") ?? entry.Meta.GetValueOrDefault("firstName") ?? "-",
        DateTimeOffset.TryParse(entry.CreatedAt, CultureInfo.InvariantCulture, out var at) ? HumanText.Age(time.GetUtcNow() - at) : "-",
    ];
}
