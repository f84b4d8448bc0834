using System.Text.Json;

namespace OpenClaw.Protocol.Connect;

/// <summary>The payload that accepts a connection.</summary>
public sealed record HelloOk
{
    /// <summary>The value of <see cref="Type"/>.</summary>
    public const string TypeName = "hello-ok";

    /// <summary>Always <see cref="TypeName"/>.</summary>
    public string Type { get; init; } = TypeName;

    /// <summary>The generation spoken on this socket.</summary>
    public required int Protocol { get; init; }

    /// <summary>The gateway.</summary>
    public required HelloServer Server { get; init; }

    /// <summary>What it serves.</summary>
    public required HelloFeatures Features { get; init; }

    /// <summary>Its state at this moment.</summary>
    public required Snapshot Snapshot { get; init; }

    /// <summary>What this socket may do. Protocol 3 sockets get it only with a device token.</summary>
    public HelloAuth? Auth { get; init; }

    /// <summary>Limits that bind both sides.</summary>
    public required HelloPolicy Policy { get; init; }

    /// <summary>Addresses of plugin surfaces by name.</summary>
    public IReadOnlyDictionary<string, string>? PluginSurfaceUrls { get; init; }

    /// <summary>The canvas address of protocol 3.</summary>
    public string? CanvasHostUrl { get; init; }

    /// <summary>Address of the control panel.</summary>
    public string? ControlUiUrl { get; init; }

    /// <summary>Tabs of the control panel.</summary>
    public JsonElement? ControlUiTabs { get; init; }

    /// <summary>Widgets of the control panel.</summary>
    public JsonElement? ControlUiWidgetKinds { get; init; }

    /// <summary>Link previews of the control panel.</summary>
    public JsonElement? ControlUiLinkReaders { get; init; }
}
