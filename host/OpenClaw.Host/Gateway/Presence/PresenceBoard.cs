using System.Globalization;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Events;
using OpenClaw.Host.Gateway.Broadcast;
using OpenClaw.Host.Rpc;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Connect;
using OpenClaw.Protocol.Events;

namespace OpenClaw.Host.Gateway.Presence;

/// <summary>Who is here: the gateway itself, then one row per listed connection, which stays a while after it has left.</summary>
internal sealed class PresenceBoard(StateVersions versions, IEventPublisher events, TimeProvider time) : IPresenceReports
{
    private readonly Lock _gate = new();
    private readonly Lock _announcing = new();
    private readonly Dictionary<string, Row> _rows = new(StringComparer.Ordinal);
    private readonly string _instanceId = Guid.NewGuid().ToString();

    /// <summary>All rows at this moment, the gateway first.</summary>
    public IReadOnlyList<PresenceEntry> Snapshot()
    {
        lock (_gate)
        {
            Expire();
            return [Self(), .. _rows.Values.Select(row => row.Entry)];
        }
    }

    /// <summary>Lists a connection, unless its mode keeps it out.</summary>
    public void Joined(string connectionId, PresenceEntry entry)
    {
        if (entry.Mode is null || ClientModes.IsHiddenFromPresence(entry.Mode))
        {
            return;
        }

        lock (_gate)
        {
            Expire();
            if (_rows.Count >= GatewayLimits.MaxPresenceEntries && !RemoveOldestGone())
            {
                return;
            }

            _rows[connectionId] = new Row(entry, IsOnline: true);
        }

        Announce();
    }

    public void Report(string key, PresenceEntry entry)
    {
        // Connections are listed by ids of ours; what somebody else calls itself must not take the place of one.
        var name = $"report:{key}";
        lock (_gate)
        {
            Expire();
            if (!_rows.ContainsKey(name) && _rows.Count >= GatewayLimits.MaxPresenceEntries && !RemoveOldestGone())
            {
                return;
            }

            _rows[name] = new Row(entry, IsOnline: false);
        }

        Announce();
    }

    /// <summary>Marks the row of a connection that has ended.</summary>
    public void Left(string connectionId)
    {
        lock (_gate)
        {
            if (!_rows.TryGetValue(connectionId, out var row))
            {
                return;
            }

            _rows[connectionId] = new Row(row.Entry with { Reason = "disconnect", Ts = Now() }, IsOnline: false);
        }

        Announce();
    }

    /// <summary>One at a time: an older list must not go out after a newer one, under the newer one's version.</summary>
    private void Announce()
    {
        lock (_announcing)
        {
            versions.PresenceChanged();
            events.Publish(GatewayEvent.Create(
                EventNames.Presence, new PresenceEvent { Presence = Snapshot() }, ProtocolJsonContext.Default.PresenceEvent) with
            {
                CarriesStateVersion = true,
            });
        }
    }

    private void Expire()
    {
        var oldest = Now() - (long)GatewayLimits.PresenceLifetime.TotalMilliseconds;
        foreach (var (key, row) in _rows)
        {
            if (!row.IsOnline && row.Entry.Ts < oldest)
            {
                _rows.Remove(key);
            }
        }
    }

    private bool RemoveOldestGone()
    {
        var gone = _rows.Where(row => !row.Value.IsOnline).OrderBy(row => row.Value.Entry.Ts).Select(row => row.Key).FirstOrDefault();
        return gone is not null && _rows.Remove(gone);
    }

    private PresenceEntry Self()
    {
        var host = Environment.MachineName;
        return new PresenceEntry
        {
            Host = host,
            Version = HostVersion.Text,
            Platform = string.Create(CultureInfo.InvariantCulture, $"{PlatformName()} {Environment.OSVersion.Version}"),
            DeviceFamily = DeviceFamily(),
            ModelIdentifier = System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant(),
            Mode = ClientModes.Gateway,
            Reason = "self",
            InstanceId = _instanceId,
            Text = $"Gateway: {host} · app {HostVersion.Text} · mode gateway · reason self",
            Ts = Now(),
        };
    }

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();

    private static string PlatformName() =>
        OperatingSystem.IsWindows() ? "win32" : OperatingSystem.IsMacOS() ? "darwin" : "linux";

    private static string DeviceFamily() =>
        OperatingSystem.IsWindows() ? "Windows" : OperatingSystem.IsMacOS() ? "Mac" : "Linux";

    private sealed record Row(PresenceEntry Entry, bool IsOnline);
}
