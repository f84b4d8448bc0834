namespace OpenClaw.TestKit;

/// <summary>A fact that needs a small file system of its own, which not every place lets a test mount.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TmpfsFactAttribute : FactAttribute
{
    private static readonly string? Reason = Try();

    public TmpfsFactAttribute() => Skip = Reason;

    private static string? Try()
    {
        if (!OperatingSystem.IsLinux())
            return "Needs a mounted tmpfs, which only Linux has.";
        try
        {
            using var trial = new SmallDisk(1);
            return null;
        }
        catch (InvalidOperationException error)
        {
            return $"This place does not let tests mount a tmpfs: {error.Message}";
        }
    }
}
