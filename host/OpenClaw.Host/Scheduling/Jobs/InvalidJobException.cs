namespace OpenClaw.Host.Scheduling.Jobs;

/// <summary>A job cannot be taken as it is. The text is meant for the caller.</summary>
internal sealed class InvalidJobException(string message) : Exception(message);
