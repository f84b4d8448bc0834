using OpenClaw.Host.Configuration.Loading;

namespace OpenClaw.Host.Hosting;

/// <summary>How one life of the gateway ended.</summary>
/// <param name="ExitCode">One of <see cref="GatewayExitCodes"/>; null when it stopped in order to start again.</param>
internal sealed record LifeEnd(int? ExitCode)
{
    /// <summary>Whether it got as far as serving.</summary>
    public bool Served { get; init; }

    /// <summary>With what it served in the end.</summary>
    public ConfigLoadResult? InForce { get; init; }

    /// <summary>The last valid content it saw of the file.</summary>
    public ConfigLoadResult? Latest { get; init; }
}
