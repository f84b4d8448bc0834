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
}
