namespace OpenClaw.Host.Plugins.Packages.Feeds;

/// <summary>Told while bytes come in.</summary>
/// <param name="done">Bytes so far.</param>
/// <param name="total">Of how many, where the feed says so.</param>
internal delegate void DownloadProgress(long done, long? total);
