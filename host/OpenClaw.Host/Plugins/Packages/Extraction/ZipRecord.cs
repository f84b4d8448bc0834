namespace OpenClaw.Host.Plugins.Packages.Extraction;

/// <summary>One line of an archive's directory.</summary>
/// <param name="Name">As it stands there.</param>
/// <param name="DirectoryOffset">Where the line begins.</param>
/// <param name="DirectoryLength">Its bytes.</param>
/// <param name="LocalOffset">Where the entry itself begins.</param>
internal sealed record ZipRecord(string Name, long DirectoryOffset, int DirectoryLength, uint LocalOffset);
