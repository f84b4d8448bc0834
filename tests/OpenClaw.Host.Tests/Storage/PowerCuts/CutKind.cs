namespace OpenClaw.Host.Tests.Storage.PowerCuts;

/// <summary>What became of the writes that were not flushed when the power went.</summary>
internal enum CutKind
{
    /// <summary>None of them reached the disk.</summary>
    Dropped,

    /// <summary>All of them did, although nobody had asked for it.</summary>
    Kept,

    /// <summary>Some sectors did, in any order.</summary>
    Torn,

    /// <summary>Some did, and others hold what was never written.</summary>
    Garbage,
}
