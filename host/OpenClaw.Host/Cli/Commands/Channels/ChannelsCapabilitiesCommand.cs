using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Channels;

/// <summary><c>channels capabilities</c>: what the platforms can do.</summary>
internal sealed class ChannelsCapabilitiesCommand() : RemoteCommand("capabilities", "Show what channels can do")
{
    private readonly Option<string?> _channel = new("--channel") { Description = "Only this channel", HelpName = "id" };

    protected override void Configure(Command command)
    {
        command.Options.Add(_channel);
        base.Configure(command);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var parameters = new JsonObject { ["probe"] = false };
        if (invocation.Get(_channel) is { } channel)
            parameters["channel"] = channel;
        var status = await AskAsync(invocation, MethodNames.ChannelsStatus, JsonElement.Parse(parameters.ToJsonString()), cancellationToken);
        var channels = status.ItemsAt("channelMeta").ToList();
        if (invocation.Json)
            invocation.Console.WriteJson(JsonElement.Parse(new JsonObject { ["channels"] = new JsonArray([.. channels.Select(static one => JsonNode.Parse(one.GetRawText()))]) }.ToJsonString()));
        else if (channels.Count == 0)
            invocation.Console.Output.WriteLine("No plugin offers a channel.");
        else
            invocation.Console.WriteTable(new(["Channel", "Can", "Longest text", "Largest file"], [.. channels.Select(static one => (IReadOnlyList<string>)Row(one))]));
        return ExitCodes.Success;
    }

    private static string[] Row(JsonElement channel) =>
    [
        channel.TextAt("id") ?? "-",
        string.Join(", ", channel.ItemsAt("capabilities").Select(static ability => ability.GetString())),
        (channel.NumberAt("maxTextLength") ?? 0).ToString(CultureInfo.InvariantCulture),
        channel.NumberAt("maxMediaBytes") is > 0 and var bytes ? $"{bytes / 1_048_576} MB" : "none",
    ];
}
