namespace OpenClaw.Host.Cli.Commands.Planning;

/// <summary>One key in a plan.</summary>
/// <param name="Path">The key.</param>
/// <param name="Class"><c>none</c>, <c>hot</c> or <c>restart</c>.</param>
/// <param name="Effect">What happens with it.</param>
internal sealed record PlannedKey(string Path, string Class, string Effect)
{
    public const string Applied = "applied";
    public const string Restarts = "restarts";
    public const string Waits = "waits";
}
