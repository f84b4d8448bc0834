using Microsoft.Extensions.Logging;
using OpenClaw.Channels.WhatsApp.Receiving;
using OpenClaw.Channels.WhatsApp.Settings;

namespace OpenClaw.Channels.WhatsApp.Connecting;

/// <summary>What the life of a bridge needs of its account.</summary>
internal sealed record SessionSetup
{
    public required AuthFolder Auth { get; init; }

    public required AccountFolders Folders { get; init; }

    public required WhatsAppSettings Settings { get; init; }

    public required AccountHealth Health { get; init; }

    public required MessageIntake Intake { get; init; }

    public required LoginDesk Logins { get; init; }

    public required string Version { get; init; }

    /// <summary>Told when it is known how a first try to connect went.</summary>
    public required Action Settled { get; init; }

    public required TimeProvider Time { get; init; }

    public required ILogger Logger { get; init; }
}
