using System.Collections.Frozen;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Catalog;

namespace OpenClaw.Host.Gateway.Broadcast;

/// <summary>
/// The events that something in this gateway sends. A client that finds a name among those of hello may wait for it, so the rest of
/// the catalogue is not announced.
/// </summary>
internal static class ServedEvents
{
    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.Ordinal,
        EventNames.ConnectChallenge,
        EventNames.Tick,
        EventNames.Health,
        EventNames.Presence,
        EventNames.Shutdown,
        EventNames.Heartbeat,
        EventNames.Agent,
        EventNames.Chat,
        EventNames.SessionMessage,
        EventNames.SessionOperation,
        EventNames.SessionsChanged,
        EventNames.Cron,
        EventNames.OutboxChanged,
        EventNames.ConfigChanged,
        EventNames.PluginsChanged,
        EventNames.PluginsInstallProgress,
        EventNames.ExecApprovalRequested,
        EventNames.ExecApprovalResolved,
        EventNames.DevicePairRequested,
        EventNames.DevicePairResolved,
        EventNames.DevicePairChanged,
        EventNames.DevicePairSetupCompleted,
        EventNames.DevicePairSetupDeliveryUncertain,
        EventNames.NodePairRequested,
        EventNames.NodePairResolved,
        EventNames.NodePresence,
        EventNames.NodeHostStats,
        EventNames.NodeInvokeRequest,
        EventNames.NodeInvokeCancel,
        EventNames.VoicewakeChanged,
        EventNames.VoicewakeRoutingChanged,
        EventNames.TalkMode);

    /// <summary>What a client of that generation is told.</summary>
    public static IReadOnlyList<string> For(int protocol) =>
        [.. EventCatalog.All.Where(entry => entry.Since <= protocol && Names.Contains(entry.Name)).Select(static entry => entry.Name)];
}
