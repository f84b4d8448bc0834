namespace OpenClaw.Host.Sessions;

/// <summary>Names one life of the process. A run that carries another one was left behind by a process that is gone.</summary>
internal sealed record BootId(string Value)
{
    public static BootId Create() => new(Guid.NewGuid().ToString("N"));
}
