using OpenClaw.Host.Configuration.Loading;

namespace OpenClaw.Host.Configuration.Writing;

/// <summary>A write that was refused; the file is as it was.</summary>
internal sealed class ConfigWriteException(string message, IReadOnlyList<ConfigIssue>? issues = null) : Exception(message)
{
    /// <summary>What is wrong with the content, where that is the reason.</summary>
    public IReadOnlyList<ConfigIssue> Issues { get; } = issues ?? [];

    /// <summary>Whether the gateway refuses, and not the content or the caller's view of it.</summary>
    public bool IsRefusal { get; init; }
}
