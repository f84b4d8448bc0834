namespace OpenClaw.Host.Plugins.Packages.Extraction;

/// <summary>A file of a package and its path in the plugin's folder.</summary>
internal sealed record LaidOutFile(string Target, PackageFile Source);
