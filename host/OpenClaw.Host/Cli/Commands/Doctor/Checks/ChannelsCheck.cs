using System.Text.Json;
using OpenClaw.Client;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Host.Plugins;
using OpenClaw.Host.Plugins.Discovery;
using OpenClaw.Host.Plugins.Manifests;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Doctor.Checks;

/// <summary>Channels that have settings: whether something can serve them, and with --deep how they are doing.</summary>
internal sealed class ChannelsCheck() : DoctorCheck("channels/probe")
{
    public override async Task<IReadOnlyList<DoctorFinding>> LookAsync(DoctorContext context, CancellationToken cancellationToken)
    {
        var channels = Configured(context);
        if (channels.Count == 0)
            return [];
        if (context.IsDeep)
            return context.IsGatewayRunning ? await ProbeAsync(context, cancellationToken) : [.. Servers(context, channels), NotRunning];
        return [.. Servers(context, channels)];
    }

    private static DoctorFinding NotRunning => DoctorFinding.Info("no gateway runs here, so no channel was probed") with { FixHint = "Start it with \"openclaw gateway\"." };

    private static List<string> Configured(DoctorContext context) =>
        context.Config.Config is { } config && config.Raw.TryGetProperty("channels", out var channels) && channels.ValueKind == JsonValueKind.Object
            ? [.. channels.EnumerateObject()
                .Where(static channel => channel.Name != "defaults" && channel.Value.ValueKind == JsonValueKind.Object)
                .Where(static channel => !(channel.Value.TryGetProperty("enabled", out var enabled) && enabled.ValueKind == JsonValueKind.False))
                .Select(static channel => channel.Name)]
            : [];

    private static IEnumerable<DoctorFinding> Servers(DoctorContext context, List<string> channels)
    {
        var options = new PluginSelectionFactory(context.Paths, AppContext.BaseDirectory).Create(context.Config.Config!);
        var serving = PluginDiscovery.Find(options.Roots)
            .Where(folder => folder.Manifest.Manifest is { } manifest && manifest.Kinds.HasFlag(PluginKind.Channel) && options.DisabledReason(folder.DisplayId) is null)
            .Select(static folder => folder.Manifest.Manifest!)
            .ToList();
        // One that does not say what it offers may bring any.
        if (serving.Exists(static manifest => manifest.Offers is null))
            return [];
        return channels.Where(id => !serving.Exists(manifest => manifest.Offers!.Channels.Contains(id))).Select(static id => DoctorFinding.Warning("it has settings, and no plugin that brings it is there") with
        {
            Path = $"channels.{id}",
            FixHint = "Install its plugin.",
        });
    }

    private static async Task<IReadOnlyList<DoctorFinding>> ProbeAsync(DoctorContext context, CancellationToken cancellationToken)
    {
        try
        {
            var status = await context.AskAsync(MethodNames.ChannelsStatus, JsonElement.Parse("""{"probe":true}"""), cancellationToken);
            return [.. status.GetProperty("channelAccounts").EnumerateObject().SelectMany(static channel => channel.Value.EnumerateArray().Select(account => Judge(channel.Name, account))).OfType<DoctorFinding>()];
        }
        catch (GatewayException error)
        {
            return [DoctorFinding.Warning($"the running gateway was not to be asked: {error.Message}") with { FixHint = "openclaw gateway status" }];
        }
    }

    private static DoctorFinding? Judge(string channel, JsonElement account)
    {
        if (!account.IsTrueAt("enabled") || account.TextAt("lifecycle") == "ready")
            return null;
        return DoctorFinding.Warning($"its account is {account.TextAt("lifecycle")}: {account.TextAt("lastError") ?? "no error noted"}") with
        {
            Path = $"channels.{channel}.{account.TextAt("accountId")}",
            FixHint = "openclaw channels status",
        };
    }
}
