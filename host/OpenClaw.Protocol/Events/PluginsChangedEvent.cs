namespace OpenClaw.Protocol.Events;

/// <summary>Payload of <c>plugins.changed</c>: plugins started, ended or changed their state.</summary>
public sealed record PluginsChangedEvent
{
    /// <summary>Grows with every change.</summary>
    public required long Generation { get; init; }
}
