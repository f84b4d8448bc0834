namespace OpenClaw.Host.Storage;

/// <summary>A failure of files, locks or the database, in one sentence for the person who has to fix it.</summary>
internal sealed class StorageException : Exception
{
    public StorageException(string message)
        : base(message)
    {
    }

    public StorageException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>What is wrong in a few words without names of files, for callers elsewhere; null when it is not the database.</summary>
    public string? Reason { get; init; }

    /// <summary>The same may work later without anybody repairing the file: once there is space, or it can be written again.</summary>
    public bool IsTemporary { get; init; }
}
