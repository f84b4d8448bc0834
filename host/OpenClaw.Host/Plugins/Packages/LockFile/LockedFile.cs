namespace OpenClaw.Host.Plugins.Packages.LockFile;

/// <summary>One file of an installed plugin.</summary>
/// <param name="Length">Its bytes.</param>
/// <param name="Sha512">Its sum, in base64.</param>
internal sealed record LockedFile(long Length, string Sha512);
