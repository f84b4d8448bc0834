using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Configuration.Writing;

/// <summary>One write that somebody asks for.</summary>
internal sealed record ConfigChange
{
    /// <summary>The method, for messages and the log.</summary>
    public required string Method { get; init; }

    /// <summary>Who asks, for the log.</summary>
    public required string Author { get; init; }

    /// <summary>JSON5 text: a whole document, or the part to merge.</summary>
    public required string Raw { get; init; }

    /// <summary>The hash of the content the caller looked at.</summary>
    public string? BaseHash { get; init; }

    /// <summary>Whether <see cref="Raw"/> is merged into what is there.</summary>
    public bool IsPatch { get; init; }

    /// <summary>Lists that the patch may cut short.</summary>
    public IReadOnlyCollection<string> ReplacePaths { get; init; } = [];
}
