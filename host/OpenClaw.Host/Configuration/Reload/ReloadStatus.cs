namespace OpenClaw.Host.Configuration.Reload;

/// <summary>How the gateway stands to its file.</summary>
internal sealed record ReloadStatus
{
    public static ReloadStatus InStep { get; } = new();

    /// <summary>Why the present content of the file was not taken.</summary>
    public string? Problem { get; init; }

    /// <summary>Keys of the file whose values are not in force.</summary>
    public IReadOnlyList<string> Waiting { get; init; } = [];
}
