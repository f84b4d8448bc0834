using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Agents.Models.Failover;

/// <summary>The table of pauses: a restart must not make a gateway hammer at a closed door.</summary>
internal static class CooldownSchema
{
    private const string First =
        """
        CREATE TABLE model_cooldowns (
            key TEXT PRIMARY KEY,
            errors INTEGER NOT NULL,
            until INTEGER NOT NULL,
            reason TEXT NOT NULL
        ) STRICT;
        """;

    public static IReadOnlyList<Migration> Migrations { get; } = [new Migration("model-cooldowns", 1, First)];
}
