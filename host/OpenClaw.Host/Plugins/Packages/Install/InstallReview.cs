using System.Security.Cryptography;
using System.Text;

namespace OpenClaw.Host.Plugins.Packages.Install;

/// <summary>What somebody has to see before a package is installed.</summary>
internal sealed record InstallReview
{
    public required string PluginId { get; init; }

    public required string PackageName { get; init; }

    public required string Version { get; init; }

    /// <summary>The installed one.</summary>
    public string? PreviousVersion { get; init; }

    public required string Source { get; init; }

    /// <summary>Of the package, in base64.</summary>
    public string? Sha512 { get; init; }

    /// <summary>What it says it will touch, beyond what was accepted before.</summary>
    public IReadOnlyList<string> Permissions { get; init; } = [];

    /// <summary>What has to be accepted.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>What is worth knowing.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Packages that come with it, with their versions.</summary>
    public IReadOnlyList<string> Dependencies { get; init; } = [];

    /// <summary>Belongs to exactly this content, these permissions and these warnings.</summary>
    public string Token => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [
        PluginId, PackageName, Version, Sha512 ?? "", .. Dependencies, "", .. Permissions, "", .. Warnings,
    ]))));
}
