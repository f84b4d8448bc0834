namespace OpenClaw.Host.Storage.Backups;

/// <summary>A backup could not be made, or is not one that can be trusted. The text is meant for people.</summary>
internal sealed class BackupException(string message, Exception? inner = null) : Exception(message, inner);
