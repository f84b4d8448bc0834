namespace OpenClaw.Host.Plugins.Packages;

/// <summary>A package that is not installed, with the reason and the fix in words for people.</summary>
internal sealed class PackageException(string message, Exception? inner = null) : Exception(message, inner);
