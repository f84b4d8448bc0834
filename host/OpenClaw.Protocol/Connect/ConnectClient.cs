using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Connect;

/// <summary>What a client says about itself.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ConnectClient
{
    /// <summary>One of <see cref="ClientIds"/>.</summary>
    [AllowedValues(
        ClientIds.WebChatUi, ClientIds.ControlUi, ClientIds.BrowserCopilot, ClientIds.Tui, ClientIds.WebChat, ClientIds.Cli,
        ClientIds.GatewayClient, ClientIds.MacOs, ClientIds.Linux, ClientIds.Ios, ClientIds.WatchOs, ClientIds.Android,
        ClientIds.NodeHost, ClientIds.Worker, ClientIds.Test, ClientIds.Fingerprint, ClientIds.Probe)]
    public required string Id { get; init; }

    /// <summary>A name for people.</summary>
    [NonEmpty]
    public string? DisplayName { get; init; }

    /// <summary>The client's own version.</summary>
    [NonEmpty]
    public required string Version { get; init; }

    /// <summary>The build a browser loaded.</summary>
    [Length(1, 96)]
    public string? BuildId { get; init; }

    /// <summary>The operating system.</summary>
    [NonEmpty]
    public required string Platform { get; init; }

    /// <summary>The kind of device.</summary>
    [NonEmpty]
    public string? DeviceFamily { get; init; }

    /// <summary>The model of the device.</summary>
    [NonEmpty]
    public string? ModelIdentifier { get; init; }

    /// <summary>The person's time zone.</summary>
    [Length(1, 64)]
    public string? TimeZone { get; init; }

    /// <summary>One of <see cref="ClientModes"/>.</summary>
    [AllowedValues(
        ClientModes.WebChat, ClientModes.Cli, ClientModes.Ui, ClientModes.Backend, ClientModes.Node, ClientModes.Worker,
        ClientModes.Probe, ClientModes.Test)]
    public required string Mode { get; init; }

    /// <summary>One running instance of the client.</summary>
    [NonEmpty]
    public string? InstanceId { get; init; }
}
