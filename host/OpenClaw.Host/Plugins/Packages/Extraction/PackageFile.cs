using System.IO.Compression;

namespace OpenClaw.Host.Plugins.Packages.Extraction;

/// <summary>A file in a package, under a path that was checked.</summary>
internal sealed record PackageFile(string Path, ZipArchiveEntry Entry);
