namespace OpenClaw.Host.Configuration.Model.Gateway;

/// <summary><c>gateway.persistence</c>: queued messages survive a restart.</summary>
internal sealed record GatewayPersistenceConfig
{
    public bool Enabled { get; init; } = true;

    public string Storage { get; init; } = "sqlite";

    /// <summary>Null means the database in the state directory.</summary>
    public string? Path { get; init; }

    public int RetentionDays { get; init; } = 7;
}
