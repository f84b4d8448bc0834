namespace OpenClaw.Host.Diagnostics;

/// <summary>Work of a room that a restart would cut off.</summary>
internal interface IOpenWork
{
    int Count { get; }
}
