using OpenClaw.Host.Plugins.Packages.LockFile;

namespace OpenClaw.Host.Plugins.Packages.Install;

/// <summary>
/// What an installation is about to do, written before it does it. From then on it is finished, by whoever finds the journal;
/// without one, what lies in staging is thrown away.
/// </summary>
internal sealed record InstallJournal
{
    public const string FileName = "journal.json";

    public required string PluginId { get; init; }

    /// <summary>
    /// The folder to take, below the plugins directory; null when the plugin is removed. Without an entry it is one that was put there by hand.
    /// </summary>
    public string? Content { get; init; }

    /// <summary>Where the folder goes that was there before, below the plugins directory; null to delete it.</summary>
    public string? KeepAs { get; init; }

    /// <summary>The new line of the lock file; null when there is none any more.</summary>
    public LockedPlugin? Entry { get; init; }
}
