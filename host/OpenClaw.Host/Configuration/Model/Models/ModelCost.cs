namespace OpenClaw.Host.Configuration.Model.Models;

/// <summary>Price per million tokens.</summary>
internal sealed record ModelCost
{
    public double Input { get; init; }

    public double Output { get; init; }

    public double CacheRead { get; init; }

    public double CacheWrite { get; init; }
}
