namespace OpenClaw.Host.Tests.Storage.PowerCuts;

internal enum DiskStepKind : byte
{
    Write,
    Truncate,

    /// <summary>From here on everything before is on disk.</summary>
    Sync,
    Delete,

    /// <summary>A writer was told that its row is on disk.</summary>
    Answer,
}
