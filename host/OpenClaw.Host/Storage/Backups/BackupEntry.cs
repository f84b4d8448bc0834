namespace OpenClaw.Host.Storage.Backups;

/// <summary>A file of a backup.</summary>
/// <param name="Path">Relative to the state folder, with forward slashes.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Sha256">Of the content, in lower-case hex.</param>
internal sealed record BackupEntry(string Path, long Length, string Sha256);
