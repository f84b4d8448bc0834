using OpenClaw.Host.Plugins.Packages.LockFile;

namespace OpenClaw.Host.Plugins.Packages.Install;

/// <summary>What was installed, or would be.</summary>
/// <param name="Review">What it is.</param>
/// <param name="Changed">False for a dry run, and when it was there already.</param>
/// <param name="Before">The line of the lock file that was replaced.</param>
internal sealed record InstallResult(InstallReview Review, bool Changed, LockedPlugin? Before);
