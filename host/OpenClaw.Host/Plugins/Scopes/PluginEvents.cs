using System.Text.Json;
using System.Text.RegularExpressions;
using OpenClaw.Host.Events;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Plugins.Scopes;

/// <summary>Lets a plugin tell clients about things, so many a second.</summary>
internal sealed partial class PluginEvents(string pluginId, Func<IEventPublisher?> publisher, TimeProvider clock)
{
    private const int MaxCharacters = 64 * 1024;
    private const double Burst = 100;
    private const double PerSecond = 20;

    private readonly Lock _lock = new();
    private double _allowed = Burst;
    private long _since = clock.GetTimestamp();

    public bool Publish(string name, JsonElement payload)
    {
        if (name is null || !NamePattern().IsMatch(name))
            throw new ArgumentException($"'{name}' is no name of an event. Use 1 to 64 of a-z 0-9 . _ -, starting with a letter.", nameof(name));
        if (payload.ValueKind != JsonValueKind.Object || payload.GetRawText().Length > MaxCharacters)
            throw new ArgumentException($"The payload must be an object of at most {MaxCharacters} characters.", nameof(payload));
        if (!Admit() || publisher() is not { } events)
            return false;
        events.Publish(GatewayEvent.Create($"plugin.{pluginId}.{name}", payload, ProtocolJsonContext.Default.JsonElement));
        return true;
    }

    private bool Admit()
    {
        lock (_lock)
        {
            var now = clock.GetTimestamp();
            _allowed = Math.Min(Burst, _allowed + (clock.GetElapsedTime(_since, now).TotalSeconds * PerSecond));
            _since = now;
            if (_allowed < 1)
                return false;
            _allowed--;
            return true;
        }
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9._-]{0,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();
}
